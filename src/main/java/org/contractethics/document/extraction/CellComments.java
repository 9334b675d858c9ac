package org.contractethics.document.extraction;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;

/** Comments on cells; each with the cell it stands on. */
final class CellComments {

    private CellComments() {}

    static void read(OfficePackage office, String part, PartDraft into, int page) throws IOException {
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("comment")) {
                    String cell = xml.attribute("ref", "");
                    into.add(SharedTexts.richText(xml, "comment"), "Comment on cell " + cell, page);
                }
            }
        }
    }
}
