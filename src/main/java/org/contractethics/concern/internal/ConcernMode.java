package org.contractethics.concern.internal;

/** How a concern is disclosed. */
public enum ConcernMode {
    OPEN(
            "Open",
            "Reviewers of the contract read what you write, as the words of an employee. Only the ombuds sees your name.",
            "Reviewers of the contract read the text, as the words of an employee. Only those who handle it see the name."),
    CONFIDENTIAL(
            "Confidential",
            "Only the ombuds reads what you write and sees your name. Reviewers see that there is a concern, and its topic.",
            "Only those who handle it read the text and see the name. Reviewers see that there is a concern, and its topic.");

    private final String label;
    private final String meaning;
    private final String meaningForOfficers;

    ConcernMode(String label, String meaning, String meaningForOfficers) {
        this.label = label;
        this.meaning = meaning;
        this.meaningForOfficers = meaningForOfficers;
    }

    /** The word shown on screen. */
    public String label() {
        return label;
    }

    /** What it means for the filer, in whole sentences. */
    public String meaning() {
        return meaning;
    }

    /** What it means for those who handle the concern, in whole sentences. */
    public String meaningForOfficers() {
        return meaningForOfficers;
    }
}
