package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A heading or numbered clause in the list of clauses, with those below it.
 *
 * @param clause ordinal of the clause in which it stands
 * @param recognised whether its page was read by text recognition (OCR)
 * @param newPart words for its part, where it is the first one shown of it; empty otherwise
 * @param hitCounts hits of the clauses that belong to it and to nothing below it
 */
public record ClauseNode(
        String label,
        int clause,
        @Nullable Integer page,
        boolean recognised,
        String newPart,
        List<Integer> hitCounts,
        List<ClauseNode> children) {

    /** Up to this many the whole tree is open. */
    private static final int OPEN_AT_ONCE = 60;

    private static final int LONGEST_LABEL = 90;

    static List<ClauseNode> tree(List<ClauseView> clauses) {
        List<ClauseNode> top = new ArrayList<>();
        List<ClauseNode> open = new ArrayList<>();
        List<String> path = List.of();
        for (ClauseView clause : clauses) {
            // a clause without any heading is listed by how it begins
            List<String> steps = clause.path().isEmpty() ? List.of(clause.label()) : clause.path();
            int shared = clause.newPart().isEmpty() && !clause.path().isEmpty() ? shared(path, steps) : 0;
            open.subList(Math.min(shared, open.size()), open.size()).clear();
            for (String step : steps.subList(shared, steps.size())) {
                ClauseNode node = of(step, clause, open.isEmpty() && shared == 0);
                (open.isEmpty() ? top : open.get(open.size() - 1).children()).add(node);
                open.add(node);
            }
            open.get(open.size() - 1).hitCounts().add(clause.hits());
            path = steps;
        }
        return top;
    }

    private static ClauseNode of(String step, ClauseView clause, boolean first) {
        String label = step.length() <= LONGEST_LABEL
                ? step
                : step.substring(0, LONGEST_LABEL).strip() + "…";
        return new ClauseNode(
                label,
                clause.ordinal(),
                clause.page(),
                clause.confidence() != null,
                first ? clause.newPart() : "",
                new ArrayList<>(),
                new ArrayList<>());
    }

    private static int shared(List<String> one, List<String> other) {
        int shared = 0;
        while (shared < Math.min(one.size(), other.size()) && one.get(shared).equals(other.get(shared))) {
            shared++;
        }
        return shared;
    }

    public int hits() {
        return hitCounts.stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether what is below it is shown from the start: where there is little in all, or a hit in it. */
    public boolean open(int shown) {
        return shown <= OPEN_AT_ONCE || hitsBelow() > 0;
    }

    private int hitsBelow() {
        return children.stream()
                .mapToInt(child -> child.hits() + child.hitsBelow())
                .sum();
    }

    /** "5 sub-clauses". */
    public String below() {
        return children.size() == 1 ? "1 sub-clause" : children.size() + " sub-clauses";
    }
}
