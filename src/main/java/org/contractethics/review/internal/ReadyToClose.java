package org.contractethics.review.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.panel.PanelChange;
import org.contractethics.review.internal.panel.PanelDraw;
import org.contractethics.review.internal.panel.PanelMember;
import org.contractethics.review.internal.panel.PanelSeats;
import org.contractethics.review.internal.panel.VotesSoFar;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * H3, H4, H5: when the vote of a panel can be closed. Who closes it sees by name who is still to come, so everybody drawn has voted, or had as
 * much time as the vote has. Until everybody voted an abstention is counted like every vote: what an attempt answers would tell of it.
 */
@Component
class ReadyToClose {

    private final VotesSoFar soFar;
    private final PanelSeats seats;
    private final Recusals recusals;
    private final PeopleDirectory people;
    private final MissedQuorum missed;

    ReadyToClose(VotesSoFar soFar, PanelSeats seats, Recusals recusals, PeopleDirectory people, MissedQuorum missed) {
        this.soFar = soFar;
        this.seats = seats;
        this.recusals = recusals;
        this.people = people;
        this.missed = missed;
    }

    /** @param valid the sealed votes that count */
    void demand(Open open, VoteRound round, List<Vote> valid) {
        List<String> toCome = toCome(open.review(), round);
        VotingRules rules = VotingRules.of(open.review().confirmedTier(), round);
        if (toCome.isEmpty()) {
            demandQuorum(open, round, valid.stream().map(Vote::role).toList(), valid.size());
            return;
        }
        demandQuorum(
                open, round, soFar.cast(round).stream().map(Votes.Cast::role).toList(), null);
        List<String> inTime = toCome.stream()
                .filter(person -> inTime(open, round, person))
                .map(person -> words(person, until(open.task(), round, person)))
                .toList();
        if (!inTime.isEmpty()) {
            throw Refused.conflict(
                    "The vote is closed when everybody drawn for the panel has voted, or their time is over. Still to come: "
                            + String.join(", ", inTime) + " (H4, H5).");
        }
        if (!rules.missing(valid).isEmpty()) {
            missed.record(open, round, rules.quorum(), null);
            throw Refused.invalid("The quorum is not reached without those who have not voted: "
                    + toCome.stream().map(people::displayName).collect(Collectors.joining(", ")) + " (H3).");
        }
    }

    /** @param known how many votes are valid; null while it would tell who abstained */
    private void demandQuorum(Open open, VoteRound round, List<Role> counted, @Nullable Integer known) {
        VotingRules rules = VotingRules.of(open.review().confirmedTier(), round);
        List<String> missing = rules.missingAmong(counted);
        if (!missing.isEmpty()) {
            missed.record(open, round, rules.quorum(), known);
            throw Refused.invalid("The quorum is not reached. Still missing: " + String.join(", ", missing) + " (H3).");
        }
    }

    /** Nobody waits for who cannot vote any more. */
    private List<String> toCome(ReviewCase review, VoteRound round) {
        Set<String> recused = recusals.of(review.id());
        return soFar.toCome(round).stream()
                .filter(person -> !recused.contains(person) && !review.interested(person))
                .toList();
    }

    private boolean inTime(Open open, VoteRound round, String person) {
        Instant until = until(open.task(), round, person);
        return until == null || open.now().isBefore(until);
    }

    /** As long after they came in as the first ones had, for each round; null while it is not due at any time. */
    private @Nullable Instant until(StageTask task, VoteRound round, String person) {
        Instant due = task.stopped() ? null : task.dueAt();
        Instant since = since(round, person);
        return due == null || !since.isAfter(task.createdAt())
                ? due
                : due.plus(Duration.between(task.createdAt(), since));
    }

    /** When the person could vote in this round for the first time. */
    private Instant since(VoteRound round, String person) {
        Stream<Instant> drawn = seats.members(round.review(), round.pass()).stream()
                .filter(member -> member.person().equals(person))
                .map(PanelMember::number)
                .flatMap(number -> seats.draws(round.review(), round.pass()).stream()
                        .filter(draw -> draw.number() == number)
                        .map(PanelDraw::drawnAt));
        Stream<Instant> cameIn = seats.changes(round.review(), round.pass()).stream()
                .filter(change -> person.equals(change.in()))
                .map(PanelChange::at);
        return Stream.concat(Stream.concat(drawn, cameIn), Stream.of(round.openedAt()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private String words(String person, @Nullable Instant until) {
        return people.displayName(person) + (until == null ? "" : " until " + Times.words(until));
    }
}
