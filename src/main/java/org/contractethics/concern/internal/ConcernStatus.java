package org.contractethics.concern.internal;

/** Where a concern stands; its filer always sees it. Moves only forward. */
public enum ConcernStatus {
    RECEIVED("Received"),
    ACKNOWLEDGED("Acknowledged"),
    IN_FOLLOW_UP("In follow-up"),
    ANSWERED("Answered");

    private final String label;

    ConcernStatus(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    /** Whether it was acknowledged and waits for its answer. */
    public boolean isInProgress() {
        return this == ACKNOWLEDGED || this == IN_FOLLOW_UP;
    }
}
