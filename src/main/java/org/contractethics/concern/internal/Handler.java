package org.contractethics.concern.internal;

/** Who handles a concern, in the order in which it falls to them; its filer sees which. */
public enum Handler {
    OMBUDS("The ombuds."),
    BOARD_COMMITTEE("The board committee, because no ombuds may handle it."),
    OUTSIDE("The ombudsperson outside the company, because nobody inside may handle it."),
    NOBODY(
            "Nobody at the moment: everyone who could is kept from it. It stays open until somebody is named who may handle it. You"
                    + " can turn to the authorities at any time.");

    private final String words;

    Handler(String words) {
        this.words = words;
    }

    /** For the filer, as a sentence. */
    public String words() {
        return words;
    }
}
