package org.contractethics.review.internal.execution;

import java.util.List;
import org.contractethics.document.AddingDocuments.SentDocument;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.ExecutedCopies;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** S10: whoever works on the signature gate brings what was signed. */
@Service
public class BringingExecutedCopies {

    /** In one pass; more than that is no set of contract documents. */
    private static final int MOST = 100;

    private final StageWork work;
    private final ExecutedCopies executed;
    private final ExecutedCopiesOfReviews copies;

    BringingExecutedCopies(StageWork work, ExecutedCopies executed, ExecutedCopiesOfReviews copies) {
        this.work = work;
        this.executed = executed;
        this.copies = copies;
    }

    /** Keeps the files with their hashes, all or none; their text is read after the commit. */
    @Transactional
    public List<DocumentVersion> bring(ReviewId id, List<SentDocument> files, Actor actor) {
        Open seen = work.look(id, Stage.SIGNATURE_GATE, actor);
        if (files.isEmpty()) {
            throw Refused.invalid("Send a file that is not empty.");
        }
        // documents are held before reviews, wherever both are
        List<DocumentVersion> kept = files.stream()
                .map(file -> executed.keep(seen.review().contract(), file, actor))
                .toList();
        Open open = work.begin(id, Stage.SIGNATURE_GATE, actor);
        copies.add(open.review(), kept, actor.username(), open.now());
        if (copies.of(open.review()).size() > MOST) {
            throw Refused.conflict(
                    "More than " + MOST + " executed copies are too many. Put several documents into one.");
        }
        return kept;
    }
}
