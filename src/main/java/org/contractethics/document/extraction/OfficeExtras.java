package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;

/** What an Office file of the newer kind holds beside its text: properties, and files inside it. */
final class OfficeExtras {

    private static final Set<String> TOLD = Set.of(
            "title",
            "subject",
            "creator",
            "keywords",
            "description",
            "lastModifiedBy",
            "category",
            "created",
            "modified",
            "Company",
            "Manager",
            "Application");

    private OfficeExtras() {}

    static void add(OfficePackage office, Draft draft) throws IOException {
        addEmbedded(office, draft);
        for (OfficePackage.Relation relation : office.relations("").values()) {
            String part = relation.target();
            if (part == null || !office.has(part)) {
                continue;
            }
            if (relation.is("core-properties") || relation.is("extended-properties") || relation.is("coreProperties")) {
                readProperties(office, part, draft);
            } else if (relation.is("custom-properties")) {
                readCustom(office, part, draft);
            }
        }
    }

    /** A torn property is no reason to lose the text. */
    private static void readProperties(OfficePackage office, String part, Draft draft) throws IOException {
        String name = "";
        StringBuilder value = new StringBuilder();
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    name = xml.name();
                    value.setLength(0);
                } else if (XmlEvents.isText(event)) {
                    value.append(xml.text());
                } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals(name) && TOLD.contains(name)) {
                    draft.property(name, value.toString());
                }
            }
        } catch (IOException e) {
            draft.gap("The properties of the file are damaged and were not read.");
        }
    }

    private static void readCustom(OfficePackage office, String part, Draft draft) throws IOException {
        String name = "";
        StringBuilder value = new StringBuilder();
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("property")) {
                    name = xml.attribute("name", "");
                    value.setLength(0);
                } else if (XmlEvents.isText(event)) {
                    value.append(xml.text());
                } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("property")) {
                    draft.property(name, value.toString());
                }
            }
        } catch (IOException e) {
            draft.gap("The properties of the file are damaged and were not read.");
        }
    }

    private static void addEmbedded(OfficePackage office, Draft draft) throws IOException {
        for (String part : office.partsIn("embeddings")) {
            try (InputStream in = office.stream(part)) {
                EmbeddedObjects.add(lastSegment(part), in, draft);
            }
        }
        // pieces of text that are stored in another format: Word shows them in their place
        for (String part : office.partsIn("afchunk")) {
            try (InputStream in = office.stream(part)) {
                draft.embedded().add(lastSegment(part), in);
            }
        }
    }

    private static String lastSegment(String part) {
        return part.substring(part.lastIndexOf('/') + 1);
    }
}
