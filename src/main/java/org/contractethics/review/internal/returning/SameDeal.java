package org.contractethics.review.internal.returning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What the triage officer says of refused deals that the contract could be again.
 *
 * @param deal reference of the one that it is, {@link #NONE} or {@link #UNKNOWN}; empty where nothing was said
 * @param reasons why it is the same deal or is not, or why that is not known
 */
public record SameDeal(String deal, String reasons) {

    public static final String FIELD = "same-deal";
    public static final String REASONS = "same-deal-reasons";
    public static final String NONE = "NONE";
    public static final String UNKNOWN = "UNKNOWN";

    /** Where there was nothing to compare with. */
    public static final SameDeal NOTHING_SAID = new SameDeal("", "");

    /** Not knowing is never low (H16): it counts as a gap, and so does saying nothing. */
    public boolean leavesGap(List<EarlierDeal> deals) {
        return !deals.isEmpty() && (deal.isBlank() || deal.equals(UNKNOWN));
    }

    /** @param given the tier as it would be confirmed */
    public void check(List<EarlierDeal> deals, Tier given, Problems problems) {
        problems.when(
                deals.isEmpty() && !deal.isBlank(),
                FIELD,
                "No contract that was refused or ended is like this one any more. Leave this out.");
        if (deals.isEmpty()) {
            return;
        }
        problems.when(
                        !deal.equals(NONE)
                                && !deal.equals(UNKNOWN)
                                && same(deals).isEmpty(),
                        FIELD,
                        "Say whether this is a deal that was refused before: " + listed(deals) + ", " + NONE + " or "
                                + UNKNOWN + ".")
                .text(reasons, REASONS, "Give the reasons why it is the same deal, or why it is not.");
        same(deals).ifPresent(earlier -> demandTier(earlier, given, problems));
    }

    private static void demandTier(EarlierDeal earlier, Tier given, Problems problems) {
        Tier before = earlier.tier();
        problems.when(
                before != null && given.compareTo(before) < 0,
                "tier",
                earlier.reference() + " was in tier " + before
                        + " when it was refused or ended. The same deal is at least" + " that: raise the tier to "
                        + before + " and give the reason.");
    }

    private Optional<EarlierDeal> same(List<EarlierDeal> deals) {
        return deals.stream().filter(one -> one.reference().equals(deal)).findFirst();
    }

    private static String listed(List<EarlierDeal> deals) {
        return deals.stream().map(EarlierDeal::reference).collect(Collectors.joining(", "));
    }

    /** For the record: of each of them whether it is this one. */
    public List<Facts> facts(List<EarlierDeal> deals) {
        return deals.stream()
                .map(one -> Facts.of("earlierContractId", one.contract())
                        .and("sign", one.sign().name())
                        .and("same", answer(one)))
                .toList();
    }

    private String answer(EarlierDeal earlier) {
        if (deal.equals(UNKNOWN)) {
            return "UNKNOWN";
        }
        return earlier.reference().equals(deal) ? "YES" : "NO";
    }

    /** In words; null where nothing was said. */
    public @Nullable String words() {
        return switch (deal) {
            case "" -> null;
            case NONE -> "None of the deals that were refused before: " + reasons;
            case UNKNOWN -> "Not known whether it is a deal that was refused before: " + reasons;
            default -> "The same deal as " + deal + ", which was refused or ended: " + reasons;
        };
    }
}
