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
import org.contractethics.review.internal.followup.IncidentEvidence.Looked;
import org.contractethics.review.internal.followup.IncidentEvidence.SentFile;
import org.contractethics.shared.Actor;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** H10: the owner says what shows that the condition is met. A monitor confirms it, or sends it back. */
@Component
public class ReportingCondition {

    private final FollowUpWork work;
    private final FollowedConditions conditions;
    private final Documents documents;
    private final ConditionNotices notices;
    private final IncidentEvidence evidence;
    private final ReportFiles kept;
    private final TransactionTemplate transaction;

    ReportingCondition(
            FollowUpWork work,
            FollowedConditions conditions,
            Documents documents,
            ConditionNotices notices,
            IncidentEvidence evidence,
            ReportFiles kept,
            PlatformTransactionManager transactions) {
        this.evidence = evidence;
        this.kept = kept;
        this.transaction = new TransactionTemplate(transactions);
        this.work = work;
        this.conditions = conditions;
        this.documents = documents;
        this.notices = notices;
    }

    /**
     * What the owner says.
     *
     * @param document of the contract that shows it; null where none does
     * @param files that show it
     */
    public record Said(String evidence, @Nullable DocumentVersionId document, List<SentFile> files) {

        public Said {
            files = List.copyOf(files);
        }
    }

    public List<FormProblem> problems(FollowedCondition condition, Said said) {
        DocumentVersionId document = said.document();
        Problems problems = new Problems();
        Texts.demand(problems, said.evidence(), "evidence", "Say what shows that the condition is met.");
        problems.when(
                document != null && !ofTheContract(condition, document),
                "document",
                "Choose a document of this contract.");
        return evidence.problems(problems, said.files()).list();
    }

    private boolean ofTheContract(FollowedCondition condition, DocumentVersionId document) {
        return documents.currentVersions(condition.contract()).stream()
                .anyMatch(version -> version.id().equals(document));
    }

    public void report(UUID id, Said said, Actor actor) {
        List<Looked> files = said.files().isEmpty() ? List.of() : looked(id, said, actor);
        transaction.executeWithoutResult(status -> keep(id, said, files, actor));
    }

    /** Takes its time, so it comes before anything is held; who may not report has nothing looked at. */
    private List<Looked> looked(UUID id, Said said, Actor actor) {
        demand(conditions.get(id), said, actor);
        return evidence.look(said.files());
    }

    private Open demand(FollowedCondition condition, Said said, Actor actor) {
        Open open = work.begin(condition.id(), condition.contract(), FollowUpStep.MEET_CONDITION, actor);
        Problems.refuse(problems(condition, said));
        return open;
    }

    private void keep(UUID id, Said said, List<Looked> files, Actor actor) {
        FollowedCondition condition = conditions.lock(id);
        Open open = demand(condition, said, actor);
        Report report = new Report(
                UUID.randomUUID(),
                condition.reports().size() + 1,
                said.evidence(),
                said.document(),
                files.stream().map(Looked::file).toList(),
                actor.username(),
                open.now());
        conditions.add(id, report);
        kept.add(report.id(), files);
        work.finish(open, "condition-reported", facts(condition, report), Map.of());
        notices.reported(condition);
    }

    private static Facts facts(FollowedCondition condition, Report report) {
        return Facts.of(FollowUp.CONDITION.idFact(), condition.id())
                .and("reviewId", condition.review())
                .and("number", report.number())
                .and("evidence", report.evidence())
                .and("documentVersion", report.document())
                .and(
                        "files",
                        report.files().stream()
                                .map(file -> Map.of("sha256", file.sha256()))
                                .toList());
    }
}
