package org.contractethics.report.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts what the contracts in force are worth, by whom they are with. Each currency has rows of its own; no sum adds two. */
final class ValueFigures {

    private static final String UNRECORDED = "unrecorded";
    private static final String UNKNOWN = "unknown";
    private static final String BETWEEN = "|";

    private ValueFigures() {}

    static void agencyClass(Casebook book, Scope scope, Tally tally) {
        count(book, scope, tally, TriageInputs.AGENCY_CLASSES, contract -> contract.facedBefore(scope.asOf())
                .agencyClass());
    }

    static void countryBand(Casebook book, Scope scope, Tally tally) {
        count(book, scope, tally, TriageInputs.COUNTRY_BANDS, contract -> contract.facedBefore(scope.asOf())
                .countryBand());
    }

    static void tier(Casebook book, Scope scope, Tally tally) {
        Map<String, String> tiers = Words.labels("T1", "T1", "T2", "T2", "T3", "T3", "T4", "T4");
        count(book, scope, tally, tiers, contract -> contract.tierAt(scope.asOf()));
    }

    /** The currency that a row of such a figure stands for; whatever stands there where the amount is not told. */
    static String currency(String row) {
        return row.substring(row.lastIndexOf(BETWEEN) + 1);
    }

    private static void count(
            Casebook book,
            Scope scope,
            Tally tally,
            Map<String, String> labels,
            Function<ContractCase, @Nullable String> code) {
        Instant asOf = scope.asOf();
        book.byBlock().contracts(scope, tally, (contract, part) -> {
            Changes.Change standing = contract.inForceAt(asOf);
            if (standing == null || !scope.takes(contract.tierAt(asOf), contract)) {
                return;
            }
            String found = code.apply(contract);
            String known = found != null && labels.containsKey(found) ? found : UNRECORDED;
            Amount amount = scope.amountOf(contract, asOf);
            String row = known + BETWEEN + (amount == null ? UNKNOWN : amount.currency());
            part.row(row, labels.getOrDefault(known, "Not recorded") + told(amount));
            part.add(row, Tally.ALL, Item.of(standing.mark(), contract, ContractStanding.words(standing.value())));
            part.worth(row, Tally.ALL, amount == null ? 0 : amount.minor());
        });
        List<String> order = List.copyOf(labels.keySet());
        tally.orderRows(Comparator.comparing((String row) -> place(order, row)).thenComparing(row -> row));
    }

    private static String told(@Nullable Amount amount) {
        if (amount == null) {
            return ", amount not recorded";
        }
        return amount.equals(Amount.WITHHELD) ? ", amount withheld" : ", " + amount.currency();
    }

    /** What is not recorded stands last. */
    private static int place(List<String> order, String row) {
        int place = order.indexOf(row.substring(0, row.lastIndexOf(BETWEEN)));
        return place < 0 ? order.size() : place;
    }
}
