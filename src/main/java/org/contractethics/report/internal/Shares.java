package org.contractethics.report.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.report.internal.FigureTable.Value;
import org.jspecify.annotations.Nullable;

/** Which figures tell a share besides their numbers, and of what. */
final class Shares {

    private static final Map<Figure, Share> SHARES = Map.of(
            Figure.DECIDED_SHARE, new Share("Share decided", "decided", List.of("open")),
            Figure.STAGE_TIMES, new Share("In time", "in-time", List.of("late")),
            Figure.APPROVAL_RATE, new Share("Approval rate", "approved", List.of("refused")),
            Figure.TIME_PRESSURE, new Share("Share under pressure", "late", List.of("in-time")),
            Figure.FALSE_NEGATIVES, new Share("Share once rated T1 or T2", "low", List.of("high")),
            Figure.SAFEGUARDS, new Share("Share in the contract", "PRESENT", List.of("ABSENT", "REFUSED")),
            Figure.VISIBILITY, new Share("Share with limits", "limited", List.of("unsaid")));

    private Shares() {}

    static Optional<Share> of(Figure figure) {
        return Optional.ofNullable(SHARES.get(figure));
    }

    /**
     * @param part column whose share it is
     * @param others columns that make up the whole together with it; those not named are no part of it
     */
    record Share(String head, String part, List<String> others) {

        Value of(Tally tally, @Nullable String row) {
            int counted = tally.count(row, part);
            int rest =
                    others.stream().mapToInt(column -> tally.count(row, column)).sum();
            return Value.percent(counted, counted + rest);
        }
    }
}
