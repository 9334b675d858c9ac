package org.contractethics.review.internal;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.review.internal.AssessmentDraft.Marks;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S6 in one go, for programs: the marks, the impacts and the sending, with the rules of each of these steps. */
@Component
public class SendingAssessment {

    private final ReviewCases reviews;
    private final DraftingAssessment drafting;
    private final RecordingAssessment recording;

    SendingAssessment(ReviewCases reviews, DraftingAssessment drafting, RecordingAssessment recording) {
        this.reviews = reviews;
        this.drafting = drafting;
        this.recording = recording;
    }

    /**
     * @param marks of every right of the catalogue
     * @param impacts one for each right that is touched
     */
    public record Sent(Marks marks, List<Impact> impacts) {}

    @Transactional
    public void send(ReviewId id, Sent sent, Actor actor) {
        ReviewCase review = reviews.lock(id);
        AssessmentDraft before = drafting.draft(review);
        drafting.mark(id, sent.marks(), before.version(AssessmentDraft.MARKS), actor);
        Problems.refuse(problems(sent.impacts()));
        sent.impacts().forEach(impact -> drafting.write(id, impact, before.version(impact.right()), actor));
        recording.record(id, actor);
    }

    private List<FormProblem> problems(List<Impact> impacts) {
        List<FormProblem> problems = new ArrayList<>();
        for (int i = 0; i < impacts.size(); i++) {
            String place = "impact-" + (i + 1) + "-";
            drafting.problems(impacts.get(i))
                    .forEach(problem -> problems.add(new FormProblem(place + problem.field(), problem.message())));
        }
        return problems;
    }
}
