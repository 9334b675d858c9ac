package org.contractethics.review.internal.panel;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.VoteRound;
import org.contractethics.review.internal.VoteRounds;
import org.contractethics.review.internal.panel.PanelChange.Reason;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the chair can do about seats without a vote to come: alternates come in, and where none is left lots are drawn again
 * from whoever may be drawn by now. Whom it falls on is never the chair's choice, and the quorum stays as it is (H3).
 */
@Component
public class FillingSeats {

    private final StageWork work;
    private final VoteRounds rounds;
    private final PanelSeats seats;
    private final Absences absences;
    private final PanelSettings settings;
    private final VotesSoFar votes;
    private final BringingInAlternates alternates;
    private final DrawingPanel drawing;
    private final ChairOfPanel chair;

    FillingSeats(
            StageWork work,
            VoteRounds rounds,
            PanelSeats seats,
            Absences absences,
            PanelSettings settings,
            VotesSoFar votes,
            BringingInAlternates alternates,
            DrawingPanel drawing,
            ChairOfPanel chair) {
        this.work = work;
        this.rounds = rounds;
        this.seats = seats;
        this.absences = absences;
        this.settings = settings;
        this.votes = votes;
        this.alternates = alternates;
        this.drawing = drawing;
        this.chair = chair;
    }

    /** @return what was done, a sentence each */
    @Transactional
    public List<String> fill(ReviewId id, Actor actor) {
        return fill(id, null, actor);
    }

    /** @param seen how many drawings the chair knew of: what is sent twice draws no second lot. Null where they were held to it otherwise */
    @Transactional
    public List<String> fill(ReviewId id, @Nullable Integer seen, Actor actor) {
        Open open = work.begin(id, Stage.VOTE, actor);
        ReviewCase review = open.review();
        chair.demand(review, actor, "The panel chair fills the seats of a panel.");
        VoteRound round = rounds.openForClosing(id);
        if (!round.panel()) {
            throw Refused.invalid("The reviewers vote without the panel.");
        }
        demandSeen(seen, review);
        List<String> done = new ArrayList<>();
        if (seats.draws(id, round.pass()).isEmpty()) {
            drawing.draw(review, round, actor.username(), open.now());
            done.add("The panel was drawn.");
        }
        replaceTheAbsent(open, done);
        fillEmptySeats(open, done);
        answerAbstentions(open, round, done);
        if (done.isEmpty()) {
            throw Refused.conflict("Every seat is filled, and there are members who have not voted yet.");
        }
        return done;
    }

    private void demandSeen(@Nullable Integer seen, ReviewCase review) {
        int drawn = seats.draws(review.id(), review.pass()).size();
        if (seen != null && seen != drawn) {
            throw Refused.conflict("Lots were drawn since you opened the page: there are " + drawn
                    + " drawings now. Look at the panel before you fill its seats.");
        }
    }

    private void replaceTheAbsent(Open open, List<String> done) {
        Set<String> absent = absences.absentOn(LocalDate.ofInstant(open.now(), ZoneOffset.UTC));
        for (Sitting sitting : sitting(open.review())) {
            if (absent.contains(sitting.person())
                    && alternates.replace(
                            open.review(),
                            sitting.person(),
                            Reason.ABSENT,
                            open.actor().username(),
                            open.now())) {
                done.add("A member who is absent made room.");
            }
        }
    }

    private void fillEmptySeats(Open open, List<String> done) {
        Map<Seat, Integer> wanted = new EnumMap<>(Seat.class);
        settings.seats(open.review().confirmedTier()).forEach((seat, number) -> {
            long filled = sitting(open.review()).stream()
                    .filter(sitting -> sitting.seat() == seat)
                    .count();
            for (long empty = number - filled; empty > 0; empty--) {
                if (alternates.add(open.review(), seat, open.actor().username(), open.now())) {
                    done.add("An alternate took an empty seat.");
                } else {
                    wanted.merge(seat, 1, Integer::sum);
                }
            }
        });
        if (!wanted.isEmpty()) {
            drawAgain(open, wanted, done);
        }
    }

    private void drawAgain(Open open, Map<Seat, Integer> wanted, List<String> done) {
        List<String> missing =
                drawing.drawFurther(open.review(), wanted, open.actor().username(), open.now());
        done.add(
                missing.isEmpty()
                        ? "No alternate was left, so lots were drawn again."
                        : "No alternate is left, and nobody can be drawn for: " + String.join(", ", missing)
                                + ". The quorum stays as it is: the vote waits until somebody can be drawn.");
    }

    /** Everybody has voted and too few votes are valid: another member votes besides. Who abstained stays sealed. */
    private void answerAbstentions(Open open, VoteRound round, List<String> done) {
        if (!done.isEmpty() || !votes.everybodyVoted(round)) {
            return;
        }
        Optional<Seat> lacking = votes.lacking(open.review(), round);
        if (lacking.isEmpty()) {
            throw Refused.conflict("Every seat is filled and the quorum is reached. The vote can be closed.");
        }
        if (alternates.add(open.review(), lacking.get(), open.actor().username(), open.now())) {
            done.add("Too few votes are valid, so one more alternate votes.");
        } else {
            drawAgain(open, Map.of(lacking.get(), 1), done);
        }
    }

    private List<Sitting> sitting(ReviewCase review) {
        return seats.sitting(review.id(), review.pass());
    }
}
