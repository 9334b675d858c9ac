package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.AMIR;
import static org.contractethics.review.internal.ReviewWorld.BEA;
import static org.contractethics.review.internal.ReviewWorld.CARLOS;
import static org.contractethics.review.internal.ReviewWorld.DANA;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.LEO;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.contractethics.policy.Policy.Outcome;
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
import org.springframework.dao.DataAccessException;

/** A panel whose every chair is barred: a member is drawn by lot who closes the vote and fills seats, and does nothing else. */
class ActingChairIT {

    private static final Actor SECOND = actor("second.chair", Role.PANEL_CHAIR);
    private static final String KIND = "acting-chair-drawn";

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void a_member_is_drawn_by_lot_and_the_drawing_can_be_repeated_from_the_record_alone() {
        ReviewId review = withoutChair();
        RecordedEvent drawn = world.last(KIND);
        String seed = String.valueOf(drawn.facts().get("seed"));

        assertThat(drawn.actor()).isEqualTo(Actor.SYSTEM.username());
        assertThat(seed)
                .isEqualTo(Lots.seedOfChair(
                        review, 1, 1, String.valueOf(drawn.facts().get("recordRoot"))));
        List<String> urn = ((List<?>) Objects.requireNonNull(drawn.facts().get("urn")))
                .stream()
                        .map(ticket -> String.valueOf(((Map<?, ?>) ticket).get("person")))
                        .toList();
        assertThat(urn).containsExactlyInAnyOrderElementsOf(members());
        assertThat(urn.stream()
                        .min(Comparator.comparing(person -> Lots.lot(seed, person)))
                        .orElseThrow())
                .isEqualTo(drawn.facts().get("person"));
        assertThat(String.valueOf(drawn.facts().get("chairs")))
                .contains("ruth.castillo", "Declared a conflict of interest (H2).");
        assertThat(told(acting().username())).contains("you are the acting chair of the panel");
    }

    @Test
    void one_drawing_is_enough_and_another_seed_than_that_of_the_panel_is_drawn_from() {
        ReviewId review = withoutChair();

        world.panel().drawingChair().run();

        assertThat(world.tables.acting().of(review, 1)).hasSize(1);
        assertThat(Lots.seedOfChair(review, 1, 1, "ab")).isNotEqualTo(Lots.seed(review, 1, 1, "ab"));
    }

    @Test
    void the_acting_chair_votes_as_a_member_and_closes_the_vote_which_no_other_member_does() {
        ReviewId review = withoutChair();
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);

        refused(Refused.Kind.NOT_ALLOWED, "in their place", () -> world.closeVote(review, other()));
        refused(Refused.Kind.NOT_ALLOWED, "conflict", () -> world.closeVote(review, RUTH));
        world.closeVote(review, acting());

