package org.contractethics.review.internal.panel;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.review.internal.Recusals;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.Votes;
import org.contractethics.review.internal.Votes.Cast;
import org.contractethics.review.internal.VotingRules;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** What may be known of a vote while it is sealed: who has voted in which role, never what. An abstention is a choice, too. */
@Component
public class VotesSoFar {

    private final Votes votes;
    private final Recusals recusals;
    private final PanelSeats seats;

    VotesSoFar(Votes votes, Recusals recusals, PanelSeats seats) {
        this.votes = votes;
        this.recusals = recusals;
        this.seats = seats;
    }

    /** Votes of people who have not stepped back since. */
    public List<Cast> cast(VoteRound round) {
        Set<String> recused = recusals.of(round.review());
        return votes.cast(round).stream()
                .filter(cast -> !recused.contains(cast.voter()))
                .toList();
    }

    /**
     * How far the vote is from its quorum, in words. Abstentions are counted here like every vote, or the number would tell
     * who abstained; the page says so.
     */
    public String inWords(VotingRules rules, VoteRound round) {
        List<Role> roles = cast(round).stream().map(Cast::role).toList();
        List<String> missing = rules.missingAmong(roles);
        return roles.size() + " of " + rules.quorum() + (rules.quorum() == 1 ? " valid vote" : " valid votes")
                + (missing.isEmpty() ? "." : "; still missing: " + String.join(", ", missing) + ".");
    }

    /** Who sits on the panel and has not voted yet. */
    public List<String> toCome(VoteRound round) {
        Set<String> voted = votes.cast(round).stream().map(Cast::voter).collect(Collectors.toSet());
        return seats.sitting(round.review(), round.pass()).stream()
                .map(PanelSeats.Sitting::person)
                .filter(person -> !voted.contains(person))
                .toList();
    }

    boolean everybodyVoted(VoteRound round) {
        return toCome(round).isEmpty();
    }

    /** The kind of seat whose vote is missing although everybody voted; empty where the quorum is reached. */
    Optional<Seat> lacking(ReviewCase review, VoteRound round) {
        List<Role> valid = votes.validRoles(round, recusals.of(review.id()));
        VotingRules rules = VotingRules.of(review.confirmedTier(), round);
        for (Seat seat : List.of(Seat.LEGAL, Seat.OUTSIDE, Seat.EMPLOYEE)) {
            Role role = seat.roles().get(0);
            if (Collections.frequency(valid, role) < rules.mandatory(role)) {
                return Optional.of(seat);
            }
        }
        return valid.size() < rules.quorum() ? Optional.of(Seat.EMPLOYEE) : Optional.empty();
    }
}
