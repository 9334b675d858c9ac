package org.contractethics.document.extraction;

import java.io.IOException;

/** The sizes of the pictures of an RTF text, as its control words say them. */
final class RtfPictures {

    private static final double TWIPS_PER_INCH = 1440;
    private static final double PIXELS_PER_INCH = 96;
    private static final double ALL = 100;

    private final LargePictures pictures = new LargePictures();
    private boolean sameAgain;
    private boolean open;
    private double width;
    private double height;
    private double scaleX;
    private double scaleY;

    void word(String word, RtfTokens token) {
        switch (word) {
            case "nonshppict" -> sameAgain = true;
            case "pict" -> begin();
            case "picw" -> width = width > 0 ? width : token.number(0) / PIXELS_PER_INCH;
            case "pich" -> height = height > 0 ? height : token.number(0) / PIXELS_PER_INCH;
            case "picwgoal" -> width = token.number(0) / TWIPS_PER_INCH;
            case "pichgoal" -> height = token.number(0) / TWIPS_PER_INCH;
            case "picscalex" -> scaleX = token.number(100) / ALL;
            case "picscaley" -> scaleY = token.number(100) / ALL;
            default -> {
                // no word about a picture
            }
        }
    }

    /** The same picture a second time for older programs counts once. */
    private void begin() {
        end();
        open = !sameAgain;
        sameAgain = false;
        width = 0;
        height = 0;
        scaleX = 1;
        scaleY = 1;
    }

    private void end() {
        if (open) {
            pictures.see(width * scaleX, height * scaleY);
        }
        open = false;
    }

    void note(Draft draft) throws IOException {
        end();
        pictures.note(draft);
    }
}
