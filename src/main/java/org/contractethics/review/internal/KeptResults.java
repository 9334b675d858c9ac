package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.contractethics.review.KeptInTransaction;
import org.contractethics.review.Stage;
import org.contractethics.shared.ReviewId;
import org.springframework.transaction.support.TransactionSynchronization;

/**
 * Results of stages that the transaction read: the rules of one act rest on the same ones. There is one for each stage of a pass, it
 * never changes, and nothing cited from another review comes before it, so that none has to be forgotten.
 */
final class KeptResults {

    private KeptResults() {}

    /** Being a synchronization ties it to the transaction. */
    private record Known(List<StageResult> results) implements TransactionSynchronization {

        /** What was added since is gone. */
        @Override
        public void savepointRollback(Object savepoint) {
            results.clear();
        }
    }

    static Optional<StageResult> find(ReviewId review, int pass, Stage stage) {
        return KeptInTransaction.find(Known.class).stream()
                .flatMap(known -> known.results().stream())
                .filter(result -> isOf(result, review, pass) && result.stage() == stage)
                .findFirst();
    }

    /** What is cited from another review is not kept: the pass may still get a result of its own. */
    static void keep(StageResult result, ReviewId review, int pass) {
        if (isOf(result, review, pass)) {
            KeptInTransaction.begin(Known.class, () -> new Known(new ArrayList<>()))
                    .ifPresent(known -> known.results().add(result));
        }
    }

    private static boolean isOf(StageResult result, ReviewId review, int pass) {
        return result.review().equals(review) && result.pass() == pass;
    }
}
