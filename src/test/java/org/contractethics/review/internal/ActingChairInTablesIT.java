package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What the tables of acting chairs and of rounds refuse, whoever asks. */
class ActingChairInTablesIT {

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void the_table_takes_no_acting_chair_on_whom_the_lot_did_not_fall() {
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        ReviewId review = vote.review();

        for (String wrong : List.of(
                "2, '" + vote.other().username() + "', record_root, seed, urn",
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
        VoteWithoutChair.in(world);

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
        VoteWithoutChair vote = VoteWithoutChair.in(world);
        ReviewId review = vote.review();

        assertThatThrownBy(() -> closeInDatabase(review, vote.other().username()))
                .hasMessageContaining("only as acting chair");
        assertThatThrownBy(() -> closeInDatabase(review, "ruth.castillo")).hasMessageContaining("who has a conflict");
        assertThatThrownBy(() -> closeInDatabase(review, "sofia.marin")).hasMessageContaining("who has a conflict");
        closeInDatabase(review, vote.acting().username());
    }

    private void closeInDatabase(ReviewId review, String by) {
        world.jdbc
                .sql("update review.vote_round set closed_at = now(), closed_by = :by where review_id = :id")
                .param("by", by)
                .param("id", review.value())
                .update();
    }
}
