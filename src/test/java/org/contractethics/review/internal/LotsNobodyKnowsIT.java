package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.FakeNeighbours.actor;
import static org.contractethics.review.internal.ReviewWorld.HELEN;
import static org.contractethics.review.internal.ReviewWorld.RUTH;
import static org.contractethics.review.internal.ReviewWorld.serious;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.panel.Lots;
import org.contractethics.review.internal.panel.PanelSeats.Sitting;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.Test;

/** Nobody knows the lots before they are drawn, and nobody who acts draws twice. */
class LotsNobodyKnowsIT {

    private static final String COMMITTED = "lot-nonce-committed";
    private static final String DRAWN = "panel-drawn";

    private final ReviewWorld world = new ReviewWorld();

    @Test
    void nothing_that_is_read_before_the_drawing_leads_to_its_seed() {
        ReviewId review = world.upToTheVote(serious());
        RecordedEvent drawn = world.last(DRAWN);
        String root = text(drawn, "recordRoot");
        String nonce = text(drawn, "nonce");

        // by the recipe of before, from the checkpoint that everybody reads
        assertThat(text(drawn, "seed"))
                .isNotEqualTo(Sha256.hex(String.join("\n", review.toString(), "1", "1", root)))
                .isEqualTo(Lots.seed(review, 1, 1, root, nonce));
        assertThat(before(drawn)).noneMatch(told -> told.toString().contains(nonce));
    }

    private List<Object> before(RecordedEvent drawn) {
        return world.published.stream().takeWhile(event -> !event.equals(drawn)).toList();
    }

    @Test
    void the_number_is_sealed_in_the_record_before_and_opened_with_the_drawing() {
        ReviewId review = world.upToTheVote(serious());
        RecordedEvent drawn = world.last(DRAWN);
        RecordedEvent committed = world.last(COMMITTED);

        assertThat(world.kinds().indexOf(COMMITTED)).isLessThan(world.kinds().indexOf(DRAWN));
        assertThat(committed.actor()).isEqualTo(Actor.SYSTEM.username());
        assertThat(committed.facts())
                .containsEntry("reviewId", review.toString())
                .containsEntry("drawnFor", "PANEL")
                .containsEntry("number", 1)
                .containsEntry("recordRoot", text(drawn, "recordRoot"))
                .containsEntry("commitment", Sha256.hex(text(drawn, "nonce")));
    }

    @Test
    void each_drawing_has_a_number_of_its_own() {
        world.upToTheVote(serious());
        String first = text(world.last(DRAWN), "nonce");
        world.upToTheVote(serious());

        assertThat(text(world.last(DRAWN), "nonce")).isNotEqualTo(first);
    }

    @Test
    void an_act_that_fails_after_the_drawing_and_is_done_again_draws_the_same_lots() {
        ReviewId review = withAnEmptySeat();
        world.declares(review, RUTH.username());
        assertThatThrownBy(() -> world.inTransaction(() -> {
                    world.panel().filling().fill(review, RUTH);
                    throw new IllegalStateException("the result does not suit me");
                }))
                .hasMessageContaining("does not suit me");
        RecordedEvent failed = world.last(DRAWN);
        assertThat(sitting(review)).hasSize(4);

        world.fillSeats(review, RUTH);

        RecordedEvent drawn = world.last(DRAWN);
        assertThat(drawn.facts()).containsEntry("number", 2);
        assertThat(text(drawn, "nonce")).isEqualTo(text(failed, "nonce"));
        assertThat(text(drawn, "seed")).isEqualTo(text(failed, "seed"));
        assertThat(drawn.facts().get("members")).isEqualTo(failed.facts().get("members"));
        assertThat(commitments(2)).isEqualTo(1);
        assertThat(sitting(review)).hasSize(5);
    }

    /** One whom no alternate is left for, and many who could be drawn for it. */
    private ReviewId withAnEmptySeat() {
        ReviewId review = world.upToTheVote(serious());
        world.recuse(review, Stage.VOTE, HELEN);
        IntStream.range(0, 20).forEach(number -> world.people.add(actor("reviewer." + number, Role.HR_REVIEWER)));
        return review;
    }

    private long commitments(int number) {
        return world.published.stream()
                .filter(RecordedEvent.class::isInstance)
                .map(RecordedEvent.class::cast)
                .filter(event -> event.kind().equals(COMMITTED)
                        && Integer.valueOf(number).equals(event.facts().get("number")))
                .count();
    }

    @Test
    void two_acts_at_the_same_moment_find_one_number() throws Exception {
        ReviewId review = world.upToTheVote(serious());
        ContractId contract = world.reviews.get(review).contract();
        Set<String> found = new HashSet<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> ask = () -> world.panel().nonce(review, contract, 7);
            for (Future<String> one : threads.invokeAll(List.of(ask, ask, ask, ask))) {
                found.add(one.get());
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(found).hasSize(1);
        assertThat(commitments(7)).isEqualTo(1);
    }

    @Test
    void without_an_entry_that_seals_the_number_nothing_is_drawn() {
        ReviewId review = withAnEmptySeat();
        world.withoutRecord.add(review);

        assertThatThrownBy(() -> world.fillSeats(review, RUTH)).hasMessageContaining("not recorded");

        assertThat(world.jdbc
                        .sql("select count(*) from review.lot_nonce where review_id = :review and number = 2")
                        .param("review", review.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private List<String> sitting(ReviewId review) {
        return world.tables.seats().sitting(review, 1).stream()
                .map(Sitting::person)
                .toList();
    }

    private static String text(RecordedEvent event, String fact) {
        return String.valueOf(Objects.requireNonNull(event.facts().get(fact)));
    }
}
