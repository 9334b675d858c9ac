package org.contractethics.document.extraction;

import java.io.IOException;
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
        OfficeInside.add(office, draft);
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
}
