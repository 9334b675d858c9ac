package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.serious;
import static org.contractethics.review.internal.VoteWithoutChair.refused;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.panel.ChairOfPanel.Acting;
import org.contractethics.review.internal.panel.DrawingActingChair;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Who acts as chair after a member was drawn, and what is said where nobody does. */
class ActingChairNowIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void where_nobody_holds_the_role_any_more_the_acting_chair_is_told_so_and_does_nothing() {
        VoteWithoutChair vote = VoteWithoutChair.in(world).voted();
        world.people.only(VoteWithoutChair.MEMBERS.toArray(Actor[]::new));

        assertThat(acting(vote).person()).isNull();
        assertThat(acting(vote).whyNobody()).contains("nobody is a panel chair any more");
        refused(Refused.Kind.NOT_ALLOWED, "Nobody is a panel chair by now", () -> close(vote, vote.acting()));
        refused(
                Refused.Kind.NOT_ALLOWED,
                "Nobody is a panel chair by now",
                () -> world.fillSeats(vote.review(), vote.acting()));
    }

    @Test
    void where_a_chair_is_there_again_or_nobody_knows_the_reason_says_so() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        assertThat(acting(vote)).isEqualTo(new Acting(vote.acting().username(), ""));

        world.people.add(actor("second.chair", Role.PANEL_CHAIR));
        assertThat(acting(vote).person()).isNull();
        assertThat(acting(vote).whyNobody()).contains("without a conflict is there again");

        world.people.answers = false;
        assertThat(acting(vote).person()).isNull();
        assertThat(acting(vote).whyNobody()).contains("not known at this moment");
    }

    @Test
    void who_stepped_back_or_lost_the_seat_is_named_no_longer() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        world.recuse(vote.review(), Stage.VOTE, vote.acting());

        assertThat(acting(vote).person()).isNull();
        assertThat(acting(vote).whyNobody()).contains("Lots are drawn again");

        world.panel().drawingChair().run();
        assertThat(acting(vote)).isEqualTo(new Acting(vote.acting().username(), ""));
    }

    @Test
    void where_nobody_was_drawn_there_is_nothing_to_say() {
        world.people.add(RUTH);
        ReviewId review = world.upToTheVote(serious());

        assertThat(world.panel().chair().acting(world.reviews.get(review))).isEqualTo(new Acting(null, ""));
    }

    @Test
    void what_is_the_chairs_to_do_is_offered_to_no_chair_who_sits_by_lot_or_has_a_conflict() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        Actor seated = actor(
                vote.other().username(),
                Stream.concat(vote.other().roles().stream(), Stream.of(Role.PANEL_CHAIR))
                        .toArray(Role[]::new));
        Actor free = actor("second.chair", Role.PANEL_CHAIR);
        world.people.add(seated);

        assertThat(offered(vote, vote.acting())).isTrue();
        assertThat(Stream.of(seated, RUTH, vote.other()).filter(viewer -> offered(vote, viewer)))
                .isEmpty();
        refused(Refused.Kind.NOT_ALLOWED, "You sit on this panel by lot", () -> close(vote, seated));
        world.people.add(free);
        assertThat(offered(vote, free)).isTrue();
        assertThat(offered(vote, vote.acting())).isFalse();
    }

    @Test
    void a_directory_that_goes_down_while_votes_are_looked_at_is_no_error() {
        world.people.add(RUTH);
        ReviewId review = world.upToTheVote(serious());
        world.recuse(review, Stage.VOTE, RUTH);
        world.people.answersLeft = 1;

        assertThat(errors(() -> world.panel().drawingChair().run())).isEmpty();
        assertThat(world.tables.acting().of(review, 1)).isEmpty();

        world.people.answersLeft = Integer.MAX_VALUE;
        world.panel().drawingChair().run();
        assertThat(world.tables.acting().of(review, 1)).hasSize(1);
    }

    private static List<String> errors(Runnable act) {
        Logger logger = (Logger) LoggerFactory.getLogger(DrawingActingChair.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        logger.addAppender(heard);
        try {
            act.run();
        } finally {
            logger.detachAppender(heard);
        }
        return heard.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private Acting acting(VoteWithoutChair vote) {
        return world.panel().chair().acting(world.reviews.get(vote.review()));
    }

    private boolean offered(VoteWithoutChair vote, Actor viewer) {
        return world.panel().chair().offered(world.reviews.get(vote.review()), viewer);
    }

    private void close(VoteWithoutChair vote, Actor by) {
        world.closeVote(vote.review(), by);
    }
}
