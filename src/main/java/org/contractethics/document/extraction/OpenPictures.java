package org.contractethics.document.extraction;

import java.io.IOException;

/** The pictures of an OpenDocument file; their size is that of the frame around them. */
final class OpenPictures {

    private final LargePictures pictures = new LargePictures();
    private String width = "";
    private String height = "";

    void see(XmlEvents xml) {
        if (xml.name().equals("frame")) {
            width = xml.attribute("width", "");
            height = xml.attribute("height", "");
        } else if (xml.name().equals("image")) {
            pictures.see(width, height);
            // the same picture in another format
            width = "";
        }
    }

    void note(Draft draft) throws IOException {
        pictures.note(draft);
    }
}
