package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.LegalResult;
import org.contractethics.review.internal.StageForm.LegalStop;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S3: a legal stop ends the review; clearance is no approval, it only lets the review go on. */
@Component
public class DecidingLegalStop {

    private final StageWork work;
    private final ReviewCases reviews;
    private final ContractRegister contracts;
    private final Notices notices;

    DecidingLegalStop(StageWork work, ReviewCases reviews, ContractRegister contracts, Notices notices) {
        this.work = work;
        this.reviews = reviews;
        this.contracts = contracts;
        this.notices = notices;
    }

    public List<FormProblem> problems(@Nullable LegalResult result, String reasons) {
        return new Problems()
                .when(result == null, "result", "Choose a result.")
                .text(reasons, "reasons", "Give the reasons.")
                .list();
    }

    @Transactional
    public void decide(ReviewId id, @Nullable LegalResult result, String reasons, Actor actor) {
        Open open = work.begin(id, Stage.LEGAL_STOP, actor);
        Problems.refuse(problems(result, reasons));
        LegalResult decided = Objects.requireNonNull(result);
        if (decided == LegalResult.STOP) {
            reviews.decided(id, "STOP");
            reviews.close(id, open.now());
            contracts.reviewProgressed(open.contract().id(), ContractState.STOPPED, null, "STOPPED");
            notices.stopped(open.review(), open.contract());
        }
        work.finish(open, new LegalStop(decided, reasons), Map.of("legalResult", decided.name()));
        if (decided == LegalResult.STOP) {
            work.publish(new ContractRefused(open.contract().id()));
        }
    }
}
