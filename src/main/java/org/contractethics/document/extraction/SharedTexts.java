package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;

/** The texts that the cells of a workbook share. */
final class SharedTexts {

    private SharedTexts() {}

    static List<String> of(OfficePackage office, String main) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String part : office.related(main, "sharedStrings")) {
            try (XmlEvents xml = office.read(part)) {
                for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                    if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("si")) {
                        texts.add(richText(xml, "si"));
                    }
                }
            }
        }
        return texts;
    }

    /** The words of an element that holds formatted runs, without the pronunciation written over them. */
    static String richText(XmlEvents xml, String element) throws IOException {
        StringBuilder words = new StringBuilder();
        boolean inText = false;
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("rPh")) {
                xml.skip();
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                inText = xml.name().equals("t");
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals(element)) {
                break;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inText = false;
            } else if (inText && XmlEvents.isText(event)) {
                words.append(xml.text());
            }
        }
        return words.toString();
    }
}
