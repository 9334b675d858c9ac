package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.internal.ShownClause;
import org.contractethics.document.reference.CrossReference;
import org.contractethics.document.web.HitFinder.Hit;
import org.jspecify.annotations.Nullable;

/**
 * The clauses a viewer page shows, with the hits of a search in the whole document.
 *
 * @param query what was looked for; empty where nothing was
 * @param current number of the hit that is outlined; 0 where there is none
 * @param from index of the first clause shown
 */
public record ViewerPage(String query, List<ClauseView> clauses, List<Hit> allHits, int current, int from, int total) {

    /** Documents up to this many clauses are one page; a book has about 1,000. */
    static final int WHOLE = 2_000;

    private static final int WINDOW = 500;

    public ViewerPage {
        clauses = List.copyOf(clauses);
        allHits = List.copyOf(allHits);
    }

    static ViewerPage of(List<ShownClause> clauses, String query, @Nullable Integer clause, @Nullable Integer hit) {
        return of(clauses, Known.NOTHING, query, clause, hit);
    }

    /**
     * What is known about the clauses besides their words.
     *
     * @param references which other clauses a clause names, by its ordinal
     * @param recognised confidence of the text recognition by page, in per cent
     */
    record Known(Map<Integer, List<CrossReference>> references, Map<Integer, Integer> recognised) {

        static final Known NOTHING = new Known(Map.of(), Map.of());

        Marks marks(Clause clause, List<Hit> hits) {
            Integer page = clause.page();
            return new Marks(
                    hits,
                    references.getOrDefault(clause.ordinal(), List.of()),
                    page == null ? null : recognised.get(page));
        }
    }

    /**
     * @param clause ordinal of the clause the page is opened at; null for the first
     * @param hit number of the hit it is opened at; null where it is the first at or after the clause
     */
    static ViewerPage of(
            List<ShownClause> clauses, Known known, String query, @Nullable Integer clause, @Nullable Integer hit) {
        List<Hit> hits = HitFinder.find(clauses, query);
        int current = current(hits, clause, hit);
        int at = hit == null && clause != null
                ? clause
                : current > 0 ? hits.get(current - 1).clause() : 0;
        boolean whole = clauses.size() <= WHOLE;
        int place = Math.max(0, Math.min(at, clauses.size() - 1));
        int from = whole ? 0 : place / WINDOW * WINDOW;
        int to = whole ? clauses.size() : Math.min(clauses.size(), from + WINDOW);
        List<ClauseView> views = views(clauses.subList(from, to), hits, known);
        return new ViewerPage(query, views, hits, current, from, clauses.size());
    }

    private static int current(List<Hit> hits, @Nullable Integer clause, @Nullable Integer wanted) {
        if (hits.isEmpty()) {
            return 0;
        }
        if (wanted != null) {
            return Math.max(1, Math.min(wanted, hits.size()));
        }
        int from = clause == null ? 0 : clause;
        return hits.stream()
                .filter(hit -> hit.clause() >= from)
                .findFirst()
                .map(Hit::number)
                .orElse(1);
    }

    private static List<ClauseView> views(List<ShownClause> clauses, List<Hit> hits, Known known) {
        Map<Integer, List<Hit>> byClause = new LinkedHashMap<>();
        hits.forEach(hit ->
                byClause.computeIfAbsent(hit.clause(), key -> new ArrayList<>()).add(hit));
        List<ClauseView> views = new ArrayList<>();
        String part = "";
        Integer page = null;
        for (ShownClause shown : clauses) {
            Clause clause = shown.clause();
            boolean begins = !clause.part().equals(part);
            boolean newPage = clause.page() != null
                    && clause.part().equals("body")
                    && !clause.page().equals(page);
            part = clause.part();
            page = newPage ? clause.page() : page;
            List<Hit> own = byClause.getOrDefault(clause.ordinal(), List.of());
            views.add(ClauseView.of(shown, begins ? PartWords.of(part) : "", newPage, known.marks(clause, own)));
        }
        return views;
    }

    /** The list of clauses as a tree: what only goes on with a clause is not listed. */
    public List<ClauseNode> tree() {
        return ClauseNode.tree(clauses);
    }

    public int hits() {
        return allHits.size();
    }

    /** "Hit 2 of 7". */
    public String position() {
        if (allHits.isEmpty()) {
            return "No hits";
        }
        String all = allHits.size() >= HitFinder.MOST_HITS ? "more than " + HitFinder.MOST_HITS : "" + allHits.size();
        return "Hit " + current + " of " + all;
    }

    /** The hit before the current one, around the beginning to the last. */
    public int previous() {
        return current > 1 ? current - 1 : allHits.size();
    }

    public int next() {
        return current < allHits.size() ? current + 1 : 1;
    }

    public boolean windowed() {
        return clauses.size() < total;
    }

    /** "Clauses 501 to 1,000 of 3,210". */
    public String window() {
        return String.format(Locale.US, "Clauses %,d to %,d of %,d", from + 1, from + clauses.size(), total);
    }

    /** First clause of the window before this one; negative where there is none. */
    public int before() {
        return from - WINDOW;
    }

    /** First clause of the window after this one; negative where there is none. */
    public int after() {
        return from + clauses.size() < total ? from + clauses.size() : -1;
    }
}
