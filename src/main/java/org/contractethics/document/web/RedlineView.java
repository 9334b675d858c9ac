package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.extraction.Parts;
import org.contractethics.document.extraction.Reading.ChangeKind;
import org.contractethics.document.extraction.Reading.TrackedChange;
import org.contractethics.document.internal.ReadingRedline.Redline;

/**
 * A text with its tracked changes in place.
 *
 * @param authors who changed how much, for example "Mary Smith: 12"
 */
public record RedlineView(List<Passage> passages, List<String> authors, int changes) {

    public RedlineView {
        passages = List.copyOf(passages);
        authors = List.copyOf(authors);
    }

    /** A clause with its changes. */
    public record Passage(int clause, String label, String part, List<Piece> pieces) {

        public Passage {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * @param change its number; 0 where the words were not changed
     * @param gone whether the words are no longer in force
     * @param by who and when, for example "moved away by Mary Smith, 3 May 2019"
     */
    public record Piece(String text, int change, boolean gone, String by) {}

    static RedlineView of(Redline redline, boolean all) {
        List<Passage> passages = new ArrayList<>();
        Map<Integer, List<TrackedChange>> byClause = byClause(redline);
        int number = 0;
        for (int i = 0; i < redline.clauses().size(); i++) {
            Clause clause = redline.clauses().get(i);
            List<TrackedChange> changes = byClause.getOrDefault(i, List.of());
            boolean shown = !changes.isEmpty() || (all && !Parts.struckOut(clause.part()));
            if (shown) {
                passages.add(
                        new Passage(clause.ordinal(), label(clause), clause.part(), pieces(clause, changes, number)));
            }
            number += changes.size();
        }
        return new RedlineView(passages, authors(redline), number);
    }

    /** The clause a change stands in is the last one of its part that begins before it. */
    private static Map<Integer, List<TrackedChange>> byClause(Redline redline) {
        Map<String, TreeMap<Integer, Integer>> starts = new LinkedHashMap<>();
        for (int i = 0; i < redline.clauses().size(); i++) {
            Clause clause = redline.clauses().get(i);
            starts.computeIfAbsent(clause.part(), key -> new TreeMap<>()).put(clause.start(), i);
        }
        Map<Integer, List<TrackedChange>> byClause = new LinkedHashMap<>();
        for (TrackedChange change : redline.changes()) {
            TreeMap<Integer, Integer> of =
                    starts.getOrDefault(redline.parts().get(change.part()).name(), new TreeMap<>());
            var holder = of.floorEntry(change.start());
            holder = holder == null ? of.firstEntry() : holder;
            if (holder != null) {
                byClause.computeIfAbsent(holder.getValue(), key -> new ArrayList<>())
                        .add(change);
            }
        }
        byClause.values().forEach(changes -> changes.sort(Comparator.comparingInt(TrackedChange::start)));
        return byClause;
    }

    private static List<Piece> pieces(Clause clause, List<TrackedChange> changes, int before) {
        List<Piece> pieces = new ArrayList<>();
        String text = clause.text();
        int at = 0;
        int number = before;
        for (TrackedChange change : changes) {
            int start = within(change.start() - clause.start(), at, text.length());
            int end = within(change.end() - clause.start(), start, text.length());
            if (start > at) {
                pieces.add(new Piece(text.substring(at, start), 0, false, ""));
            }
            boolean gone = change.kind() == ChangeKind.DELETED || change.kind() == ChangeKind.MOVED_FROM;
            String words = gone || end == start ? change.words() : text.substring(start, end);
            pieces.add(new Piece(words, ++number, gone, by(change)));
            at = end;
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), 0, false, ""));
        }
        return pieces;
    }

    private static int within(int offset, int from, int to) {
        return Math.max(from, Math.min(offset, to));
    }

    private static String by(TrackedChange change) {
        String did =
                switch (change.kind()) {
                    case INSERTED -> "inserted";
                    case DELETED -> "deleted";
                    case MOVED_FROM -> "moved away";
                    case MOVED_TO -> "moved here";
                };
        String who = change.author().isEmpty() ? "" : " by " + change.author();
        String day = change.at().length() >= 10 ? ", " + change.at().substring(0, 10) : "";
        return did + who + day;
    }

    private static List<String> authors(Redline redline) {
        Map<String, Integer> counts = new TreeMap<>();
        redline.changes()
                .forEach(change ->
                        counts.merge(change.author().isEmpty() ? "Not named" : change.author(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }

    private static String label(Clause clause) {
        return clause.headingPath().isEmpty()
                ? clause.number()
                : clause.headingPath().get(clause.level() - 1);
    }
}
