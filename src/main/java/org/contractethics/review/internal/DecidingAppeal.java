package org.contractethics.review.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Appeal.Ruling;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageForm.AppealRuled;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S9: the board committee confirms a rejection or sends the contract back for a fresh review. The first decision stays. */
@Component
public class DecidingAppeal {

    private final StageWork work;
    private final ReviewCases reviews;
    private final Appeals appeals;
    private final Returning returning;
    private final Notices notices;

    DecidingAppeal(StageWork work, ReviewCases reviews, Appeals appeals, Returning returning, Notices notices) {
        this.work = work;
        this.reviews = reviews;
        this.appeals = appeals;
        this.returning = returning;
        this.notices = notices;
    }

    public List<FormProblem> problems(@Nullable AppealResult result, String reasons) {
        return new Problems()
                .when(result == null, "result", "Choose a result.")
                .text(reasons, "reasons", "Give the reasons.")
                .list();
    }

    @Transactional
    public void rule(ReviewId id, @Nullable AppealResult result, String reasons, Actor actor) {
        Open open = work.begin(id, Stage.APPEAL, actor);
        Problems.refuse(problems(result, reasons));
        AppealResult ruled = Objects.requireNonNull(result);
        Appeal appeal = appeals.of(id).stream()
                .filter(filed -> filed.ruling() == null)
                .findFirst()
                .orElseThrow(() -> Refused.conflict("There is no appeal that waits for a ruling."));
        appeals.rule(appeal.id(), new Ruling(ruled, reasons, actor.username(), open.now()));
        work.publish(Facts.of("reviewId", id)
                .and("result", ruled.name())
                .recorded("appeal-decided", open.contract().id(), actor.username(), open.now()));
        if (ruled == AppealResult.CONFIRM) {
            reviews.close(id, open.now());
        }
        work.finish(open, new AppealRuled(ruled, reasons), Map.of("appealResult", ruled.name()));
        if (ruled == AppealResult.RETURN) {
            returning.withQuestion(open, reasons);
        }
        notices.appealRuled(open.review(), open.contract(), appeal.filedBy(), ruled.label() + ".");
    }
}
