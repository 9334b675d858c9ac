package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.record.RecordEntry;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** Refused deals that came back through somebody else, as triage officers said of later contracts. */
final class ReturnedDeals {

    private static final int MONTHS = 24;
    private static final Set<String> REFUSED =
            Set.of(ContractStanding.REJECTED.name(), ContractStanding.EXITING.name(), ContractStanding.EXITED.name());
    private static final String BACK = "back";
    private static final String UNKNOWN = "unknown";
    private static final String AWAY = "away";

    private ReturnedDeals() {}

    /** What an entry about a later contract says of earlier ones. */
    static void compared(RecordEntry entry, ContractCases contracts) {
        for (Object one : entry.list("deals")) {
            if (one instanceof Map<?, ?> deal) {
                ContractId earlier = id(String.valueOf(deal.get("earlierContractId")));
                String same = String.valueOf(deal.get("same"));
                if (earlier != null) {
                    contracts.find(earlier).ifPresent(contract -> contract.compared(same, Mark.of(entry)));
                }
            }
        }
    }

    private static @Nullable ContractId id(String text) {
        try {
            return new ContractId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    static void count(Casebook book, Scope scope, Tally tally) {
        Tiers.asRows(tally);
        tally.column(BACK, "Came back");
        tally.column(UNKNOWN, "Not known");
        tally.column(AWAY, "Did not come back");
        Instant asOf = scope.asOf();
        Instant since = since(asOf);
        book.byBlock().contracts(scope, tally, (contract, part) -> {
            Changes.Change standing = contract.standingAt(asOf);
            if (standing == null
                    || !REFUSED.contains(standing.value())
                    || standing.mark().at().isBefore(since)) {
                return;
            }
            String tier = contract.tierAt(asOf);
            if (scope.takes(tier, contract)) {
                Changes.Change said = contract.comparedUntil(asOf);
                String column = column(said);
                Mark mark = said == null || column.equals(AWAY) ? standing.mark() : said.mark();
                part.add(
                        Tiers.key(tier),
                        column,
                        Item.of(mark, contract, tally.columns().getOrDefault(column, column)));
            }
        });
    }

    private static String column(Changes.@Nullable Change said) {
        if (said == null) {
            return AWAY;
        }
        return switch (said.value()) {
            case "YES" -> BACK;
            case "UNKNOWN" -> UNKNOWN;
            default -> AWAY;
        };
    }

    /** By the day, so that it is the same all day long. */
    private static Instant since(Instant asOf) {
        return LocalDate.ofInstant(asOf.minusMillis(1), ZoneOffset.UTC)
                .minusMonths(MONTHS)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
