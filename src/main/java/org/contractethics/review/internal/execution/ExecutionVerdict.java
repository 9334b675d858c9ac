package org.contractethics.review.internal.execution;

/** How executed copies were found to be what was decided on. Without one of these nothing becomes signed (H7). */
public enum ExecutionVerdict {
    IDENTICAL("The very files that were decided on"),
    SAME_CLAUSES("The same clauses as decided on");

    private final String label;

    ExecutionVerdict(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
