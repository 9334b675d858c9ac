package org.contractethics.document.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stream of paragraphs of a body or a text box: lays out tables row by row on their way into the draft. */
final class WordFlow {

    private static final int LONGEST_ROW = 600;

    private final Draft draft;
    private final PartDraft part;
    private final Deque<Row> rows = new ArrayDeque<>();

    private record Paragraph(String words, int level, String label, boolean bold, List<RevisionMark> marks) {}

    private static final class Cell {
        private final List<Paragraph> paragraphs = new ArrayList<>();
        private @Nullable Revision deleted;
    }

    private static final class Row {
        private final List<Cell> cells = new ArrayList<>();
        private @Nullable Revision deleted;

        Cell lastCell() {
            if (cells.isEmpty()) {
                cells.add(new Cell());
            }
            return cells.get(cells.size() - 1);
        }
    }

    WordFlow(Draft draft, String partName) {
        this.draft = draft;
        this.part = draft.prose(partName);
    }

    /** @param marks tracked changes in it; words may be blank where all of them were deleted */
    void add(String words, int level, String label, boolean bold, List<RevisionMark> marks) {
        if (words.isBlank()) {
            part.mark(marks, false);
            return;
        }
        put(new Paragraph(words, level, label, bold, marks));
    }

    void beginRow() {
        rows.push(new Row());
    }

    void beginCell() {
        if (rows.peek() != null) {
            row().cells.add(new Cell());
        }
    }

    void endRow() {
        if (rows.peek() != null) {
            finish(rows.pop());
        }
    }

    /** Tracked changes have struck out the whole row. */
    void markRowDeleted(Revision revision) {
        if (rows.peek() != null) {
            row().deleted = revision;
        }
    }

    void markCellDeleted(Revision revision) {
        if (rows.peek() != null) {
            row().lastCell().deleted = revision;
        }
    }

    /** What a torn file left open is not lost. */
    void flush() {
        while (rows.peek() != null) {
            finish(rows.pop());
        }
    }

    private Row row() {
        return rows.getFirst();
    }

    private void put(Paragraph paragraph) {
        if (rows.peek() != null) {
            row().lastCell().paragraphs.add(paragraph);
        } else {
            part.add(
                    paragraph.words(),
                    paragraph.level(),
                    paragraph.label(),
                    paragraph.bold(),
                    "",
                    null,
                    paragraph.marks());
        }
    }

    private void finish(Row row) {
        for (Cell cell : row.cells) {
            Revision deleted = row.deleted == null ? cell.deleted : row.deleted;
            if (deleted != null) {
                cell.paragraphs.forEach(paragraph -> strike(paragraph, deleted));
                cell.paragraphs.clear();
            }
        }
        if (fitsOnOneLine(row)) {
            put(joined(row));
        } else {
            row.cells.forEach(cell -> cell.paragraphs.forEach(this::put));
        }
    }

    private static boolean fitsOnOneLine(Row row) {
        int length = 0;
        int filled = 0;
        for (Cell cell : row.cells) {
            if (cell.paragraphs.size() > 1) {
                return false;
            }
            filled += cell.paragraphs.size();
            length += cell.paragraphs.isEmpty()
                    ? 0
                    : cell.paragraphs.get(0).words().length();
        }
        return filled > 1 && length <= LONGEST_ROW;
    }

    private void strike(Paragraph paragraph, Revision deleted) {
        draft.prose(Parts.DELETIONS).add(paragraph.words(), null);
        part.mark(List.of(new RevisionMark(deleted, 0, 0, CleanText.of(paragraph.words()))), false);
    }

    private static Paragraph joined(Row row) {
        StringBuilder line = new StringBuilder();
        List<RevisionMark> marks = new ArrayList<>();
        for (Cell cell : row.cells) {
            for (Paragraph paragraph : cell.paragraphs) {
                // a column of clause numbers beside a column of clauses reads like any numbered clause
                boolean numbered = !line.isEmpty() && isNumber(line.toString());
                line.append(line.isEmpty() ? "" : numbered ? " " : " | ");
                line.append(paragraph.label()).append(paragraph.label().isEmpty() ? "" : " ");
                int before = RevisionMark.ink(line);
                paragraph.marks().forEach(mark -> marks.add(mark.behind(before)));
                line.append(paragraph.words().strip());
            }
        }
        return new Paragraph(line.toString(), 0, "", false, marks);
    }

    private static boolean isNumber(String words) {
        ClauseNumber number = ClauseNumber.at(words);
        return number != null && number.end() >= words.length();
    }
}
