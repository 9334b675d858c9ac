package org.contractethics.contract.internal;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.redaction.RedactedField;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in the register. Null and empty mean any.
 *
 * @param text words of title, description, supplier, agency or contract number, or a reference
 * @param tier T1 to T4, or {@code NONE} for contracts without one
 * @param mine only contracts of which the viewer is account owner
 * @param page counted from 1
 */
public record RegisterFilter(
        String text,
        String agency,
        @Nullable AgencyType type,
        @Nullable ContractState state,
        String tier,
        @Nullable Integer year,
        @Nullable ValueBand value,
        String country,
        boolean mine,
        RegisterOrder order,
        int page) {

    public static final String NO_TIER = "NONE";

    public static RegisterFilter none() {
        return new RegisterFilter("", "", null, null, "", null, null, "", false, RegisterOrder.NEWEST, 1);
    }

    /** Whether at most one thing is asked for that an index holds in the order of the numbers. */
    boolean isSimple() {
        long asked = Stream.of(
                        !agency.isBlank(),
                        type != null,
                        state != null,
                        !tier.isBlank(),
                        year != null,
                        !country.isBlank(),
                        mine)
                .filter(one -> one)
                .count();
        return text.isBlank() && value == null && asked <= 1;
    }

    /** Whether the answer would tell something about a fact that is withheld from some viewers. */
    boolean asksForFacts() {
        return !asksFor().isEmpty();
    }

    /** Facts that can be redacted and that the answer would tell something about. A reference alone tells nothing. */
    Set<RedactedField> asksFor() {
        EnumSet<RedactedField> asked = EnumSet.noneOf(RedactedField.class);
        if (!text.isBlank() && !RegisterSearch.isReference(text)) {
            asked.addAll(EnumSet.of(RedactedField.TITLE, RedactedField.AGENCY, RedactedField.SUPPLIER));
        }
        if (!agency.isBlank()) {
            asked.add(RedactedField.AGENCY);
        }
        if (value != null) {
            asked.add(RedactedField.VALUE);
        }
        if (year != null) {
            asked.add(RedactedField.PERIOD);
        }
        order.tells().ifPresent(asked::add);
        return asked;
    }
}
