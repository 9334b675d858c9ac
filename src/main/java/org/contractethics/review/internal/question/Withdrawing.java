package org.contractethics.review.internal.question;

import java.util.List;
import org.contractethics.review.StageTasks;
import org.contractethics.review.internal.Participation;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.StageWork;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/**
 * Who withdraws a question: whoever works on its stage, since who asked may have left the task to somebody else. Where the answer
 * is overdue the panel chair does too, so that no clock stands still for ever.
 */
@Component
class Withdrawing {

    private final StageWork work;
    private final StageTasks tasks;
    private final Participation participation;
    private final ReviewCases reviews;

    Withdrawing(StageWork work, StageTasks tasks, Participation participation, ReviewCases reviews) {
        this.work = work;
        this.tasks = tasks;
        this.participation = participation;
        this.reviews = reviews;
    }

    /** The review, held until the end of the transaction; refuses whoever may not withdraw the question. */
    ReviewCase demand(StageQuestion question, Actor actor) {
        if (!overdueFor(question, actor)) {
            return work.begin(question.review(), question.stage(), actor).review();
        }
        ReviewCase review = reviews.lock(question.review());
        List<String> bars = participation.bars(review, actor);
        if (!bars.isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, bars);
        }
        return review;
    }

    /** Whether the panel chair may withdraw it from whoever holds the stage. */
    boolean byChair(StageQuestion question, ReviewCase review, Actor actor) {
        return overdueFor(question, actor) && participation.bars(review, actor).isEmpty();
    }

    private boolean overdueFor(StageQuestion question, Actor actor) {
        return actor.has(Role.PANEL_CHAIR) && question.open() && tasks.answerOverdue(question.id());
    }
}
