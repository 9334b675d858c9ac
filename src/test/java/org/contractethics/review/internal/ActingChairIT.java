package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.CARLOS;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.serious;
import static org.contractethics.review.internal.VoteWithoutChair.KIND;
import static org.contractethics.review.internal.VoteWithoutChair.refused;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.panel.DeclaringAbsence.NewAbsence;
import org.contractethics.review.internal.panel.Lots;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;

/** A panel whose every chair is barred: a member is drawn by lot who closes the vote and fills seats, and does nothing else. */
class ActingChairIT {

    private static final Actor SECOND = actor("second.chair", Role.PANEL_CHAIR);

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_member_is_drawn_by_lot_and_the_drawing_can_be_repeated_from_the_record_alone() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        ReviewId review = vote.review();
        RecordedEvent drawn = world.last(KIND);
        String seed = String.valueOf(drawn.facts().get("seed"));

        assertThat(drawn.actor()).isEqualTo(Actor.SYSTEM.username());
        assertThat(seed)
                .isEqualTo(Lots.seedOfChair(
                        review,
                        1,
                        1,
                        String.valueOf(drawn.facts().get("recordRoot")),
                        String.valueOf(drawn.facts().get("nonce"))));
        List<String> urn = ((List<?>) Objects.requireNonNull(drawn.facts().get("urn")))
                .stream()
                        .map(ticket -> String.valueOf(((Map<?, ?>) ticket).get("person")))
                        .toList();
        assertThat(urn)
                .containsExactlyInAnyOrderElementsOf(
                        VoteWithoutChair.MEMBERS.stream().map(Actor::username).toList());
        assertThat(urn.stream()
                        .min(Comparator.comparing(person -> Lots.lot(seed, person)))
                        .orElseThrow())
                .isEqualTo(drawn.facts().get("person"));
        assertThat(String.valueOf(drawn.facts().get("chairs")))
                .contains("ruth.castillo", "Declared a conflict of interest (H2).");
        assertThat(told(vote.acting().username())).contains("you are the acting chair of the panel");
    }

    @Test
    void one_drawing_is_enough_and_another_seed_than_that_of_the_panel_is_drawn_from() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        ReviewId review = vote.review();

        world.panel().drawingChair().run();

        assertThat(world.tables.acting().of(review, 1)).hasSize(1);
        assertThat(Lots.seedOfChair(review, 1, 1, "ab", "cd")).isNotEqualTo(Lots.seed(review, 1, 1, "ab", "cd"));
    }

    @Test
    void the_acting_chair_votes_as_a_member_and_closes_the_vote_which_no_other_member_does() {
        VoteWithoutChair vote = VoteWithoutChair.in(world).voted();
        ReviewId review = vote.review();

        refused(Refused.Kind.NOT_ALLOWED, "in their place", () -> world.closeVote(review, vote.other()));
        refused(Refused.Kind.NOT_ALLOWED, "conflict", () -> world.closeVote(review, RUTH));
        world.closeVote(review, vote.acting());

        VoteRound closed = world.rounds.latest(review).orElseThrow();
        assertThat(closed.closedBy()).isEqualTo(vote.acting().username());
        assertThat(closed.carried()).isEqualTo("CONDITIONAL");
        assertThat(world.last("votes-opened").facts()).containsEntry("valid", 5);
    }

    @Test
    void nobody_is_drawn_while_one_chair_is_not_barred_or_nobody_holds_the_role() {
        ReviewId vacant = world.upToTheVote(serious());
        world.panel().drawingChair().run();
        world.people.add(RUTH, SECOND);
        ReviewId review = world.upToTheVote(serious());
        world.recuse(review, Stage.VOTE, RUTH);

        world.panel().drawingChair().run();

        assertThat(world.kinds()).doesNotContain(KIND);
        refused(Refused.Kind.NOT_ALLOWED, "The panel chair closes", () -> world.closeVote(review, DANA));
        refused(Refused.Kind.NOT_ALLOWED, "The panel chair fills", () -> world.fillSeats(vacant, DANA));
    }

    @Test
    void nothing_is_drawn_or_done_while_the_people_directory_does_not_answer() {
        VoteWithoutChair vote = VoteWithoutChair.in(world).voted();
        ReviewId review = vote.review();
        ReviewId later = world.upToTheVote(serious());
        world.recuse(later, Stage.VOTE, RUTH);
        world.people.answers = false;

        world.panel().drawingChair().run();

        assertThat(world.tables.acting().of(later, 1)).isEmpty();
        assertThatThrownBy(() -> world.closeVote(review, vote.acting())).hasMessageContaining("does not answer");
        assertThat(world.panel().chair().actingNow(world.reviews.get(review))).isEmpty();
        assertThat(world.rounds.open(review)).isPresent();
    }

    @Test
    void a_chair_who_answers_for_the_contract_is_barred_like_one_who_stepped_back() {
        world.people.add(actor("sofia.marin", Role.SUBMITTER, Role.PANEL_CHAIR));
        ReviewId review = world.upToTheVote(serious());

        world.panel().drawingChair().run();

        assertThat(world.tables.acting().of(review, 1)).hasSize(1);
        assertThat(String.valueOf(world.last(KIND).facts().get("chairs"))).contains("sofia.marin", "(H1)");
    }

    @Test
    void a_chair_without_a_conflict_takes_over_and_the_acting_one_follows_when_they_step_back() {
        VoteWithoutChair vote = VoteWithoutChair.in(world).voted();
        ReviewId review = vote.review();
        world.people.add(SECOND);
        refused(Refused.Kind.NOT_ALLOWED, "is there by now", () -> world.closeVote(review, vote.acting()));
        refused(Refused.Kind.NOT_ALLOWED, "is there by now", () -> world.fillSeats(review, vote.acting()));

        world.recuse(review, Stage.VOTE, SECOND);
        world.panel().drawingChair().run();

        assertThat(world.tables.acting().of(review, 1)).hasSize(1);
        world.closeVote(review, vote.acting());
    }

    @Test
    void lots_are_drawn_again_when_the_acting_chair_steps_back_or_is_away() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        ReviewId review = vote.review();
        String first = vote.acting().username();
        world.recuse(review, Stage.VOTE, vote.acting());

        world.panel().drawingChair().run();

        assertThat(told(first)).as("who left is told nothing").doesNotContain("the panel is not complete");
        String second = vote.acting().username();
        assertThat(second).isNotEqualTo(first);
        assertThat(world.last(KIND).facts()).containsEntry("number", 2);
        world.vote(review, role(review, vote.acting()), Vote.Choice.CONDITIONAL, vote.acting());
        LocalDate today = LocalDate.now(world.clock);
        world.inTransaction(() -> world.panel().absence().declare(new NewAbsence(today, today, ""), vote.acting()));
        world.panel().drawingChair().run();
        assertThat(vote.acting().username()).isNotIn(first, second);
        assertThat(String.valueOf(world.last(KIND).facts().get("excluded"))).contains(second, "Is absent.");
    }

    @Test
    void the_acting_chair_fills_the_seats_and_chooses_nobody() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        ReviewId review = vote.review();
        refused(Refused.Kind.CONFLICT, "Every seat is filled", () -> world.fillSeats(review, vote.acting()));
        refused(Refused.Kind.NOT_ALLOWED, "in their place", () -> world.fillSeats(review, vote.other()));
        world.people.add(CARLOS);
        Actor leaving = Stream.of(AMIR, BEA)
                .filter(member -> !member.username().equals(vote.acting().username()))
                .findFirst()
                .orElseThrow();
        world.recuse(review, Stage.VOTE, leaving);
        assertThat(told(vote.acting().username())).contains("the panel is not complete");

        assertThat(world.fillSeats(review, vote.acting())).anyMatch(line -> line.contains("lots were drawn again"));
    }

    private Role role(ReviewId review, Actor member) {
        return world.tables
                .seats()
                .seatOf(review, 1, member.username())
                .orElseThrow()
                .role();
    }

    private String told(String person) {
        return notices(notice -> notice.usernames().contains(person));
    }

    private String notices(java.util.function.Predicate<Notice> wanted) {
        return world.published.stream()
                .filter(Notice.class::isInstance)
                .map(Notice.class::cast)
                .filter(wanted)
                .map(notice -> notice.title() + " " + notice.text())
                .reduce("", (all, one) -> all + "\n" + one);
    }
}
