package org.contractethics.paper;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;

/** The one font of all papers. It comes with PDFBox, so that nothing depends on what is installed where. */
final class PaperFont {

    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final class Held {
        private static final TrueTypeFont FONT = read();
    }

    private PaperFont() {}

    /** Without its substitutions of letters: looking for them takes longer than all else of writing a paper, and English has none. */
    static TrueTypeFont read() {
        try (InputStream file = Objects.requireNonNull(PaperFont.class.getResourceAsStream(FILE), FILE)) {
            TrueTypeFont font = new TTFParser().parseEmbedded(file);
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the papers cannot be read", e);
        }
    }

    /** The text as outlines, beginning at the point and standing on its line. */
    static Shape outlines(String text, double x, double y, double size) {
        try {
            synchronized (Held.FONT) {
                double scale = size / Held.FONT.getUnitsPerEm();
                GeneralPath outlines = new GeneralPath();
                double at = x;
                for (int glyph : glyphs(text)) {
                    var drawn = Held.FONT.getGlyph().getGlyph(glyph);
                    if (drawn != null) {
                        AffineTransform place = new AffineTransform(scale, 0, 0, -scale, at, y);
                        outlines.append(drawn.getPath().getPathIterator(place), false);
                    }
                    at += Held.FONT.getAdvanceWidth(glyph) * scale;
                }
                return outlines;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the papers cannot be read", e);
        }
    }

    static double width(String text, double size) {
        try {
            synchronized (Held.FONT) {
                double units = 0;
                for (int glyph : glyphs(text)) {
                    units += Held.FONT.getAdvanceWidth(glyph);
                }
                return units * size / Held.FONT.getUnitsPerEm();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the papers cannot be read", e);
        }
    }

    private static int[] glyphs(String text) throws IOException {
        var characters = Held.FONT.getUnicodeCmapLookup();
        return text.codePoints().map(characters::getGlyphId).toArray();
    }
}
