package org.contractethics.concern.internal;

/** How a concern is disclosed. */
public enum ConcernMode {
    OPEN(
            "Open",
            "Reviewers of the contract read what you write, as the words of an employee. Only the ombuds sees your name."),
    CONFIDENTIAL(
            "Confidential",
            "Only the ombuds reads what you write and sees your name. Reviewers see that there is a concern, and its topic.");

    private final String label;
    private final String meaning;

    ConcernMode(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** The word shown on screen. */
    public String label() {
        return label;
    }

    /** What it means for the filer, in whole sentences. */
    public String meaning() {
        return meaning;
    }
}
