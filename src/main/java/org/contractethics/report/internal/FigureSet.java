package org.contractethics.report.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.TreeHead;
import org.contractethics.shared.ContractId;

/**
 * All figures for one question, from one state of the record.
 *
 * @param head what was folded
 * @param before the same for the period before
 * @param agencies the agencies of which whoever asks may be told, for the filter
 * @param withheld the contracts of which something is withheld from whoever asks
 * @param dissented the agency of each contract with a dissent of the period, as far as whoever asks may be told of it
 * @param critical the cases behind {@link Figure#CRITICAL_CASES}
 */
public record FigureSet(
        TreeHead head,
        Scope scope,
        Map<Figure, Tally> now,
        Map<Figure, Tally> before,
        List<String> agencies,
        Set<ContractId> withheld,
        Map<ContractId, String> dissented,
        List<CriticalCase> critical) {

    public FigureSet {
        withheld = Set.copyOf(withheld);
        dissented = Map.copyOf(dissented);
    }

    /** The reasons that an entry gives, which may tell what is withheld of its contract. */
    Optional<String> reasons(RecordEntry entry) {
        ContractId contract = entry.contract();
        return contract != null && withheld.contains(contract) ? Optional.of("Withheld") : entry.text("reasons");
    }

    /** The agency of a contract with a dissent, or why none is named. */
    String agencyOf(ContractId contract) {
        return dissented.getOrDefault(contract, withheld.contains(contract) ? "Withheld" : "Not recorded");
    }

    /** The same numbers, which a later state of the record and a later moment have not changed; days go on. */
    FigureSet at(TreeHead later, Scope asked, List<CriticalCase> days) {
        return new FigureSet(later, asked, now, before, agencies, withheld, dissented, days);
    }

    public Tally now(Figure figure) {
        return counted(now, figure);
    }

    public Tally before(Figure figure) {
        return counted(before, figure);
    }

    /** Whether nothing happened in the period that any figure counts. */
    boolean isEmpty() {
        return now.values().stream()
                .filter(tally -> tally.figure().moment() == Figure.Moment.IN_PERIOD)
                .allMatch(tally -> tally.total() == 0);
    }

    private static Tally counted(Map<Figure, Tally> tallies, Figure figure) {
        Tally tally = tallies.get(figure);
        if (tally == null) {
            throw new IllegalStateException("not counted: " + figure);
        }
        return tally;
    }
}
