package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Safeguards.SafeguardState;
import org.contractethics.review.internal.Decision.Dissent;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a decision rests on: the closed vote, the triage and the rules a verdict has to keep. */
@Component
public class DecisionBasis {

    private static final String UNSIGNED =
            "Nobody without a conflict countersigned the residual severity that the vote was about, and the assessed severity does not"
                    + " allow what it carried. Returned, the contract is reviewed anew.";

    private final VoteRounds rounds;
    private final Votes votes;
    private final Recusals recusals;
    private final StageResults results;
    private final VerdictRules rules;
    private final Clock clock;
    private final SpaceLimits limits;
    private final PolicyOfReview policies;
    private final AppealPeriod appealPeriod;

    DecisionBasis(
            VoteRounds rounds,
            Votes votes,
            Recusals recusals,
            StageResults results,
            VerdictRules rules,
            Clock clock,
            SpaceLimits limits,
            PolicyOfReview policies,
            AppealPeriod appealPeriod) {
        this.rounds = rounds;
        this.votes = votes;
        this.recusals = recusals;
        this.results = results;
        this.rules = rules;
        this.clock = clock;
        this.limits = limits;
        this.policies = policies;
        this.appealPeriod = appealPeriod;
    }

    /** The round of this pass that carried an outcome; empty while there is none. */
    public Optional<VoteRound> closedRound(ReviewCase review) {
        return rounds.latest(review.id())
                .filter(round -> !round.open() && round.carried() != null && round.pass() == review.pass());
    }

    /**
     * What the vote carried. An approval on the way of a lower tier than a hearing found is returned instead, and so is what the tables
     * allow no longer, or what the votes that are valid by now do not carry.
     */
    public Outcome outcome(ReviewCase review, VoteRound round) {
        return outcome(review, round, validVotes(review, round));
    }

    private Outcome outcome(ReviewCase review, VoteRound round, List<Vote> valid) {
        String carried = round.carried();
        Outcome outcome = carried == null ? Outcome.RETURN : Outcome.valueOf(carried);
        boolean barred = outcome.approves() && limits.higherTier(review).isPresent();
        boolean stands = round.space().allowed().contains(outcome)
                && standing(review, round, valid).holds();
        return barred || !stands ? Outcome.RETURN : outcome;
    }

    private static StandingVote standing(ReviewCase review, VoteRound round, List<Vote> valid) {
        return new StandingVote(VotingRules.of(review.confirmedTier(), round), round, valid);
    }

    /** Refuses an approval before what was written of the agency or the countries was held against the triage. */
    void demandWeighed(ReviewCase review) {
        limits.demandWeighed(review);
    }

    /** Why a review is returned although the vote carried something else; empty where it is not. */
    public Optional<String> returnedBecause(ReviewCase review) {
        return limits.higherTier(review)
                .or(() -> closedRound(review).flatMap(round -> fallen(review, round, validVotes(review, round))));
    }

    private static Optional<String> fallen(ReviewCase review, VoteRound round, List<Vote> valid) {
        String carried = round.carried();
        return carried != null && !round.space().allowed().contains(Outcome.valueOf(carried))
                ? Optional.of(UNSIGNED)
                : standing(review, round, valid).fallen();
    }

    /** What was promised and stands in no document, as conditions that it is added to the contract. */
    public List<String> promised(ReviewCase review) {
        return results.form(review.id(), review.pass(), Mitigation.class).stream()
                .flatMap(mitigation -> policies.of(review).safeguards().stream()
                        .filter(safeguard -> mitigation.safeguards().get(safeguard.code()) == SafeguardState.PROMISED)
                        .map(safeguard -> safeguard.label() + " becomes part of the contract. Promised: "
                                + mitigation.safeguardReasons().getOrDefault(safeguard.code(), "")))
                .toList();
    }

    List<FormProblem> problems(ReviewCase review, Verdict verdict) {
        return closedRound(review)
                .map(round -> problems(review, round, validVotes(review, round), triage(review), verdict))
                .orElse(List.of());
    }

