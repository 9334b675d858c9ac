package org.contractethics.concern.internal.opening;

import org.contractethics.concern.internal.vault.Part;

/** What can be opened. */
public enum OpeningKind {
    IDENTITY("The name of the filer", Part.IDENTITY, "concern-name-shown"),
    ORIGINAL("An original file", Part.ORIGINAL, "concern-original-shown");

    private final String label;
    private final Part part;
    private final String recordedAs;

    OpeningKind(String label, Part part, String recordedAs) {
        this.label = label;
        this.part = part;
        this.recordedAs = recordedAs;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    /** Whose key it needs. */
    Part part() {
        return part;
    }

    /** Kind of the entry of the record, each time. */
    String recordedAs() {
        return recordedAs;
    }
}
