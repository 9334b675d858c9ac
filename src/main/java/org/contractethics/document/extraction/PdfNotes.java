package org.contractethics.document.extraction;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationStrikeout;
import org.apache.pdfbox.text.PDFTextStripperByArea;

/** What people wrote, struck out or drew on the pages of a PDF after it was made, and what they remarked beside the text. */
final class PdfNotes {

    /** Shown on the page itself like its own words, for example "Clause 7 does not apply". */
    private static final Set<String> WRITTEN = Set.of("FreeText", "Stamp", "Caret");

    private static final Set<String> DRAWN =
            Set.of("StrikeOut", "Ink", "Line", "PolyLine", "Polygon", "Square", "Circle", "Redact");

    private static final int CORNERS = 8;
    private static final int MOST_STRETCHES = 200;

    private final PDDocument pdf;
    private final Draft draft;
    private final Set<Integer> unread = new TreeSet<>();

    PdfNotes(PDDocument pdf, Draft draft) {
        this.pdf = pdf;
        this.draft = draft;
    }

    void add() throws IOException {
        for (int i = 0; i < pdf.getNumberOfPages(); i++) {
            PDPage page = pdf.getPage(i);
            for (PDAnnotation annotation : page.getAnnotations()) {
                draft.budget().checkTime();
                add(annotation, page, i + 1);
            }
        }
        if (!unread.isEmpty()) {
            draft.gap("Something is drawn, stamped or struck out on " + (unread.size() == 1 ? "page " : "pages ")
                    + PageRanges.of(unread.stream().toList())
                    + " and was not read: words under it may no longer be meant. Read the original.");
        }
    }

    private void add(PDAnnotation annotation, PDPage page, int number) throws IOException {
        String kind = String.valueOf(annotation.getSubtype());
        String contents = annotation.getContents() == null ? "" : annotation.getContents();
        boolean shown = !annotation.isHidden() && (!annotation.isNoView() || annotation.isPrinted());
        boolean written = shown && WRITTEN.contains(kind);
        draft.plain(written ? Parts.WRITTEN_ON_PAGES : Parts.COMMENTS).add(contents, number);
        if (annotation instanceof PDAnnotationStrikeout struck && shown) {
            draft.struckOut(under(struck, page), number);
        }
        if (shown && (DRAWN.contains(kind) || (written && contents.isBlank()))) {
            unread.add(number);
        }
    }

    /** The words of the page that the line goes through; empty where nobody can tell. */
    private static String under(PDAnnotationStrikeout struck, PDPage page) {
        try {
            float[] corners = struck.getQuadPoints();
            PDFTextStripperByArea words = new PDFTextStripperByArea();
            int stretches = corners == null ? 0 : Math.min(corners.length / CORNERS, MOST_STRETCHES);
            for (int i = 0; i < stretches; i++) {
                words.addRegion(String.valueOf(i), area(corners, i * CORNERS, page.getCropBox()));
            }
            words.extractRegions(page);
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < stretches; i++) {
                all.append(words.getTextForRegion(String.valueOf(i)).strip()).append(' ');
            }
            return all.toString();
        } catch (IOException | RuntimeException e) {
            return ""; // the page is named all the same
        }
    }

    private static Rectangle2D area(float[] corners, int from, PDRectangle page) {
        float left = Math.min(corners[from], corners[from + 4]);
        float right = Math.max(corners[from + 2], corners[from + 6]);
        float low = Math.min(Math.min(corners[from + 1], corners[from + 3]), corners[from + 5]);
        float high = Math.max(Math.max(corners[from + 1], corners[from + 3]), corners[from + 5]);
        // measured from the upper edge, as text is
        return new Rectangle2D.Float(
                left - page.getLowerLeftX(), page.getUpperRightY() - high, right - left, high - low);
    }
}
