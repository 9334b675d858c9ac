package org.contractethics.document.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.document.comparison.Comparison.Kind;
import org.contractethics.document.comparison.Comparison.Row;

/** What differs between an approved text and another, in sentences. */
public final class Differences {

    private static final int MOST = 20;
    private static final int LONGEST = 300;

    private Differences() {}

    public static List<String> of(Comparison comparison) {
        List<Row> rows = comparison.rows().stream()
                .filter(row -> row.differs() && row.kind() != Kind.MOVED_AWAY)
                .toList();
        List<String> sentences = new ArrayList<>(
                rows.stream().limit(MOST).map(Differences::sentence).toList());
        if (rows.size() > MOST) {
            sentences.add((rows.size() - MOST) + " more passages differ.");
        }
        return rows.isEmpty()
                ? List.of("The passages are the same, but stand in another order or number.")
                : List.copyOf(sentences);
    }

    private static String sentence(Row row) {
        Passage passage = row.after() == null ? row.before() : row.after();
        String place = passage == null || passage.label().isEmpty() ? "" : passage.label() + ": ";
        String gone = words(row, Piece.Kind.DELETED);
        String come = words(row, Piece.Kind.INSERTED);
        if (gone.isEmpty() && come.isEmpty()) {
            return place + "“" + shown(words(row, Piece.Kind.SAME)) + "” stands at another place.";
        }
        if (gone.isEmpty()) {
            return place + "“" + shown(come) + "” was added.";
        }
        return come.isEmpty()
                ? place + "“" + shown(gone) + "” is missing."
                : place + "“" + shown(gone) + "” became “" + shown(come) + "”.";
    }

    private static String words(Row row, Piece.Kind kind) {
        return row.pieces().stream()
                .filter(piece -> piece.kind() == kind)
                .map(piece -> piece.text().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" … "));
    }

    private static String shown(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + " …";
    }
}