    /** The same for a round, its valid votes and a triage that the caller has read already. */
    List<FormProblem> problems(
            ReviewCase review, VoteRound round, List<Vote> valid, TriageConfirmation triage, Verdict verdict) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        VerdictRules.Due due = new VerdictRules.Due(
                outcome(review, round, valid),
                limits.higherTier(review).or(() -> fallen(review, round, valid)).orElse(""),
                lastDay(triage, review.confirmedTier(), today));
        List<FormProblem> problems = new ArrayList<>(rules.problems(round, due, verdict, today));
        problems.addAll(AskedCondition.problems(asked(round, valid, verdict.outcome()), verdict));
        return problems;
    }

    /** What the valid votes of a round ask for; nothing unless it carried an approval with conditions and that is what is decided. */
    public List<AskedCondition> asked(ReviewCase review, VoteRound round, @Nullable Outcome decided) {
        return asks(round, decided) ? AskedCondition.in(validVotes(review, round)) : List.of();
    }

    /** The same for valid votes that the caller has read already. */
    List<AskedCondition> asked(VoteRound round, List<Vote> valid, @Nullable Outcome decided) {
        return asks(round, decided) ? AskedCondition.in(valid) : List.of();
    }

    private static boolean asks(VoteRound round, @Nullable Outcome decided) {
        return decided == Outcome.CONDITIONAL && decided.name().equals(round.carried());
    }

    /** What a decision on appeal still lacks. */
    List<FormProblem> changeProblems(ReviewCase review, Decision first, Verdict verdict) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return closedRound(review)
                .map(round -> rules.changed(round, first.outcome(), verdict, today, lastDay(review, today)))
                .orElse(List.of());
    }

    /** An approval is reviewed again at the interval of its tier; a raised tier is never reviewed more rarely than T3. */
    public LocalDate lastDay(ReviewCase review, LocalDate today) {
        return lastDay(triage(review), review.confirmedTier(), today);
    }

    private static LocalDate lastDay(TriageConfirmation triage, Tier tier, LocalDate today) {
        return today.plusMonths(reviewEveryMonths(triage, tier));
    }

    static int reviewEveryMonths(@Nullable TriageConfirmation triage, Tier tier) {
        return triage == null ? longest(tier) : Math.min(triage.table().reviewEveryMonths(), longest(tier));
    }

    private static int longest(Tier tier) {
        return switch (tier) {
            case T1 -> 24;
            case T2 -> 12;
            case T3 -> 6;
            case T4 -> 3;
        };
    }

    /** First moment at which a decision made then can be appealed no more. */
    Instant appealEnd(Instant decidedAt) {
        return appealPeriod.end(decidedAt);
    }

    TriageConfirmation triage(ReviewCase review) {
        return results.form(review.id(), review.pass(), TriageConfirmation.class)
                .orElseThrow(() -> new IllegalStateException("review " + review.id() + " was decided without triage"));
    }

    /** Those that count now: of nobody who declared a conflict since, or who gains by the contract (H1, H2). */
    List<Vote> validVotes(ReviewCase review, VoteRound round) {
        return VotingRules.valid(votes.of(round.review(), round.round()), recusals.of(round.review())).stream()
                .filter(vote -> !review.interested(vote.voter()))
                .toList();
    }

    /**
     * The votes of a round that an outcome leaves as dissents, also of whoever stepped back since: what they wrote before stays, and
     * counts as no vote (H5).
     */
    List<Dissent> dissents(VoteRound round, Outcome outcome) {
        Set<String> recused = recusals.of(round.review());
        return votes.of(round.review(), round.round()).stream()
                .filter(vote -> vote.choice() != Vote.Choice.ABSTAIN)
                .filter(vote -> !vote.choice().name().equals(outcome.name()))
                .map(vote -> new Dissent(
                        vote.voter(),
                        vote.role(),
                        vote.choice(),
                        vote.rights(),
                        vote.severity().name(),
                        vote.reasons(),
                        recused.contains(vote.voter())))
                .toList();
    }
}
