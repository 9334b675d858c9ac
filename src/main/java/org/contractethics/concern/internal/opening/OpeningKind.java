package org.contractethics.concern.internal.opening;

/** What can be opened. */
public enum OpeningKind {
    IDENTITY("The name of the filer", "concern-name-shown"),
    ORIGINAL("An original file", "concern-original-shown");

    private final String label;
    private final String recordedAs;

    OpeningKind(String label, String recordedAs) {
        this.label = label;
        this.recordedAs = recordedAs;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    /** Kind of the entry of the record, each time. */
    String recordedAs() {
        return recordedAs;
    }
}
