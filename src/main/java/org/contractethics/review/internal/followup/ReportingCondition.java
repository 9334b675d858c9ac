package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.document.Documents;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.FollowUpWork.Open;
import org.contractethics.review.internal.followup.FollowedCondition.Report;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** H10: the owner says what shows that the condition is met. A monitor confirms it, or sends it back. */
@Component
public class ReportingCondition {

    private final FollowUpWork work;
    private final FollowedConditions conditions;
    private final Documents documents;
    private final FollowUpNotices notices;

    ReportingCondition(FollowUpWork work, FollowedConditions conditions, Documents documents, FollowUpNotices notices) {
        this.work = work;
        this.conditions = conditions;
        this.documents = documents;
        this.notices = notices;
    }

    public List<FormProblem> problems(
            FollowedCondition condition, String evidence, @Nullable DocumentVersionId document) {
        Problems problems = new Problems();
        Texts.demand(problems, evidence, "evidence", "Say what shows that the condition is met.");
        return problems.when(
                        document != null && !ofTheContract(condition, document),
                        "document",
                        "Choose a document of this contract.")
                .list();
    }

    private boolean ofTheContract(FollowedCondition condition, DocumentVersionId document) {
        return documents.currentVersions(condition.contract()).stream()
                .anyMatch(version -> version.id().equals(document));
    }

    @Transactional
    public void report(UUID id, String evidence, @Nullable DocumentVersionId document, Actor actor) {
        FollowedCondition condition = conditions.lock(id);
        Open open = work.begin(id, condition.contract(), FollowUpStep.MEET_CONDITION, actor);
        Problems.refuse(problems(condition, evidence, document));
        int number = condition.reports().size() + 1;
        conditions.add(id, new Report(UUID.randomUUID(), number, evidence, document, actor.username(), open.now()));
        work.finish(
                open,
                "condition-reported",
                Facts.of(FollowUp.CONDITION.idFact(), id)
                        .and("reviewId", condition.review())
                        .and("number", number)
                        .and("evidence", evidence)
                        .and("documentVersion", document),
                Map.of());
        notices.reported(condition);
    }
}
