package org.contractethics.report.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.report.internal.FigureTable.Value;
import org.jspecify.annotations.Nullable;

/** Which figures tell a share besides their numbers, and of what. */
final class Shares {

    private static final Map<Figure, Share> SHARES = Map.ofEntries(
            Map.entry(Figure.DECIDED_SHARE, new Share("Share decided", "decided", List.of("open"))),
            Map.entry(Figure.STAGE_TIMES, new Share("In time", "in-time", List.of("late"))),
            Map.entry(Figure.APPROVAL_RATE, new Share("Approval rate", "approved", List.of("refused"))),
            Map.entry(Figure.TIME_PRESSURE, new Share("Share under pressure", "late", List.of("in-time"))),
            Map.entry(Figure.FALSE_NEGATIVES, new Share("Share once rated T1 or T2", "low", List.of("high"))),
            Map.entry(Figure.SAFEGUARDS, new Share("Share in the contract", "PRESENT", List.of("ABSENT", "REFUSED"))),
            Map.entry(Figure.VISIBILITY, new Share("Share with limits", "limited", List.of("unsaid"))),
            Map.entry(
                    Figure.VALID_DECISION,
                    new Share("Share covered", "VALID", List.of("EXPIRED", "LAPSED", "NOT_APPROVING", "NONE"))),
            Map.entry(Figure.TIERS_RAISED, new Share("Share raised", "raised", List.of("table"))),
            Map.entry(Figure.VOTES, new Share("Share unanimous", "UNANIMOUS", List.of("SPLIT", "NONE"))));

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
