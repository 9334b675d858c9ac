package org.contractethics.review.internal;

import java.util.List;
import org.contractethics.review.Stage;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;

/** H2: whoever has not signed the declaration of interests of a review works on no task of it and adds nothing to it. */
public final class UndeclaredInterests extends Refused {

    static final String REASON = "Sign the declaration of interests of this review first, then work on it (H2):"
            + " opening the task leads to it, and programs send it to /api/reviews/{reviewId}/declarations.";

    private static final String ADDING = "Sign the declaration of interests of this review first, then add to it (H2):"
            + " the form leads to it, and programs send it to /api/reviews/{reviewId}/declarations.";

    private final transient ReviewId review;
    private final transient @Nullable Stage stage;
    private final boolean appealVote;

    UndeclaredInterests(ReviewId review, Stage stage) {
        this(review, stage, false);
    }

    private UndeclaredInterests(ReviewId review, @Nullable Stage stage, boolean appealVote) {
        super(Kind.CONFLICT, List.of(stage == null ? ADDING : REASON));
        this.appealVote = appealVote;
        this.review = review;
        this.stage = stage;
    }

    /** Of whoever adds to what a review rests on, or comments on it, and works on no stage for it. */
    static UndeclaredInterests ofContributor(ReviewId review) {
        return new UndeclaredInterests(review, null, false);
    }

    /** Of whoever votes on an appeal, which is done beside the task of ruling on it. */
    static UndeclaredInterests ofAppealVoter(ReviewId review) {
        return new UndeclaredInterests(review, Stage.APPEAL, true);
    }

    /** The same, for a form that keeps what was typed. */
    public List<FormProblem> problems() {
        return List.of(new FormProblem("main", stage == null ? ADDING : REASON));
    }

    /** Path of the page on which the declaration is signed; it leads on to the stage, or to the vote on the appeal. */
    public String page() {
        return "/reviews/" + review + "/declaration"
                + (stage == null ? "" : "?stage=" + stage.taskKey() + (appealVote ? "&then=vote" : ""));
    }
}
