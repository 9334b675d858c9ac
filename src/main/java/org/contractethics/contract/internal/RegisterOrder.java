package org.contractethics.contract.internal;

/** How the register may be sorted; each order is carried by an index. */
public enum RegisterOrder {
    NEWEST("Newest first", "c.number desc", false),
    OLDEST("Oldest first", "c.number", false),
    VALUE("Largest amount first", "c.obligated_units desc nulls last, c.number desc", true),
    TITLE("Title", "lower(c.title), c.number desc", true),
    AGENCY("Agency", "c.awarding_name, c.number desc", true);

    private final String label;
    private final String sql;
    private final boolean byFacts;

    RegisterOrder(String label, String sql, boolean byFacts) {
        this.label = label;
        this.sql = sql;
        this.byFacts = byFacts;
    }

    public String label() {
        return label;
    }

    String sql() {
        return sql;
    }

    /** Whether the order would tell something about a fact that is withheld from some viewers. */
    boolean byFacts() {
        return byFacts;
    }
}
