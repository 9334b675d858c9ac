package org.contractethics.screening;

/** How grave what was found of an agency is, the mildest first; the words of the table "Context risk". */
public enum RecordLevel {
    /** Credible allegations. */
    ALLEGATIONS("Credible allegations"),
    /** Violations that were documented. */
    DOCUMENTED("Documented violations"),
    /** Violations that are a pattern. */
    SYSTEMATIC("Systematic violations");

    private final String words;

    RecordLevel(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
