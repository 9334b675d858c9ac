package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.contractethics.paper.Paper;
import org.contractethics.report.internal.Assessed.Rated;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.contractethics.report.internal.StaffFigures.Told;
import org.jspecify.annotations.Nullable;

/**
 * Cases for the public: what was decided on contracts that are alike, in words, as finely as five of them or more allow. No number is
 * told of them, and none of those under secrecy terms or a redaction.
 */
final class AnonymousCases {

    private static final int FEWEST_CONTRACTS = SmallCells.LEAST_SHOWN;

    /** Fewer agencies of a class are known by the class. */
    private static final int FEWEST_AGENCIES = 3;

    /** From the finest description to the coarsest. */
    private static final List<Level> LEVELS =
            List.of(new Level(true, true), new Level(true, false), new Level(false, true));

    private AnonymousCases() {}

    private record Level(boolean byClass, boolean byRight) {}

    /** One review that was decided. */
    private record Case(
            ContractCase contract, @Nullable String agencyClass, String tier, String outcome, @Nullable Rated gravest) {

        /** Null where it cannot be described so. */
        @Nullable
        Type at(Level level) {
            if ((level.byClass() && agencyClass == null) || (level.byRight() && gravest == null)) {
                return null;
            }
            return new Type(level.byClass() ? agencyClass : null, tier, outcome, level.byRight() ? gravest : null);
        }
    }

    /** What cases have in common. */
    private record Type(@Nullable String agencyClass, String tier, String outcome, @Nullable Rated gravest) {

        String words(TitledRights titled) {
            String with = agencyClass == null ? "Tier " : label(agencyClass) + ", tier ";
            String impact = gravest == null
                    ? ""
                    : " The gravest impact was " + Words.of(gravest.severity()).toLowerCase(Locale.ROOT) + ", on right "
                            + titled.of(List.of(gravest.right()), null) + ".";
            return with + tier + ": " + Words.outcome(outcome).toLowerCase(Locale.ROOT) + "." + impact;
        }

        private static String label(String agencyClass) {
            return TriageInputs.AGENCY_CLASSES.getOrDefault(agencyClass, agencyClass);
        }
    }

    static void add(Paper.Builder paper, Casebook book, int year, Instant now, TitledRights titled) {
        paper.heading(1, "Cases of the year");
        if (Period.year(year).end().isAfter(now)) {
            paper.text("Told once the year is over.");
            return;
        }
        paper.text(
                        "What was decided on contracts that are alike, where there are five or more of them; the class of the agencies is"
                                + " named where they are three or more, rights by code and name in the catalogue of the policy. Not told are contracts under secrecy terms or a redaction, and what the"
                                + " figures hide.")
                .items(
                        told(cases(book, year, now), StaffFigures.of(Figure.DECISIONS, book, year, now), titled),
                        "No five cases are so alike that they can be told without telling which they are.");
    }

    private static List<String> told(List<Case> cases, Told decisions, TitledRights titled) {
        List<String> told = new ArrayList<>();
        List<Case> left = new ArrayList<>(cases);
        for (Level level : LEVELS) {
            Map<String, List<Case>> alike = new TreeMap<>();
            left.forEach(one -> {
                Type type = one.at(level);
                if (type != null
                        && decisions.number(null, type.tier(), type.outcome()).isPresent()) {
                    alike.computeIfAbsent(type.words(titled), any -> new ArrayList<>())
                            .add(one);
                }
            });
            alike.forEach((words, group) -> {
                if (hides(group, level)) {
                    told.add(words);
                    left.removeAll(group);
                }
            });
        }
        return told;
    }

    /** Whether nobody can tell which contracts are meant. */
    private static boolean hides(Collection<Case> group, Level level) {
        long contracts = group.stream().map(Case::contract).distinct().count();
        long agencies = group.stream()
                .map(one -> one.contract().agency())
                .filter(Objects::nonNull)
                .distinct()
                .count();
        return contracts >= FEWEST_CONTRACTS && (!level.byClass() || agencies >= FEWEST_AGENCIES);
    }

    private static List<Case> cases(Casebook book, int year, Instant now) {
        Scope scope = new Scope(Period.year(year), null, null, now);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return book.touched(scope)
                .filter(review -> !review.contract.withheld().underSecrecyTerms()
                        && !review.contract.withheld().anything(today))
                .flatMap(review -> decided(review, scope))
                .toList();
    }

    /** The last decision of the year that settles the review; what no triage said to be open is taken for secret (H16). */
    private static Stream<Case> decided(ReviewCase review, Scope scope) {
        DecisionMade decision = review.lastSettledBefore(scope.asOf()).orElse(null);
        if (decision == null || !scope.period().holds(decision.mark().at()) || !Tiers.ALL.contains(decision.tier())) {
            return Stream.empty();
        }
        TriageInputs faced = FacedFigures.faced(review, decision);
        if (!"OPEN".equals(faced.secrecy())) {
            return Stream.empty();
        }
        String agencyClass = "UNKNOWN".equals(faced.agencyClass()) ? null : faced.agencyClass();
        return Stream.of(
                new Case(review.contract, agencyClass, decision.tier(), decision.outcome(), gravest(review, decision)));
    }

    /** As last assessed before the decision; the first of several that are as grave. */
    private static @Nullable Rated gravest(ReviewCase review, DecisionMade decision) {
        return review.assessments.stream()
                .filter(assessed -> assessed.mark().entry() < decision.mark().entry())
                .reduce((first, second) -> second)
                .flatMap(assessed -> assessed.rights().stream()
                        .filter(rated -> !rated.severity().equals("INCOMPLETE") && rated.weight() >= 0)
                        .max(Comparator.comparingInt(Rated::weight)
                                .thenComparing(Rated::right, Comparator.reverseOrder())))
                .orElse(null);
    }
}
