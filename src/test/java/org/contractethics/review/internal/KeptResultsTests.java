package org.contractethics.review.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.StageForm.LegalStop;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class KeptResultsTests {

    private final ReviewId review = new ReviewId(UUID.randomUUID());
    private final StageResult result = result(review, 2);

    @BeforeEach
    void begin() {
        TransactionSynchronizationManager.initSynchronization();
    }

    @AfterEach
    void end() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void a_transaction_reads_the_result_of_a_stage_once() {
        KeptResults.keep(result, review, 2);

        assertThat(KeptResults.find(review, 2, Stage.LEGAL_STOP)).contains(result);
    }

    @Test
    void a_result_counts_for_its_own_stage_pass_and_review_only() {
        KeptResults.keep(result, review, 2);

        assertThat(List.of(
                        KeptResults.find(review, 2, Stage.TRIAGE),
                        KeptResults.find(review, 1, Stage.LEGAL_STOP),
                        KeptResults.find(new ReviewId(UUID.randomUUID()), 2, Stage.LEGAL_STOP)))
                .allSatisfy(found -> assertThat(found).isEmpty());
    }

    @Test
    void what_is_cited_from_another_review_is_read_again() {
        KeptResults.keep(result(new ReviewId(UUID.randomUUID()), 2), review, 2);
        KeptResults.keep(result(review, 1), review, 2);

        assertThat(KeptResults.find(review, 2, Stage.LEGAL_STOP)).isEmpty();
    }

    @Test
    void nothing_is_kept_when_the_transaction_has_ended() {
        KeptResults.keep(result, review, 2);
        TransactionSynchronizationManager.clearSynchronization();
        KeptResults.keep(result, review, 2);
        TransactionSynchronizationManager.initSynchronization();

        assertThat(KeptResults.find(review, 2, Stage.LEGAL_STOP)).isEmpty();
    }

    @Test
    void what_a_part_of_the_transaction_took_back_is_read_again() {
        KeptResults.keep(result, review, 2);
        TransactionSynchronizationManager.getSynchronizations().forEach(each -> each.savepointRollback("savepoint"));

        assertThat(KeptResults.find(review, 2, Stage.LEGAL_STOP)).isEmpty();
    }

    private static StageResult result(ReviewId review, int pass) {
        return new StageResult(
                review,
                pass,
                Stage.LEGAL_STOP,
                "leo.brandt",
                null,
                Instant.EPOCH,
                null,
                Instant.EPOCH,
                new LegalStop(LegalResult.CLEAR, "No embargo applies."));
    }
}
