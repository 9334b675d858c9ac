package org.contractethics.screening.internal;

/** Where a hit stands. */
public enum HitState {
    OPEN("Open"),
    WAITING("Cleared by one, waits for a second person"),
    CONFIRMED("Confirmed"),
    CLEARED("Cleared for a time"),
    CLOSED("No longer near");

    private final String label;

    HitState(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    /** Whether a reviewer has to reckon with it. */
    public boolean stands() {
        return this != CLEARED && this != CLOSED;
    }
}
