package org.contractethics.review.internal.advice;

/** An element of a contract that advice is given on. */
public enum Element {
    AGENCY("Agency"),
    SUPPLIER("Supplier and resellers"),
    CAPABILITY("Capability"),
    COUNTRY("Country"),
    END_USE("End use"),
    TERMS("Terms");

    private final String label;

    Element(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
