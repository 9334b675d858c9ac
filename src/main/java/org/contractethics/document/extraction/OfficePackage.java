package org.contractethics.document.extraction;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.jspecify.annotations.Nullable;

/**
 * An Office file of the newer kind: a ZIP of XML parts that refer to each other. Read here part by part, because the
 * document classes of POI lose text boxes, comments and notes, and mix struck-out text with live text.
 */
final class OfficePackage implements Closeable {

    private static final int MAX_ENTRIES = 10_000;

    private final ZipSecureFile zip;
    private final Budget budget;
    private final Map<String, ZipArchiveEntry> entries = new LinkedHashMap<>();
    private final Map<String, String> typeOfPart = new HashMap<>();
    private final Map<String, String> typeOfExtension = new HashMap<>();

    /** @param target name of the part it leads to; null where it leads out of the file */
    record Relation(String id, String type, @Nullable String target) {

        /** Whether the type ends with this word; strict and transitional files differ only before it. */
        boolean is(String lastWord) {
            return type.endsWith("/" + lastWord);
        }
    }

    private OfficePackage(ZipSecureFile zip, Budget budget) {
        this.zip = zip;
        this.budget = budget;
    }

    static OfficePackage open(Path file, Budget budget) throws IOException {
        OfficePackage opened = openBare(file, budget);
        try {
            opened.readContentTypes();
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** A package that does not say what its parts are, as OpenDocument files. */
    static OfficePackage openBare(Path file, Budget budget) throws IOException {
        OfficePackage opened = new OfficePackage(new ZipSecureFile(file.toFile()), budget);
        try {
            opened.readDirectory();
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Unpacks everything once without keeping it, so that a bomb is found before any parser sees it. */
    void guard() throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (ZipArchiveEntry entry : entries.values()) {
            try (InputStream in = zip.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    budget.chargeExpandedBytes(read);
                }
            }
        }
    }

    /** The part everything else hangs on: the document, workbook or presentation. */
    Optional<String> mainPart() throws IOException {
        Optional<String> related = relations("").values().stream()
                .filter(relation -> relation.is("officeDocument") && relation.target() != null)
                .map(relation -> String.valueOf(relation.target()))
                .filter(this::has)
                .findFirst();
        return related.isPresent()
                ? related
                : entries.values().stream()
                        .map(entry -> partName(entry.getName()))
                        .filter(part -> contentType(part).endsWith("main+xml"))
                        .findFirst();
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /** Lower case; empty where the file does not say. */
    String contentType(String part) {
        String own = typeOfPart.get(key(part));
        if (own != null) {
            return own;
        }
        int dot = part.lastIndexOf('.');
        return typeOfExtension.getOrDefault(part.substring(dot + 1).toLowerCase(Locale.ROOT), "");
    }

    /** The parts of this content type, in the order of the file. */
    List<String> partsOfType(String ending) {
        List<String> found = new ArrayList<>();
        for (ZipArchiveEntry entry : entries.values()) {
            String part = partName(entry.getName());
            if (contentType(part).endsWith(ending)) {
                found.add(part);
            }
        }
        Collections.sort(found);
        return found;
    }

    /** The parts that lie in a folder of this name, for example {@code embeddings}, or are of the kind called so. */
    List<String> partsIn(String folder) {
        List<String> found = new ArrayList<>();
        for (ZipArchiveEntry entry : entries.values()) {
            String name = key(entry.getName());
            if (name.contains("/" + folder + "/")
                    || name.substring(name.lastIndexOf('/') + 1).startsWith(folder)) {
                found.add(partName(entry.getName()));
            }
        }
        return found;
    }

    /** All parts, in the order of the file. */
    List<String> parts() {
        return entries.values().stream().map(entry -> partName(entry.getName())).toList();
    }

    InputStream stream(String part) throws IOException {
        ZipArchiveEntry entry = entries.get(key(part));
        if (entry == null) {
            throw new FileNotFoundException("the package has no such part");
        }
        return zip.getInputStream(entry);
    }

    XmlEvents read(String part) throws IOException {
        return new XmlEvents(stream(part), budget);
    }

    /** What a part refers to, by id; the empty name stands for the package itself. */
    Map<String, Relation> relations(String part) throws IOException {
        int slash = part.lastIndexOf('/');
        String folder = part.substring(0, slash + 1);
        String name = folder + "_rels/" + part.substring(slash + 1) + ".rels";
        Map<String, Relation> relations = new LinkedHashMap<>();
        if (!has(name)) {
            return relations;
        }
        try (XmlEvents xml = read(name)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("Relationship")) {
                    Relation relation = relation(xml, folder);
                    relations.put(relation.id(), relation);
                }
            }
        }
        return relations;
    }

    /** The parts a part refers to by a relation of this kind. */
    List<String> related(String part, String kind) throws IOException {
        List<String> found = new ArrayList<>();
        for (Relation relation : relations(part).values()) {
            String target = relation.target();
            if (relation.is(kind) && target != null && has(target)) {
                found.add(target);
            }
        }
        return found;
    }

    private static Relation relation(XmlEvents xml, String folder) {
        boolean outside = "External".equalsIgnoreCase(xml.attribute("TargetMode", ""));
        String target = outside ? null : resolve(folder, xml.attribute("Target", ""));
        return new Relation(xml.attribute("Id", ""), xml.attribute("Type", ""), target);
    }

    private static String resolve(String folder, String target) {
        String plain = target.replace('\\', '/');
        String path = plain.startsWith("/") ? plain.substring(1) : folder + plain;
        List<String> steps = new ArrayList<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.remove(steps.size() - 1);
            } else if (!step.isEmpty() && !step.equals(".") && !step.equals("..")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private void readDirectory() throws IOException {
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entries.size() >= MAX_ENTRIES) {
                throw new LimitHitException("entries");
            }
            // two parts of one name: one program would show the first, another the second
            if (!entry.isDirectory() && entries.put(key(entry.getName()), entry) != null) {
                throw new IOException("two parts have the same name");
            }
        }
    }

    private void readContentTypes() throws IOException {
        if (!has("[Content_Types].xml")) {
            throw new IOException("no content types: not an Office file");
        }
        try (XmlEvents xml = read("[Content_Types].xml")) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                String type = xml.attribute("ContentType", "").toLowerCase(Locale.ROOT);
                if (xml.name().equals("Override")) {
                    typeOfPart.put(key(xml.attribute("PartName", "")), type);
                } else if (xml.name().equals("Default")) {
                    typeOfExtension.put(xml.attribute("Extension", "").toLowerCase(Locale.ROOT), type);
                }
            }
        }
    }

    private static String partName(String entryName) {
        String plain = entryName.replace('\\', '/');
        return plain.startsWith("/") ? plain.substring(1) : plain;
    }

    private static String key(String part) {
        return partName(part).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
