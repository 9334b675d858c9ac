package org.contractethics.concern.internal.letter;

/** Who learns who signed a letter; fixed when the letter is opened. */
public enum SigningMode {
    NAMED(
            "With names",
            "Every employee reads the names of those who signed, managers and the owner of the contract included. Names appear when"
                    + " the day of the signature is over."),
    CUSTODIAN_ONLY(
            "Names for the custodian only",
            "Names are sealed with the key of the letter. Only the ombuds who handles the letter can open them; everybody else sees a"
                    + " rounded number."),
    REVEALED_AT(
            "Names from a number on",
            "Names are sealed and nobody can open them, neither the ombuds nor the author, until so many have signed as the letter says."
                    + " Then the names of those who agreed to it are shown to every employee, when that day is over. Who did not agree stays"
                    + " sealed and counts."),
    COUNT_ONLY(
            "Counted, without names",
            "Nobody learns who signed, not even from the database. Your browser gets a token that proves that an employee signed, without"
                    + " saying which. That you asked for a token is known, to the day; whether and when you handed it in is not. This needs"
                    + " JavaScript.");

    private final String label;
    private final String meaning;

    SigningMode(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    /** Who will see what, in whole sentences. */
    public String meaning() {
        return meaning;
    }

    /** Whether names are kept sealed, under marks. */
    boolean seals() {
        return this == CUSTODIAN_ONLY || this == REVEALED_AT;
    }
}
