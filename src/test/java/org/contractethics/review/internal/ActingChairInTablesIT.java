package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.GEORGE;
import static org.contractethics.review.internal.ReviewWorld.INES;
import static org.contractethics.review.internal.ReviewWorld.LENA;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.panel.Lots;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What the tables of acting chairs and of rounds refuse, whoever asks. */
class ActingChairInTablesIT {

    /** The random number of every later drawing here. */
    private static final String NONCE = "f".repeat(64);

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void the_table_takes_no_acting_chair_on_whom_the_lot_did_not_fall() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        ReviewId review = vote.review();

        for (String wrong : List.of(
                "2, '" + vote.other().username() + "', record_root, '" + NONCE + "', seed, urn",
                "2, person, record_root, '" + NONCE + "', repeat('a', 64), urn",
                "2, person, record_root, '" + NONCE + "', seed, urn")) {
            assertThatThrownBy(() -> slipIn(review, wrong))
                    .as(wrong)
                    .hasMessageContaining("the seed does not follow from the root hash");
        }
        String ownSeed = "encode(sha256(convert_to(concat_ws(E'\\n', review_id, pass, 'acting chair', 2, record_root, '"
                + NONCE + "'), 'UTF8')), 'hex')";
        assertThatThrownBy(() -> slipIn(review, "2, person, record_root, '" + NONCE + "', " + ownSeed + ", urn"))
                .hasMessageContaining("a lot does not follow from the seed");
        assertThatThrownBy(() -> slipIn(review, "2, person, record_root, '" + NONCE + "', " + ownSeed + ", '[]'"))
                .hasMessageContaining("the lot did not fall on this member");
    }

    @Test
    void the_table_takes_no_drawing_out_of_turn_or_that_leaves_a_member_out() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        ReviewId review = vote.review();
        List<String> members = members();

        refused(review, drawing(review, 3, members), "numbered one after the other");
        refused(review, drawing(review, 2, members.subList(1, members.size())), "or beside it with the reason");
        slipIn(review, drawing(review, 2, members));
    }

    @Test
    void who_is_beside_the_urn_with_the_reason_is_not_left_out() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        List<String> members = members();

        slipIn(
                vote.review(),
                drawing(vote.review(), 2, members.subList(1, members.size())),
                "'{\"" + members.get(0) + "\": \"Is absent.\"}'");
    }

    @Test
    void the_table_takes_no_ticket_of_who_has_a_conflict_or_no_seat() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        ReviewId review = vote.review();
        List<String> members = members();
        List<String> withAnother = new ArrayList<>(members);
        withAnother.add(ReviewWorld.CARLOS.username());

        refused(review, drawing(review, 2, withAnother), "only members of the panel without a conflict");
        world.inTransaction(() -> world.recusals.add(
                review, members.get(0), Stage.VOTE, Recusals.Interest.SHARES, world.clock.instant()));
        assertThat(world.tables.seats().seatOf(review, 1, members.get(0))).isPresent();
        refused(review, drawing(review, 2, members), "only members of the panel without a conflict");
    }

    @Test
    void the_table_takes_no_drawing_once_the_vote_is_closed() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        ReviewId review = vote.review();
        closeInDatabase(review, vote.acting().username());

        refused(review, drawing(review, 2, members()), "while the panel votes");
    }

    private static List<String> members() {
        return VoteWithoutChair.MEMBERS.stream().map(Actor::username).toList();
    }

    private String drawing(ReviewId review, int number, List<String> urn) {
        return drawingFrom(NONCE, review, number, urn);
    }

    private String root() {
        return String.valueOf(world.last(VoteWithoutChair.KIND).facts().get("recordRoot"));
    }

    /** What a drawing with this number from the root hash of the first one would be, for the columns of {@link #slipIn}. */
    private String drawingFrom(String nonce, ReviewId review, int number, List<String> urn) {
        return drawing("'" + nonce + "'", Lots.seedOfChair(review, 1, number, root(), nonce), number, urn);
    }

    private static String drawing(String nonce, String seed, int number, List<String> urn) {
        String tickets = urn.stream()
                .map(person -> "{\"person\": \"%s\", \"role\": \"EMPLOYEE_PANELIST\", \"lot\": \"%s\"}"
                        .formatted(person, Lots.lot(seed, person)))
                .collect(Collectors.joining(", ", "'[", "]'"));
        String lowest = urn.stream()
                .min(Comparator.comparing(person -> Lots.lot(seed, person)))
                .orElseThrow();
        return number + ", '" + lowest + "', record_root, " + nonce + ", '" + seed + "', " + tickets;
    }

    private void refused(ReviewId review, String values, String because) {
        assertThatThrownBy(() -> slipIn(review, values)).hasMessageContaining(because);
    }

    private void slipIn(ReviewId review, String values) {
        slipIn(review, values, "excluded");
    }

    private void slipIn(ReviewId review, String values, String excluded) {
        drawNonce(review);
        world.jdbc
                .sql(
                        """
                        insert into review.acting_chair (review_id, pass, record_size, chairs, drawn_at, excluded, number, person,
                            record_root, nonce, seed, urn)
                        select review_id, pass, record_size, chairs, drawn_at, %s, %s
                        from review.acting_chair where review_id = :review and number = 1
                        """
                                .formatted(excluded, values))
                .param("review", review.value())
                .update();
    }

    /** For drawings 2 and 3, with the record of the first one. */
    private void drawNonce(ReviewId review) {
        world.jdbc
                .sql(
                        """
                        insert into review.lot_nonce (review_id, pass, drawn_for, number, nonce, record_size, record_root, made_at)
                        select review_id, pass, 'ACTING_CHAIR', drawing, :nonce, record_size, record_root, drawn_at
                        from review.acting_chair, generate_series(2, 3) drawing where review_id = :review and number = 1
                        on conflict do nothing
                        """)
                .param("nonce", NONCE)
                .param("review", review.value())
                .update();
    }

    @Test
    void the_table_takes_no_lots_from_a_number_that_was_not_drawn_for_them() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        String drawing = drawing(vote.review(), 2, members());

        refused(vote.review(), drawing.replace(NONCE, "e".repeat(64)), "the seed does not follow");
        refused(vote.review(), drawingFrom("e".repeat(64), vote.review(), 2, members()), "that was drawn for them");
        String ofBefore = Sha256.hex(String.join("\n", vote.review().toString(), "1", "acting chair", "2", root()));
        refused(vote.review(), drawing("null", ofBefore, 2, members()), "that was drawn for them");
    }

    @Test
    void what_was_drawn_never_changes() {
        VoteWithoutChair.in(world);

        for (String statement : List.of(
                "update review.acting_chair set person = person",
                "delete from review.acting_chair",
                "truncate review.acting_chair",
                "update review.lot_nonce set nonce = nonce",
                "delete from review.lot_nonce",
                "truncate review.lot_nonce")) {
            assertThatThrownBy(() -> world.jdbc.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void the_table_takes_no_closing_by_another_member_or_by_who_stepped_back() {
        VoteWithoutChair vote = VoteWithoutChair.in(world).voted();
        ReviewId review = vote.review();

        assertThatThrownBy(() -> closeInDatabase(review, vote.other().username()))
                .hasMessageContaining("only as acting chair");
        assertThatThrownBy(() -> closeInDatabase(review, "ruth.castillo")).hasMessageContaining("who has a conflict");
        assertThatThrownBy(() -> closeInDatabase(review, "sofia.marin")).hasMessageContaining("who has a conflict");
        closeInDatabase(review, vote.acting().username());
    }

    @Test
    void a_vote_of_the_panel_stays_with_the_panel_and_is_not_closed_as_one_of_the_reviewers() {
        VoteWithoutChair vote = VoteWithoutChair.in(world).voted();
        String id = " where review_id = '" + vote.review() + "'";

        assertThatThrownBy(() -> world.jdbc
                        .sql("update review.vote_round set panel = false" + id)
                        .update())
                .hasMessageContaining("stays with the panel");
        assertThatThrownBy(() -> world.jdbc
                        .sql(
                                "update review.vote_round set panel = false, closed_at = now(), closed_by = 'ruth.castillo'"
                                        + id)
                        .update())
                .hasMessageContaining("who has a conflict");
    }

    @Test
    void who_ruled_or_voted_on_an_appeal_of_the_review_is_barred_like_who_has_a_conflict() {
        ReviewId review = world.decided(Outcome.REJECT, serious());
        world.appeal(review, "Misread", LENA);
        assertThat(barred(review, INES)).isFalse();
        world.voteOnAppeal(review, AppealResult.RETURN, INES);
        assertThat(barred(review, INES)).isTrue();
        assertThat(barred(review, GEORGE)).isFalse();

        world.rule(review, AppealResult.RETURN, GEORGE);

        assertThat(barred(review, GEORGE)).isTrue();
        assertThat(barred(review, RUTH)).isFalse();
    }

    private boolean barred(ReviewId review, Actor person) {
        return world.jdbc
                .sql("select review.barred_from(:review, :person)")
                .param("review", review.value())
                .param("person", person.username())
                .query(Boolean.class)
                .single();
    }

    private void closeInDatabase(ReviewId review, String by) {
        world.jdbc
                .sql("update review.vote_round set closed_at = now(), closed_by = :by where review_id = :id")
                .param("by", by)
                .param("id", review.value())
                .update();
    }
}
