package org.contractethics.review.internal.execution;

import org.contractethics.document.WorkOnExecutedCopies;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageWork;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;

/** Tells the documents who works on the signature gate to which a copy was brought in this pass. */
@Component
class WorkOnCopiesAtGate implements WorkOnExecutedCopies {

    private final StageWork work;
    private final ExecutedCopiesOfReviews copies;

    WorkOnCopiesAtGate(StageWork work, ExecutedCopiesOfReviews copies) {
        this.work = work;
        this.copies = copies;
    }

    @Override
    public boolean worksOn(DocumentVersionId version, Actor actor) {
        return copies.reviewsWith(version).stream().anyMatch(review -> worksOn(review, actor));
    }

    private boolean worksOn(ReviewId review, Actor actor) {
        try {
            work.look(review, Stage.SIGNATURE_GATE, actor);
            return true;
        } catch (Refused notTheirs) {
            return false;
        }
    }
}
