package org.contractethics.document.extraction;

import java.io.IOException;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.jspecify.annotations.Nullable;

/** Text in drawings: slides, notes, shapes, SmartArt and charts keep theirs in the same few elements. */
final class DrawingText {

    /** Elements after whose end a new block begins. */
    private static final Set<String> BLOCKS = Set.of("p", "pt", "cm", "comment", "si", "tr");

    private DrawingText() {}

    static void readAll(OfficePackage office, String contentType, PartDraft into) throws IOException {
        for (String part : office.partsOfType(contentType)) {
            read(office, part, into, null);
        }
    }

    static void read(OfficePackage office, String part, PartDraft into, @Nullable Integer page) throws IOException {
        StringBuilder words = new StringBuilder();
        boolean inText = false;
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    inText = begin(xml, words);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    inText = false;
                    if (BLOCKS.contains(xml.name())) {
                        into.add(words.toString(), page);
                        words.setLength(0);
                    }
                } else if (inText && XmlEvents.isText(event)) {
                    words.append(xml.text());
                }
            }
        }
        into.add(words.toString(), page);
    }

    /** The paragraphs of an OpenDocument part, one after the other. */
    static void readParagraphs(OfficePackage office, String part, PartDraft into) throws IOException {
        StringBuilder words = new StringBuilder();
        int open = 0;
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                boolean element = event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT;
                boolean paragraph = element && xml.name().equals("p");
                if (event == XMLStreamConstants.START_ELEMENT && paragraph) {
                    open++;
                } else if (event == XMLStreamConstants.END_ELEMENT && paragraph) {
                    open--;
                    into.add(words.toString(), null);
                    words.setLength(0);
                } else if (open > 0 && XmlEvents.isText(event)) {
                    words.append(xml.text());
                }
            }
        }
    }

    /** @return whether the element holds words itself */
    private static boolean begin(XmlEvents xml, StringBuilder words) {
        switch (xml.name()) {
            case "br" -> words.append('\n');
            case "tab" -> words.append(' ');
            default -> {
                // either words or a frame
            }
        }
        // t: shapes; v: cached values of charts; text: comments on slides
        return xml.name().equals("t") || xml.name().equals("v") || xml.name().equals("text");
    }
}
