package org.contractethics.contract.internal.redaction;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.contractethics.contract.Contract.Secrecy;

/** A fact of the register's line that can be withheld; all others everyone in the company sees. */
public enum RedactedField {
    TITLE("Title"),
    AGENCY("Name of the agency; its class is shown instead"),
    SUPPLIER("Supplier"),
    VALUE("Amount"),
    PERIOD("Period, with the year of the award");

    private final String label;

    RedactedField(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What secrecy terms withhold. Class and country of the agency, capabilities, tier, state and outcome never are (H18). */
    public static Set<RedactedField> under(Secrecy terms) {
        return switch (terms) {
            case NONE -> EnumSet.noneOf(RedactedField.class);
            case CONFIDENTIAL_TERMS -> EnumSet.complementOf(EnumSet.of(AGENCY));
            case EXISTENCE_SECRET, CLASSIFIED -> EnumSet.allOf(RedactedField.class);
        };
    }

    /** For sentences, for example "title, amount". */
    public String word() {
        return this == VALUE ? "amount" : name().toLowerCase(Locale.ROOT);
    }
}
