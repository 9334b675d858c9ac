package org.contractethics.concern.internal;

/** Whether an allegation is true, as far as an investigation could tell. */
public enum FindingResult {
    ESTABLISHED("Established"),
    NOT_ESTABLISHED("Not established"),
    UNDETERMINED("Could not be established");

    private final String label;

    FindingResult(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }
}
