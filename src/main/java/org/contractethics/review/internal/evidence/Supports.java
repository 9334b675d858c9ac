package org.contractethics.review.internal.evidence;

/** The statement of the research that a source supports. */
public enum Supports {
    END_USE("End use"),
    INTENDED_CAPABILITY("Intended capability"),
    UNINTENDED_CAPABILITY("Unintended capability"),
    LAWS_AND_REMEDIES("Laws and remedies"),
    AGENCY_RECORD("Record of the agency and its country");

    private final String label;

    Supports(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
