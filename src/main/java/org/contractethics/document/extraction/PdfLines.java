package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** Collects the lines of a page with their place and type, which tell where paragraphs and headings begin. */
final class PdfLines extends PDFTextStripper {

    private final Budget budget;
    private final PrintedTwice printedTwice = new PrintedTwice();
    private final IdentityHashMap<PDFont, Boolean> bold = new IdentityHashMap<>();
    private final IdentityHashMap<PDFont, PdfGlyphs> glyphs = new IdentityHashMap<>();
    private final StringBuilder words = new StringBuilder();
    private List<PdfLine> lines = new ArrayList<>();
    private int page;
    private float top;
    private float left;
    private float right;
    private float size;
    private int boldLetters;
    private int letters;

    PdfLines(Budget budget) {
        this.budget = budget;
        setSuppressDuplicateOverlappingText(false);
    }

    @Override
    public void processPage(PDPage drawn) throws IOException {
        super.processPage(PdfContents.of(drawn));
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        super.showForm(PdfContents.of(form));
    }

    /** What PDFBox does, with the codes and widths of each font looked up once. */
    @Override
    protected void showText(byte[] text) throws IOException {
        PDGraphicsState state = getGraphicsState();
        PDTextState typeset = state.getTextState();
        PDFont font = typeset.getFont();
        if (font == null || font.isVertical() || font instanceof PDType3Font) {
            super.showText(text);
            return;
        }
        PdfGlyphs known = glyphs.computeIfAbsent(font, PdfGlyphs::new);
        float fontSize = typeset.getFontSize();
        float scaling = typeset.getHorizontalScaling() / 100f;
        Matrix parameters = new Matrix(fontSize * scaling, 0, 0, fontSize, 0, typeset.getRise());
        int at = 0;
        while (at < text.length) {
            PdfGlyphs.Glyph glyph = known.at(text, at);
            at += Math.max(1, glyph.bytes());
            float space = glyph.isSpace() ? typeset.getWordSpacing() : 0;
            Matrix place = parameters.multiply(getTextMatrix()).multiply(state.getCurrentTransformationMatrix());
            showGlyph(place, font, glyph.code(), glyph.displacement());
            float next = (glyph.displacement().getX() * fontSize + typeset.getCharacterSpacing() + space) * scaling;
            getTextMatrix().translate(next, 0);
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (!printedTwice.isAgain(text.getUnicode(), text.getX(), text.getY(), text.getWidth())) {
            super.processTextPosition(text);
        }
    }

    List<PdfLine> ofPage(PDDocument pdf, int number) throws IOException {
        budget.checkTime();
        lines = new ArrayList<>();
        page = number;
        printedTwice.newPage();
        setStartPage(number);
        setEndPage(number);
        begin();
        writeText(pdf, Writer.nullWriter());
        endLine();
        return lines;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        words.append(text);
        for (TextPosition position : positions) {
            boolean first = letters == 0;
            top = first ? position.getYDirAdj() : top;
            left = first ? position.getXDirAdj() : Math.min(left, position.getXDirAdj());
            right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
            size = Math.max(size, position.getFontSizeInPt());
            letters++;
            boldLetters += bold.computeIfAbsent(position.getFont(), PdfLines::isBold) ? 1 : 0;
        }
    }

    @Override
    protected void writeWordSeparator() throws IOException {
        words.append(' ');
    }

    @Override
    protected void writeLineSeparator() throws IOException {
        endLine();
    }

    @Override
    protected void writePageEnd() throws IOException {
        endLine();
    }

    private void endLine() {
        String line = CleanText.of(words.toString());
        if (!line.isEmpty()) {
            budget.checkTime();
            lines.add(new PdfLine(line, page, top, left, right, size, letters > 0 && boldLetters == letters));
        }
        begin();
    }

    private void begin() {
        words.setLength(0);
        top = 0;
        left = 0;
        right = 0;
        size = 0;
        letters = 0;
        boldLetters = 0;
    }

    private static boolean isBold(PDFont font) {
        String name =
                font == null || font.getName() == null ? "" : font.getName().toLowerCase(Locale.ROOT);
        return name.contains("bold") || name.contains("black") || name.contains("heavy");
    }
}
