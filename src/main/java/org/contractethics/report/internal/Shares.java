package org.contractethics.report.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.report.internal.FigureTable.Value;
import org.jspecify.annotations.Nullable;

/** Which figures tell a share besides their numbers, and of what. */
final class Shares {

    private static final Share APPROVED = new Share("Approval rate", "approved", List.of("refused"));
    private static final Map<Figure, Share> SHARES = Map.ofEntries(
            Map.entry(Figure.DECIDED_SHARE, new Share("Share decided", "decided", List.of("open"))),
            Map.entry(Figure.STAGE_TIMES, new Share("In time", "in-time", List.of("late"))),
            Map.entry(Figure.APPROVAL_RATE, APPROVED),
            Map.entry(Figure.TIME_PRESSURE, new Share("Share under pressure", "late", List.of("in-time"))),
            Map.entry(Figure.FALSE_NEGATIVES, new Share("Share once rated T1 or T2", "low", List.of("high"))),
            Map.entry(Figure.SAFEGUARDS, new Share("Share in the contract", "PRESENT", List.of("ABSENT", "REFUSED"))),
            Map.entry(Figure.VISIBILITY, new Share("Share with limits", "limited", List.of("unsaid"))),
            Map.entry(Figure.TRAINED, new Share("Share trained", "trained", List.of("before", "never"))),
            Map.entry(Figure.TRUST_SURVEY, new Share("Share yes", "YES", List.of("PARTLY", "NO", "UNSAID", "OTHER"))),
            Map.entry(Figure.RETURNED_DEALS, new Share("Share that came back", "back", List.of("unknown", "away"))),
            Map.entry(
                    Figure.VALID_DECISION,
                    new Share("Share covered", "VALID", List.of("EXPIRED", "LAPSED", "NOT_APPROVING", "NONE"))),
            Map.entry(Figure.BY_AGENCY_CLASS, APPROVED),
            Map.entry(Figure.BY_COUNTRY_BAND, APPROVED),
            Map.entry(Figure.BY_SECRECY, APPROVED),
            Map.entry(Figure.TIERS_RAISED, new Share("Share raised", "raised", List.of("table"))),
            Map.entry(Figure.RESIDUAL, new Share("Share with P1 or P2 left", List.of("P1", "P2"), List.of("none"))),
            Map.entry(Figure.VULNERABLE, new Share("Share touching them", "YES", List.of("NO", "UNKNOWN"))),
            Map.entry(Figure.DECISION_GAPS, new Share("Share with gaps", "gaps", List.of("none"))),
            Map.entry(Figure.CONSULTED, new Share("Share without any", "none", List.of("affected", "proxy"))),
            Map.entry(
                    Figure.SAMPLE_AGREEMENT,
                    new Share("Agreement", "AGREES", List.of("TIER", "OUTCOME", "TIER_AND_OUTCOME"))),
            Map.entry(Figure.GAPS_CLOSED, new Share("Share closed", "closed", List.of("open"))),
            Map.entry(Figure.VOTES, new Share("Share unanimous", "UNANIMOUS", List.of("SPLIT", "NONE"))));

    private Shares() {}

    static Optional<Share> of(Figure figure) {
        return Optional.ofNullable(SHARES.get(figure));
    }

    /**
     * @param parts columns whose share it is
     * @param others columns that make up the whole together with it; those not named are no part of it
     */
    record Share(String head, List<String> parts, List<String> others) {

        Share(String head, String part, List<String> others) {
            this(head, List.of(part), others);
        }

        Value of(Tally tally, @Nullable String row) {
            int counted = count(tally, row, parts);
            return Value.percent(counted, counted + count(tally, row, others));
        }

        private static int count(Tally tally, @Nullable String row, List<String> columns) {
            return columns.stream().mapToInt(column -> tally.count(row, column)).sum();
        }
    }
}
