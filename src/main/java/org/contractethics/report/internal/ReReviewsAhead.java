package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/** When signed contracts are looked at again (S11): folded from the entries about it, and counted ahead for a year. */
final class ReReviewsAhead {

    private static final String WAITING = "waiting";
    private static final String NONE = "none";
    private static final String UNKNOWN = "unknown";
    private static final String LATER = "later";
    private static final int MONTHS = 12;
    private static final int AHEAD_WORKING_DAYS = 20;

    /** The longest that a contract of a tier goes without a look. */
    private static final Map<String, Integer> INTERVALS = Map.of("T1", 24, "T2", 12, "T3", 6, "T4", 3);

    private ReReviewsAhead() {}

    /**
     * A signature begins the interval anew.
     *
     * @param lastDay of the approval, before which people look at it where it comes sooner; null where it is not known
     */
    static void signed(RecordEntry entry, ContractCase contract, @Nullable LocalDate lastDay, WorkingDays days) {
        Integer months = INTERVALS.get(Tiers.key(contract.tierAt(Instant.MAX)));
        LocalDate signed = LocalDate.ofInstant(entry.occurredAt(), ZoneOffset.UTC);
        contract.reReview(
                months == null
                        ? UNKNOWN
                        : earliest(signed, signed.plusMonths(months), lastDay, days)
                                .toString(),
                Mark.of(entry));
    }

    private static LocalDate earliest(
            LocalDate signed, LocalDate byInterval, @Nullable LocalDate lastDay, WorkingDays days) {
        if (lastDay == null) {
            return byInterval;
        }
        LocalDate ahead = days.before(lastDay.atStartOfDay(days.zone()).toInstant(), AHEAD_WORKING_DAYS);
        LocalDate look = ahead.isBefore(byInterval) ? ahead : byInterval;
        return look.isAfter(signed) ? look : signed.plusDays(1);
    }

    /** People have been asked to look. */
    static void due(RecordEntry entry, ContractCase contract) {
        contract.reReview(WAITING, Mark.of(entry));
    }

    /** The entry names the next day, or none where a new review began instead. */
    static void next(RecordEntry entry, ContractCase contract) {
        contract.reReview(
                FactReader.day(entry, "nextOn").map(LocalDate::toString).orElse(NONE), Mark.of(entry));
    }

    static void ended(RecordEntry entry, ContractCase contract) {
        contract.reReview(NONE, Mark.of(entry));
    }

    static void count(Casebook book, Scope scope, Tally tally) {
        LocalDate today = scope.dayOfStates();
        LocalDate last = today.plusMonths(MONTHS);
        tally.row(WAITING, "Due already and not done");
        for (LocalDate day = today; !Period.quarterOf(day).from().isAfter(last); day = day.plusMonths(3)) {
            Period quarter = Period.quarterOf(day);
            tally.row(quarter.from().toString(), quarter.quarterWords());
        }
        tally.row(LATER, "Later than in 12 months");
        tally.row(UNKNOWN, "Not recorded");
        Tiers.asColumns(tally);
        Instant asOf = scope.asOf();
        book.byBlock().contracts(scope, tally, (contract, part) -> {
            Changes.Change next = contract.reReviewAt(asOf);
            String tier = contract.tierAt(asOf);
            String row = next == null ? null : row(next.value(), today, last);
            if (next != null && row != null && scope.takes(tier, contract)) {
                part.add(row, Tiers.key(tier), Item.of(next.mark(), contract, words(next.value())));
            }
        });
    }

    /** Null where none is to come. */
    private static @Nullable String row(String next, LocalDate today, LocalDate last) {
        return switch (next) {
            case NONE -> null;
            case WAITING, UNKNOWN -> next;
            default -> row(LocalDate.parse(next), today, last);
        };
    }

    private static String row(LocalDate day, LocalDate today, LocalDate last) {
        if (day.isBefore(today)) {
            return WAITING;
        }
        return day.isAfter(last) ? LATER : Period.quarterOf(day).from().toString();
    }

    private static String words(String next) {
        return switch (next) {
            case WAITING -> "Waits for people";
            case UNKNOWN -> "Day not recorded";
            default -> "On " + next;
        };
    }
}