        VoteRound closed = world.rounds.latest(review).orElseThrow();
        assertThat(closed.closedBy()).isEqualTo(acting().username());
        assertThat(closed.carried()).isEqualTo("CONDITIONAL");
        assertThat(world.last("votes-opened").facts()).containsEntry("valid", 5);
    }

    @Test
    void the_decision_is_then_recorded_by_the_board_committee_and_not_by_the_acting_chair() {
        ReviewId review = withoutChair();
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, acting());
        assertThat(notices(notice -> notice.roles().contains(Role.BOARD_COMMITTEE)))
                .contains(Stage.DECISION.label().toLowerCase(java.util.Locale.ROOT));

        refused(Refused.Kind.NOT_ALLOWED, "This task is for", () -> decide(review, acting()));
        refused(Refused.Kind.NOT_ALLOWED, "conflict", () -> decide(review, RUTH));
        decide(review, GEORGE);

        assertThat(world.decisions.latestOf(review).orElseThrow().decidedBy()).isEqualTo("george.tan");
    }

    @Test
    void the_board_committee_records_no_decision_that_a_panel_chair_can_record() {
        world.people.add(RUTH);
        ReviewId review = world.upToTheVote(serious());
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.closeVote(review, RUTH);

        refused(Refused.Kind.NOT_ALLOWED, "The panel chair records this decision.", () -> decide(review, GEORGE));
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
        ReviewId review = withoutChair();
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        ReviewId later = world.upToTheVote(serious());
        world.recuse(later, Stage.VOTE, RUTH);
        world.people.answers = false;

        world.panel().drawingChair().run();

        assertThat(world.tables.acting().of(later, 1)).isEmpty();
        assertThatThrownBy(() -> world.closeVote(review, acting())).hasMessageContaining("does not answer");
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
        ReviewId review = withoutChair();
        world.fiveVotes(review, Vote.Choice.CONDITIONAL, Vote.Choice.REJECT);
        world.people.add(SECOND);
        refused(Refused.Kind.NOT_ALLOWED, "is there by now", () -> world.closeVote(review, acting()));
        refused(Refused.Kind.NOT_ALLOWED, "is there by now", () -> world.fillSeats(review, acting()));

        world.recuse(review, Stage.VOTE, SECOND);
        world.panel().drawingChair().run();

        assertThat(world.tables.acting().of(review, 1)).hasSize(1);
        world.closeVote(review, acting());
    }

    @Test
    void lots_are_drawn_again_when_the_acting_chair_steps_back_or_is_away() {
        ReviewId review = withoutChair();
        String first = acting().username();
        world.recuse(review, Stage.VOTE, acting());

        world.panel().drawingChair().run();

        String second = acting().username();
        assertThat(second).isNotEqualTo(first);
        assertThat(world.last(KIND).facts()).containsEntry("number", 2);
        world.vote(review, role(review, acting()), Vote.Choice.CONDITIONAL, acting());
        LocalDate today = LocalDate.now(world.clock);
        world.inTransaction(() -> world.panel().absence().declare(new NewAbsence(today, today, ""), acting()));
        world.panel().drawingChair().run();
        assertThat(acting().username()).isNotIn(first, second);
        assertThat(String.valueOf(world.last(KIND).facts().get("excluded"))).contains(second, "Is absent.");
    }

    @Test
    void the_acting_chair_fills_the_seats_and_chooses_nobody() {
        ReviewId review = withoutChair();
        refused(Refused.Kind.CONFLICT, "Every seat is filled", () -> world.fillSeats(review, acting()));
        refused(Refused.Kind.NOT_ALLOWED, "in their place", () -> world.fillSeats(review, other()));
        world.people.add(CARLOS);
        Actor leaving = Stream.of(AMIR, BEA)
                .filter(member -> !member.username().equals(acting().username()))
                .findFirst()
                .orElseThrow();
        world.recuse(review, Stage.VOTE, leaving);
        assertThat(told(acting().username())).contains("the panel is not complete");

        assertThat(world.fillSeats(review, acting())).anyMatch(line -> line.contains("lots were drawn again"));
    }

    @Test
    void the_table_takes_no_acting_chair_on_whom_the_lot_did_not_fall() {
        ReviewId review = withoutChair();

        for (String wrong : List.of(
                "2, '" + other().username() + "', record_root, seed, urn",
                "2, person, record_root, repeat('a', 64), urn",
                "2, person, record_root, seed, urn")) {
            assertThatThrownBy(() -> slipIn(review, wrong))
                    .as(wrong)
                    .hasMessageContaining("the seed does not follow from the root hash");
        }
        String ownSeed =
                "encode(sha256(convert_to(concat_ws(E'\\n', review_id, pass, 'acting chair', 2, record_root), 'UTF8')), 'hex')";
        assertThatThrownBy(() -> slipIn(review, "2, person, record_root, " + ownSeed + ", urn"))
                .hasMessageContaining("a lot does not follow from the seed");
        assertThatThrownBy(() -> slipIn(review, "2, person, record_root, " + ownSeed + ", '[]'"))
                .hasMessageContaining("the lot did not fall on this member");
    }

    private void slipIn(ReviewId review, String values) {
        world.jdbc
                .sql(
                        """
                        insert into review.acting_chair (review_id, pass, record_size, excluded, chairs, drawn_at, number, person,
                            record_root, seed, urn)
                        select review_id, pass, record_size, excluded, chairs, drawn_at, %s
                        from review.acting_chair where review_id = :review
                        """
                                .formatted(values))
                .param("review", review.value())
                .update();
    }

    @Test
    void what_was_drawn_never_changes() {
        withoutChair();

        for (String statement : List.of(
                "update review.acting_chair set person = person",
                "delete from review.acting_chair",
                "truncate review.acting_chair")) {
            assertThatThrownBy(() -> world.jdbc.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void the_table_takes_no_closing_by_another_member_or_by_who_stepped_back() {
        ReviewId review = withoutChair();

        assertThatThrownBy(() -> closeInDatabase(review, other().username()))
                .hasMessageContaining("only as acting chair");
        assertThatThrownBy(() -> closeInDatabase(review, "ruth.castillo")).hasMessageContaining("who has a conflict");
        assertThatThrownBy(() -> closeInDatabase(review, "sofia.marin")).hasMessageContaining("who has a conflict");
        closeInDatabase(review, acting().username());
    }

    private void closeInDatabase(ReviewId review, String by) {
        world.jdbc
                .sql("update review.vote_round set closed_at = now(), closed_by = :by where review_id = :id")
                .param("by", by)
                .param("id", review.value())
                .update();
    }

    /** A vote whose only chair stepped back, after the system looked at it. */
    private ReviewId withoutChair() {
        world.people.add(RUTH);
        ReviewId review = world.upToTheVote(serious());
        world.recuse(review, Stage.VOTE, RUTH);
        world.panel().drawingChair().run();
        return review;
    }

    private static List<String> members() {
        return Stream.of(DANA, HELEN, LEO, AMIR, BEA).map(Actor::username).toList();
    }

    /** The person drawn last. */
    private Actor acting() {
        String person = String.valueOf(world.last(KIND).facts().get("person"));
        return Stream.of(DANA, HELEN, LEO, AMIR, BEA)
                .filter(member -> member.username().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private Actor other() {
        return Stream.of(DANA, HELEN, LEO, AMIR, BEA)
                .filter(member -> !member.username().equals(acting().username()))
                .findFirst()
                .orElseThrow();
    }

    private Role role(ReviewId review, Actor member) {
        return world.tables
                .seats()
                .seatOf(review, 1, member.username())
                .orElseThrow()
                .role();
    }

    private void decide(ReviewId review, Actor actor) {
        world.decide(review, world.verdict(Outcome.CONDITIONAL), actor);
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

    private static void refused(Refused.Kind kind, String because, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(kind))
                .hasMessageContaining(because);
    }
}
