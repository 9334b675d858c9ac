package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;

/** ODT, ODS and ODP: the content, then page headers, properties and what is embedded. */
final class OpenDocumentReader implements FormatReader {

    private static final String CONTENT = "content.xml";
    private static final String STYLES = "styles.xml";
    private static final Set<String> TOLD = Set.of(
            "title",
            "subject",
            "creator",
            "initial-creator",
            "keyword",
            "description",
            "creation-date",
            "date",
            "generator");

    @Override
    public void read(Path file, Draft draft) throws IOException {
        try (OfficePackage office = OfficePackage.openBare(file, draft.budget())) {
            office.guard();
            refuseEncrypted(office);
            HiddenStyles styles = new HiddenStyles();
            styles.read(office, STYLES);
            styles.read(office, CONTENT);
            OpenPictures pictures = new OpenPictures();
            String kind = kind(office);
            if (kind.equals("spreadsheet")) {
                new OpenSheets(draft, styles).read(office, CONTENT);
            } else if (kind.equals("presentation")) {
                new OpenSlides(draft, styles, pictures).read(office, CONTENT);
            } else {
                new OpenText(draft, styles, pictures).read(office, CONTENT);
            }
            if (office.has(STYLES) && !kind.equals("presentation")) {
                new OpenText(draft, styles, pictures).readHeaders(office, STYLES);
            }
            readProperties(office, draft);
            addEmbedded(office, draft);
            pictures.note(draft);
        }
    }

    private static void refuseEncrypted(OfficePackage office) throws IOException {
        if (!office.has("META-INF/manifest.xml")) {
            return;
        }
        try (XmlEvents xml = office.read("META-INF/manifest.xml")) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("encryption-data")) {
                    throw new LockedFileException("the content");
                }
            }
        }
    }

    /** The name of the first element of the body. */
    private static String kind(OfficePackage office) throws IOException {
        boolean body = false;
        try (XmlEvents xml = office.read(CONTENT)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && body) {
                    return xml.name();
                }
                body |= event == XMLStreamConstants.START_ELEMENT && xml.name().equals("body");
            }
        }
        return "";
    }

    private static void readProperties(OfficePackage office, Draft draft) throws IOException {
        if (!office.has("meta.xml")) {
            return;
        }
        String name = "";
        StringBuilder value = new StringBuilder();
        try (XmlEvents xml = office.read("meta.xml")) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    name = xml.name().equals("user-defined") ? xml.attribute("name", "user-defined") : xml.name();
                    value.setLength(0);
                } else if (XmlEvents.isText(event)) {
                    value.append(xml.text());
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    boolean told = TOLD.contains(name) || xml.name().equals("user-defined");
                    draft.property(name, told ? value.toString() : null);
                    name = "";
                }
            }
        } catch (IOException e) {
            draft.gap("The properties of the file are damaged and were not read.");
        }
    }

    /** Objects of other programs lie beside the text; those of the same kind are folders with a content of their own. */
    private static void addEmbedded(OfficePackage office, Draft draft) throws IOException {
        for (String part : office.parts()) {
            String name = part.substring(part.lastIndexOf('/') + 1);
            if (part.matches("Object [^/]+/content\\.xml")) {
                DrawingText.readParagraphs(office, part, draft.plain("embedded objects"));
            } else if (part.matches("Object [^/]+")) {
                try (InputStream in = office.stream(part)) {
                    EmbeddedObjects.add(name, in, draft);
                }
            }
        }
    }
}
