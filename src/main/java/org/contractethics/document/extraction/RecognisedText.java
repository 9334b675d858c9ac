package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * What text recognition made of a page: its lines, and the confidence in their words in per cent.
 *
 * <p>Read from the table Tesseract writes: level, page, block, paragraph, line, word, left, top, width, height, confidence,
 * text. Rows of another shape are left out: the table comes from another program.
 */
record RecognisedText(List<PdfLine> lines, int confidence) {

    private static final int COLUMNS = 12;
    private static final String LINE = "4";
    private static final String WORD = "5";
    private static final float POINTS_PER_INCH = 72f;

    /** Type sizes are guesses from ink; one size for all keeps them from looking like headings. */
    private static final float SIZE = 10f;

    RecognisedText {
        lines = List.copyOf(lines);
    }

    static RecognisedText of(String table, int page, int dpi) {
        Rows rows = new Rows(page, POINTS_PER_INCH / dpi);
        for (String row : table.split("\n", -1)) {
            String[] cells = row.split("\t", -1);
            if (cells.length == COLUMNS) {
                rows.add(cells);
            }
        }
        return rows.end();
    }

    boolean hasWords() {
        return lines.stream().anyMatch(PdfLine::hasWords);
    }

    /** The rows, collected to lines. */
    private static final class Rows {

        private final int page;
        private final float pointsPerPixel;
        private final List<PdfLine> lines = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();
        private float left;
        private float right;
        private float bottom;
        private double confidence;
        private int letters;

        Rows(int page, float pointsPerPixel) {
            this.page = page;
            this.pointsPerPixel = pointsPerPixel;
        }

        void add(String[] cells) {
            try {
                if (cells[0].equals(LINE)) {
                    endLine();
                    left = points(cells[6]);
                    right = left + points(cells[8]);
                    bottom = points(cells[7]) + points(cells[9]);
                } else if (cells[0].equals(WORD)) {
                    addWord(CleanText.of(cells[11]), Double.parseDouble(cells[10]));
                }
            } catch (NumberFormatException e) {
                // not a row of the table
            }
        }

        private float points(String pixels) {
            return Integer.parseInt(pixels) * pointsPerPixel;
        }

        private void addWord(String word, double certainty) {
            if (!word.isEmpty() && certainty >= 0) {
                words.append(words.isEmpty() ? "" : " ").append(word);
                confidence += Math.min(certainty, 100) * word.length();
                letters += word.length();
            }
        }

        private void endLine() {
            if (!words.isEmpty()) {
                lines.add(new PdfLine(words.toString(), page, bottom, left, right, SIZE, false));
            }
            words.setLength(0);
        }

        RecognisedText end() {
            endLine();
            return new RecognisedText(lines, letters == 0 ? 0 : (int) Math.round(confidence / letters));
        }
    }
}
