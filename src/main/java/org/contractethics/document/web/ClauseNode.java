package org.contractethics.document.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A clause in the list of clauses, with those below it. */
public record ClauseNode(ClauseView clause, List<ClauseNode> children) {

    /** Up to this many the whole tree is open. */
    private static final int OPEN_AT_ONCE = 60;

    /** Clauses of which the parent is not shown stand at the top. */
    static List<ClauseNode> tree(List<ClauseView> clauses) {
        List<ClauseNode> top = new ArrayList<>();
        Map<Integer, ClauseNode> byOrdinal = new HashMap<>();
        for (ClauseView clause : clauses) {
            ClauseNode parent = clause.parent() == null ? null : byOrdinal.get(clause.parent());
            if (clause.own() || clause.hits() > 0 || parent == null) {
                ClauseNode node = new ClauseNode(clause, new ArrayList<>());
                byOrdinal.put(clause.ordinal(), node);
                (parent == null ? top : parent.children()).add(node);
            }
        }
        return top;
    }

    /** Whether its sub-clauses are shown from the start: where there are few in all, or a hit among them. */
    public boolean open(int shown) {
        return shown <= OPEN_AT_ONCE || hitsBelow() > 0;
    }

    private int hitsBelow() {
        return children.stream().mapToInt(child -> child.clause().hits() + child.hitsBelow()).sum();
    }

    /** "5 sub-clauses". */
    public String below() {
        return children.size() == 1 ? "1 sub-clause" : children.size() + " sub-clauses";
    }
}
