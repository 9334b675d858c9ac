package org.contractethics.review.internal.advice;

/** What an adviser has to say on an element, in one word. */
public enum Position {
    NO_OBJECTION("No objection"),
    CONDITIONS("No objection on conditions"),
    OBJECTION("Objection");

    private final String label;

    Position(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
