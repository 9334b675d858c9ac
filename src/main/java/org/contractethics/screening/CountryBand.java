package org.contractethics.screening;

/** How badly human rights are protected in a country, the best first; the words of the table "Context risk". */
public enum CountryBand {
    LOW("Low"),
    MEDIUM("Medium"),
    HIGH("High"),
    CRITICAL("Critical");

    private final String words;

    CountryBand(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
