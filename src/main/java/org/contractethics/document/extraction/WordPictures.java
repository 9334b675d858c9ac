package org.contractethics.document.extraction;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;

/** Pictures in a Word file that take up most of a page, as pasted scans do: their words are not read, and that is said. */
final class WordPictures {

    private static final long UNITS_PER_INCH = 914_400;

    /** Half of a page of Letter size, in square inches. */
    private static final double LARGE = 0.5 * 8.5 * 11;

    private WordPictures() {}

    static void note(OfficePackage office, String part, Draft draft) throws IOException {
        int large = large(office, part);
        if (large == 0) {
            return;
        }
        if (!draft.hasText()) {
            throw new NoTextLayerException();
        }
        draft.gap((large == 1 ? "A picture fills most of a page" : large + " pictures fill most of a page each")
                + " (for example a pasted scan): words in it were not read and cannot be searched. Read the original.");
    }

    private static int large(OfficePackage office, String part) throws IOException {
        int large = 0;
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("extent")) {
                    double width = (double) xml.number("cx", 0) / UNITS_PER_INCH;
                    double height = (double) xml.number("cy", 0) / UNITS_PER_INCH;
                    large += width * height >= LARGE ? 1 : 0;
                }
            }
        }
        return large;
    }
}
