package org.contractethics.review.internal.panel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.contractethics.review.Reviews.ConflictDeclared;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.Votes;
import org.contractethics.review.internal.panel.PanelChange.Reason;
import org.contractethics.review.internal.panel.PanelPool.Pool;
import org.contractethics.review.internal.panel.PanelSeats.Panel;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The next alternate takes the seat of a member who stepped back or is away. Where none is left the seat stays empty and the
 * chair is told; the quorum never shrinks (H3).
 */
@Component
public class BringingInAlternates {

    private final PanelSeats seats;
    private final PanelPool pools;
    private final ReviewCases reviews;
    private final VoteRounds rounds;
    private final Votes votes;
    private final PanelNotices notices;
    private final ApplicationEventPublisher events;

    BringingInAlternates(
            PanelSeats seats,
            PanelPool pools,
            ReviewCases reviews,
            VoteRounds rounds,
            Votes votes,
            PanelNotices notices,
            ApplicationEventPublisher events) {
        this.seats = seats;
        this.pools = pools;
        this.reviews = reviews;
        this.rounds = rounds;
        this.votes = votes;
        this.notices = notices;
        this.events = events;
    }

    /** In the transaction of the declaration: no moment in which the seat of a recused member is still theirs (H2). */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ConflictDeclared declared) {
        ReviewCase review = reviews.get(declared.review());
        if (rounds.open(review.id()).filter(VoteRound::panel).isPresent()) {
            replace(review, declared.person(), Reason.RECUSED, declared.person(), declared.at());
        }
    }

    /** On every panel that votes now: a member who is away and has not voted yet makes room. */
    void absent(String person, String actor, Instant now) {
        for (Panel panel : seats.votingWith(person)) {
            replace(reviews.lock(panel.review()), person, Reason.ABSENT, actor, now);
        }
    }

    /** @return whether somebody made room */
    boolean replace(ReviewCase review, String person, Reason reason, String actor, Instant now) {
        // keeps votes out meanwhile, so that nobody votes and is replaced in the same instant
        VoteRound round = rounds.openForClosing(review.id());
        Optional<Sitting> seat = seats.seatOf(review.id(), round.pass(), person);
        if (seat.isEmpty() || (reason == Reason.ABSENT && hasVoted(round, person))) {
            return false;
        }
        Optional<String> next = next(review, seat.get().seat(), now).map(PanelMember::person);
        change(
                review,
                new PanelChange(person, next.orElse(null), reason, actor, now),
                seat.get().seat());
        if (next.isEmpty()) {
            notices.incomplete(
                    review,
                    "No alternate is left for the seat of a "
                            + seat.get().seat().label().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        return true;
    }

    /** An alternate takes an empty seat, or votes besides the others because too few votes are valid. */
    boolean add(ReviewCase review, Seat seat, String actor, Instant now) {
        Optional<PanelMember> next = next(review, seat, now);
        next.ifPresent(member ->
                change(review, new PanelChange(null, member.person(), Reason.QUORUM, actor, now), member.seat()));
        return next.isPresent();
    }

    private void change(ReviewCase review, PanelChange change, Seat seat) {
        seats.change(review.id(), review.pass(), change);
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("pass", review.pass())
                .and("out", change.out())
                .and("in", change.in())
                .and("seat", seat.name())
                .and("reason", change.reason().name())
                .recorded(
                        change.out() == null ? "panel-member-added" : "panel-member-replaced",
                        review.contract(),
                        change.by(),
                        change.at()));
        if (change.in() != null) {
            notices.cameIn(review, change.in(), change.at());
        }
    }

    /** The next alternate for this kind of seat who may still be drawn. */
    private Optional<PanelMember> next(ReviewCase review, Seat seat, Instant now) {
        Pool pool = pools.of(review, LocalDate.ofInstant(now, ZoneOffset.UTC));
        Set<String> used = new HashSet<>();
        seats.changes(review.id(), review.pass()).forEach(change -> {
            used.add(change.in() == null ? "" : change.in());
            used.add(change.out() == null ? "" : change.out());
        });
        return seats.members(review.id(), review.pass()).stream()
                .filter(member -> member.alternate() && member.seat() == seat)
                .filter(member -> !used.contains(member.person()))
                .filter(member -> pool.holds(member.person(), seat))
                .findFirst();
    }

    boolean hasVoted(VoteRound round, String person) {
        return votes.cast(round).stream().anyMatch(cast -> cast.voter().equals(person));
    }
}
