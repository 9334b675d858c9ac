package org.contractethics.document.extraction;

import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;

/** The pictures of a part of a newer Office file that take up most of a page or slide. */
final class WordPictures {

    private static final double UNITS_PER_INCH = 914_400;

    private WordPictures() {}

    /** What Word draws among the words, each with its extent. */
    static void note(OfficePackage office, String part, Draft draft) throws IOException {
        LargePictures pictures = new LargePictures();
        try (XmlEvents xml = office.read(part)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("extent")) {
                    see(xml, pictures);
                }
            }
        }
        pictures.note(draft);
    }

    /** On a slide shapes have an extent, too: only that of a picture counts. */
    static void addOfSlide(OfficePackage office, String slide, LargePictures pictures) throws IOException {
        boolean inPicture = false;
        try (XmlEvents xml = office.read(slide)) {
            for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
                boolean starts = event == XMLStreamConstants.START_ELEMENT;
                if ((starts || event == XMLStreamConstants.END_ELEMENT)
                        && xml.name().equals("pic")) {
                    inPicture = starts;
                } else if (starts && inPicture && xml.name().equals("ext")) {
                    see(xml, pictures);
                }
            }
        }
    }

    private static void see(XmlEvents xml, LargePictures pictures) {
        pictures.see(xml.number("cx", 0) / UNITS_PER_INCH, xml.number("cy", 0) / UNITS_PER_INCH);
    }
}
