package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;

/** The styles of an OpenDocument file that keep what is set in them from being shown. */
final class HiddenStyles {

    private final Set<String> hidden = new HashSet<>();

    void read(OfficePackage office, String part) throws IOException {
        if (!office.has(part)) {
            return;
        }
        String style = "";
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.name()) {
                    case "body" -> {
                        return;
                    }
                    case "style" -> style = xml.attribute("name", "");
                    case "text-properties", "section-properties" ->
                        note(style, xml.attribute("display", "").equals("none"));
                    case "table-properties" ->
                        note(style, xml.attribute("display", "").equals("false"));
                    case "drawing-page-properties" ->
                        note(style, xml.attribute("visibility", "").equals("hidden"));
                    default -> {
                        // looks, not meaning
                    }
                }
            }
        }
    }

    private void note(String style, boolean hides) {
        if (hides) {
            hidden.add(style);
        }
    }

    boolean hides(String style) {
        return hidden.contains(style);
    }
}
