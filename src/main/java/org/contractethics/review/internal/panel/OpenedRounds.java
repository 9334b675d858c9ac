package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.AllowedSpace;
import org.contractethics.review.internal.Decision;
import org.contractethics.review.internal.Recusals;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageForm.VoteClosed;
import org.contractethics.review.internal.StageResults;
import org.contractethics.review.internal.Vote;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.Votes;
import org.contractethics.review.internal.VotingRules;
import org.contractethics.review.internal.panel.MeetingCase.Opened;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The votes of one pass as they were when they were closed: by the rules of that pass, and with the votes that were valid then.
 * A later pass may have another tier, and a later recusal changes nothing of what was counted. Sealed votes are never read here.
 */
@Component
class OpenedRounds {

    private final VoteRounds rounds;
    private final Votes votes;
    private final Recusals recusals;
    private final StageResults results;
    private final ActingChairs acting;

    OpenedRounds(VoteRounds rounds, Votes votes, Recusals recusals, StageResults results, ActingChairs acting) {
        this.rounds = rounds;
        this.votes = votes;
        this.recusals = recusals;
        this.results = results;
        this.acting = acting;
    }

    /**
     * @param rounds that were opened, the first one first
     * @param sealed whether a vote of this pass is still sealed
     */
    record OfPass(List<Opened> rounds, boolean sealed, VotingRules rules) {}

    /** @param decision of this pass; null before it */
    OfPass of(ReviewCase review, int pass, @Nullable Decision decision) {
        List<VoteRound> closed = rounds.closed(review.id()).stream()
                .filter(round -> round.pass() == pass)
                .toList();
        List<VoteRound> open = rounds.open(review.id()).stream()
                .filter(round -> round.pass() == pass)
                .toList();
        VoteRound last = Stream.concat(closed.stream(), open.stream())
                .max(Comparator.comparingInt(VoteRound::round))
                .orElseThrow(() -> new IllegalStateException("a paper about a pass without a vote"));
        Map<String, Instant> recused = recusals.declaredAt(review.id());
        return new OfPass(
                closed.stream().map(round -> opened(round, decision, recused)).toList(),
                !open.isEmpty(),
                rules(review, last, decision));
    }

    private VotingRules rules(ReviewCase review, VoteRound round, @Nullable Decision decision) {
        if (decision == null) {
            return VotingRules.of(tier(review, round.pass()), round);
        }
        AllowedSpace space =
                decision.round() == round.round() ? decision.tables().space() : round.space();
        return VotingRules.of(decision.tier(), round.panel(), space);
    }

    /** What the triage of that pass confirmed; that of the review may be of a later one. */
    private Tier tier(ReviewCase review, int pass) {
        return results.form(review.id(), pass, TriageConfirmation.class)
                .map(TriageConfirmation::tier)
                .orElseGet(review::confirmedTier);
    }

    private Opened opened(VoteRound round, @Nullable Decision decision, Map<String, Instant> recused) {
        List<Vote> cast = votes.opened(round);
        Instant closed = Objects.requireNonNull(round.closedAt());
        List<Vote> valid = VotingRules.valid(cast, by(closed, recused));
        List<Vote> left =
                VotingRules.valid(valid, decision == null ? recused.keySet() : by(decision.decidedAt(), recused));
        String chair = acting.of(round.review(), round.pass()).stream()
                .map(ActingChair::person)
                .filter(person -> person.equals(round.closedBy()))
                .findFirst()
                .orElse(null);
        return new Opened(round, cast, kept(round).orElse(valid.size()), valid.size() - left.size(), chair);
    }

    /** The valid votes as the record keeps them of the round that carried. */
    private Optional<Integer> kept(VoteRound round) {
        return results.form(round.review(), round.pass(), VoteClosed.class)
                .filter(kept -> kept.round() == round.round())
                .map(VoteClosed::valid);
    }

    private static Set<String> by(Instant moment, Map<String, Instant> recused) {
        return recused.entrySet().stream()
                .filter(one -> !one.getValue().isAfter(moment))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
