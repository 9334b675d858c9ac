package org.contractethics.contract.internal.redaction;

import java.util.Locale;

/** A fact of the register's line that can be withheld; all others everyone in the company sees. */
public enum RedactedField {
    TITLE("Title"),
    AGENCY("Name of the agency; its class is shown instead"),
    SUPPLIER("Supplier"),
    VALUE("Amount");

    private final String label;

    RedactedField(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** For sentences, for example "title, amount". */
    public String word() {
        return this == VALUE ? "amount" : name().toLowerCase(Locale.ROOT);
    }
}
