package org.contractethics.concern.internal.outcome;

/** What the handling of a concern found (ISO 37002, 9.1.2). */
public enum OutcomeResult {
    SUSTAINED("Sustained"),
    PARTLY("Partly sustained"),
    NOT_SUSTAINED("Not sustained"),
    OUT_OF_SCOPE("Out of scope");

    private final String label;

    OutcomeResult(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }
}
