package org.contractethics.concern.internal;

import java.util.List;

/** How a concern is disclosed. */
public enum ConcernMode {
    OPEN(
            "Open",
            "Reviewers of the contract read what you write, as the words of an employee. Only the ombuds sees your name.",
            "Reviewers of the contract read the text, as the words of an employee. Only those who handle it see the name."),
    CONFIDENTIAL(
            "Confidential",
            "Only the ombuds reads what you write. Your name is sealed, for them as well: it is opened only if you consent, or where a law"
                    + " demands it and a second person confirms that. You read of it here first. Reviewers see that there is a"
                    + " concern, and its topic.",
            "Only those who handle it read the text. The name is sealed for them as well, until an opening is granted. Reviewers see"
                    + " that there is a concern, and its topic."),
    ANONYMOUS(
            "Anonymous",
            "Only the ombuds reads what you write. Nobody can see who you are, and we do not know it either.",
            "Only those who handle it read the text. Nobody knows who filed it."),
    COLLECTIVE(
            "Collective",
            "Several people raise it together. Who of them is named, and to whom, was fixed when the letter was begun.",
            "Several people raise it together. Who of them is named, and to whom, was fixed when the letter was begun.");

    private final String label;
    private final String meaning;
    private final String meaningForOfficers;

    ConcernMode(String label, String meaning, String meaningForOfficers) {
        this.label = label;
        this.meaning = meaning;
        this.meaningForOfficers = meaningForOfficers;
    }

    /** What somebody who is signed in can choose when filing alone. */
    public static List<ConcernMode> forSignedIn() {
        return List.of(OPEN, CONFIDENTIAL);
    }

    /** Whether what its filer writes, or who opened the letter, is read by nobody but those who handle the concern. */
    public boolean isForHandlersOnly() {
        return this != OPEN;
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
