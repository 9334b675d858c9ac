package org.contractethics.document.extraction;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the lines of a PDF together to paragraphs, over page breaks too, and takes running heads out of their way. */
final class PdfParagraphs {

    private static final float PARAGRAPH_GAP = 1.35f;
    private static final float SHORT_LINE = 0.8f;

    private final Draft draft;
    private final StringBuilder paragraph = new StringBuilder();
    private @Nullable PdfLine first;
    private @Nullable PdfLine last;
    private boolean bold;

    PdfParagraphs(Draft draft) {
        this.draft = draft;
    }

    void add(List<List<PdfLine>> pages) {
        RunningHeads heads = RunningHeads.of(pages);
        for (List<PdfLine> page : pages) {
            List<PdfLine> body = new ArrayList<>();
            for (int i = 0; i < page.size(); i++) {
                if (heads.isOne(page, i)) {
                    draft.plain("page headers and footers")
                            .add(page.get(i).text(), page.get(i).page());
                } else {
                    body.add(page.get(i));
                }
            }
            addPage(body);
        }
        end();
    }

    private void addPage(List<PdfLine> lines) {
        float spacing = usualSpacing(lines);
        float edge = (float) lines.stream().mapToDouble(PdfLine::right).max().orElse(0);
        for (PdfLine line : lines) {
            if (last != null && first != null && begins(last, first, line, spacing, edge)) {
                end();
            }
            append(line);
        }
    }

    private boolean begins(PdfLine before, PdfLine start, PdfLine line, float spacing, float edge) {
        boolean ended = endsSentence(before.text());
        boolean numbered = ClauseNumber.at(line.text()) != null;
        if (before.page() != line.page() && draft.isRecognised(before.page()) != draft.isRecognised(line.page())) {
            return true; // a clause is either as it was written or as it was recognised
        }
        if (before.page() != line.page()) {
            return (ended && (numbered || !startsLower(line.text()))) || start.bold() != line.bold();
        }
        boolean otherType = Math.abs(before.size() - line.size()) > 0.15f * Math.max(before.size(), 1);
        float drop = line.top() - before.top();
        boolean gap = spacing > 0 && drop > PARAGRAPH_GAP * spacing;
        boolean shortLine = before.right() < SHORT_LINE * edge;
        boolean heading = bold && !line.bold() && shortLine;
        boolean introduced = before.text().endsWith(";") || before.text().endsWith(",") || shortLine;
        return gap || otherType || heading || (ended && shortLine) || (numbered && (ended || introduced));
    }

    /** Most lines of a page follow each other at the same distance; what lies further apart are paragraphs. */
    private static float usualSpacing(List<PdfLine> lines) {
        List<Float> drops = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            float drop = lines.get(i).top() - lines.get(i - 1).top();
            if (drop > 1) {
                drops.add(drop);
            }
        }
        drops.sort(null);
        return drops.isEmpty() ? 0 : drops.get((drops.size() - 1) / 3);
    }

    private void append(PdfLine line) {
        if (first == null) {
            first = line;
            bold = line.bold();
        } else {
            boolean hyphenated = paragraph.length() > 1
                    && paragraph.charAt(paragraph.length() - 1) == '-'
                    && Character.isLetter(paragraph.charAt(paragraph.length() - 2));
            paragraph.append(hyphenated ? "" : " ");
            bold &= line.bold();
        }
        paragraph.append(line.text());
        last = line;
    }

    private void end() {
        if (first != null) {
            draft.prose("body").add(paragraph.toString(), 0, "", bold, "", first.page());
        }
        paragraph.setLength(0);
        first = null;
        last = null;
        bold = false;
    }

    private static boolean endsSentence(String line) {
        int at = line.length() - 1;
        while (at > 0 && "\"”’')".indexOf(line.charAt(at)) >= 0) {
            at--;
        }
        return ".:;!?".indexOf(line.charAt(at)) >= 0;
    }

    private static boolean startsLower(String line) {
        return Character.isLowerCase(line.charAt(0));
    }
}
