package org.contractethics.concern.internal.opening;

/** On what an opening rests. Never on one person alone. */
public enum OpeningGround {
    CONSENT("The filer's consent"),
    LEGAL_BASIS("A legal basis, confirmed by a second person");

    private final String label;

    OpeningGround(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }
}
