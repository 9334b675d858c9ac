package org.contractethics.concern.internal.letter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * From how many signatories on something follows; with both, whichever is reached first.
 *
 * @param signatures so many people
 * @param perMille or so many in a thousand of the headcount
 */
record Threshold(@Nullable Integer signatures, @Nullable BigDecimal perMille) {

    /** Fewer would name people by their number. */
    static final int FEWEST = 5;

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);

    /** As a number of people, with the headcount of today; empty where only the share is set and the headcount is not known. */
    OptionalInt with(OptionalInt headcount) {
        OptionalInt shared = share(headcount);
        if (signatures == null) {
            return shared;
        }
        return OptionalInt.of(Math.min(signatures, shared.orElse(signatures)));
    }

    private OptionalInt share(OptionalInt headcount) {
        if (perMille == null || headcount.isEmpty()) {
            return OptionalInt.empty();
        }
        int people = perMille.multiply(BigDecimal.valueOf(headcount.getAsInt()))
                .divide(THOUSAND, 0, RoundingMode.CEILING)
                .intValueExact();
        return OptionalInt.of(Math.max(FEWEST, people));
    }

    /** For the page, for example "25 signatories or 1 in 1,000 of the headcount, whichever is less". */
    String inWords() {
        String people = signatures == null ? "" : String.format(Locale.ROOT, "%,d signatories", signatures);
        String share =
                perMille == null ? "" : perMille.stripTrailingZeros().toPlainString() + " in 1,000 of the headcount";
        return people.isEmpty() || share.isEmpty() ? people + share : people + " or " + share + ", whichever is less";
    }
}
