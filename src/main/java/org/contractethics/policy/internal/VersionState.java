package org.contractethics.policy.internal;

/** Where a version stands. */
public enum VersionState {
    PROPOSED("Proposed"),
    APPROVED("Approved, waits for its date"),
    IN_FORCE("In force"),
    SUPERSEDED("No longer in force"),
    WITHDRAWN("Withdrawn");

    private final String label;

    VersionState(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }
}
