package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.review.internal.ReviewWorld.PRIYA;
import static org.contractethics.review.internal.ReviewWorld.SOFIA;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;

/** Documents are scanned for whoever checks them, and for nobody else. */
class CheckingDocumentsIT {

    private final ReviewWorld world = new ReviewWorld();
    private final List<ContractId> scanned = new ArrayList<>();
    private final CheckingDocuments checking = new CheckingDocuments(
            world.work(), world.reviews, world.papers, new RedFlags(new NoFindings(), scanned::add));

    @Test
    void what_was_read_is_scanned_before_the_documents_are_confirmed() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        world.process().hold(review, PRIYA.username());

        check(review, PRIYA);

        assertThat(scanned).containsExactly(world.reviews.get(review).contract());
    }

    @Test
    void a_stranger_makes_the_server_scan_nothing() {
        ReviewId review = world.submit(world.borderContract(), SOFIA);
        world.process().hold(review, PRIYA.username());

        for (Actor stranger : List.of(SOFIA, ReviewWorld.LEO, ReviewWorld.DANA)) {
            assertThatThrownBy(() -> check(review, stranger)).isInstanceOf(Refused.class);
        }

        assertThat(scanned).isEmpty();
    }

    private void check(ReviewId review, Actor actor) {
        String hash = world.papers.documentSetHash(world.reviews.get(review).contract());
        world.inTransaction(() -> checking.check(review, new CheckingDocuments.Check(hash, true, ""), actor));
    }
}
