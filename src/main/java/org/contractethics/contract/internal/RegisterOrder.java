package org.contractethics.contract.internal;

import java.util.Optional;
import org.contractethics.contract.internal.redaction.RedactedField;
import org.jspecify.annotations.Nullable;

/** How the register may be sorted; each order is carried by an index. */
public enum RegisterOrder {
    NEWEST("Newest first", "c.number desc", null),
    OLDEST("Oldest first", "c.number", null),
    VALUE("Largest amount first", "c.obligated_units desc nulls last, c.number desc", RedactedField.VALUE),
    TITLE("Title", "lower(c.title), c.number desc", RedactedField.TITLE),
    AGENCY("Agency", "c.awarding_name, c.number desc", RedactedField.AGENCY);

    private final String label;
    private final String sql;
    private final @Nullable RedactedField tells;

    RegisterOrder(String label, String sql, @Nullable RedactedField tells) {
        this.label = label;
        this.sql = sql;
        this.tells = tells;
    }

    public String label() {
        return label;
    }

    String sql() {
        return sql;
    }

    /** The fact that the order would tell something about, where it can be withheld from some viewers. */
    Optional<RedactedField> tells() {
        return Optional.ofNullable(tells);
    }
}
