package org.contractethics.document.extraction;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** The codes and widths of a font by the bytes that ask for them: PDFBox finds each anew every time it is shown. */
final class PdfGlyphs {

    private final PDFont font;
    private final @Nullable Glyph[][] known = new Glyph[256][];

    PdfGlyphs(PDFont font) {
        this.font = font;
    }

    /** @param bytes how many of the text ask for it */
    record Glyph(int code, int bytes, Vector displacement) {

        boolean isSpace() {
            return bytes == 1 && code == 32;
        }
    }

    /** The glyph that these bytes of the text ask for; what follows its own bytes does not matter for those of one or two. */
    Glyph at(byte[] text, int start) throws IOException {
        if (start + 1 >= text.length) {
            return read(text, start);
        }
        int first = text[start] & 0xFF;
        int second = text[start + 1] & 0xFF;
        @Nullable Glyph[] following = known[first];
        if (following == null) {
            following = new Glyph[256];
            known[first] = following;
        }
        Glyph glyph = following[second];
        if (glyph == null) {
            glyph = read(text, start);
            if (glyph.bytes() <= 2) {
                following[second] = glyph;
            }
        }
        return glyph;
    }

    private Glyph read(byte[] text, int start) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(text, start, text.length - start);
        int code = font.readCode(in);
        return new Glyph(code, text.length - start - in.available(), font.getDisplacement(code));
    }
}
