package org.contractethics.record.trail;

/** What somebody was shown. */
public enum AccessKind {
    CASE("Case"),
    DOCUMENT("Document"),
    REPORT("Report"),
    EXPORT("Export"),
    SEARCH("Search"),
    CONCERN("Concern"),
    RECORD("Record"),
    /** Of an address that stands on no list: recorded rather than missed. */
    OTHER("Other page");

    private final String label;

    AccessKind(String label) {
        this.label = label;
    }

    /** The word shown on screen. */
    public String label() {
        return label;
    }
}
