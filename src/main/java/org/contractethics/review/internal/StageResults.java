package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.review.FinishedStages;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.AppealRuled;
import org.contractethics.review.internal.StageForm.AssessmentSummary;
import org.contractethics.review.internal.StageForm.ClarificationAnswer;
import org.contractethics.review.internal.StageForm.DecisionTaken;
import org.contractethics.review.internal.StageForm.DocumentCheck;
import org.contractethics.review.internal.StageForm.LegalStop;
import org.contractethics.review.internal.StageForm.Mitigation;
import org.contractethics.review.internal.StageForm.Research;
import org.contractethics.review.internal.StageForm.SignatureCheck;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageForm.VoteClosed;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The stages worked off, each once in each pass. */
@Repository
public class StageResults implements FinishedStages {

    private final JdbcClient jdbc;
    private final Json json;

    StageResults(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(StageResult result) {
        int added = jdbc.sql(
                        """
                        insert into review.stage_result (id, review_id, pass, stage, actor, on_behalf_of, started_at,
                            due_at, completed_at, form)
                        values (:id, :review, :pass, :stage, :actor, :onBehalfOf, :startedAt, :dueAt, :completedAt,
                            cast(:form as jsonb))
                        on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("review", result.review().value())
                .param("pass", result.pass())
                .param("stage", result.stage().name())
                .param("actor", result.actor())
                .param("onBehalfOf", result.onBehalfOf())
                .param("startedAt", Rows.at(result.startedAt()))
                .param("dueAt", Rows.at(result.dueAt()))
                .param("completedAt", Rows.at(result.completedAt()))
                .param("form", json.write(result.form()))
                .update();
        if (added == 0) {
            throw Refused.conflict("This stage was finished already.");
        }
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new Added(result.review(), result.stage()));
        }
    }

    /** A result that the transaction wrote. Being a synchronization ties it to the transaction. */
    private record Added(ReviewId review, Stage stage) implements TransactionSynchronization {}

    @Override
    public boolean isFinishedNow(ReviewId review, Stage stage) {
        return addedHere(new Added(review, stage)) || isWrittenNow(review, stage);
    }

    private static boolean addedHere(Added result) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().contains(result);
    }

    private boolean isWrittenNow(ReviewId review, Stage stage) {
        return jdbc.sql(
                        """
                        select exists (select 1 from review.stage_result
                            where review_id = :review and stage = :stage and xmin = pg_current_xact_id()::xid)
                        """)
                .param("review", review.value())
                .param("stage", stage.name())
                .query(Boolean.class)
                .single();
    }

    /** Every stage of every pass, in the order they were completed. */
    public List<StageResult> of(ReviewId review) {
        return jdbc.sql(
                        """
                        select review_id, pass, stage, actor, on_behalf_of, started_at, due_at, completed_at, form
                        from review.stage_result where review_id = :review order by completed_at, stage
                        """)
                .param("review", review.value())
                .query(this::map)
                .list();
    }

    /** The form of a stage that counts in one pass, carried over or not; empty where it was not worked off. */
    public <F extends StageForm> Optional<F> form(ReviewId review, int pass, Class<F> type) {
        Stage stage = stage(type);
        return KeptResults.find(review, pass, stage)
                .or(() -> read(review, pass, stage))
                .map(StageResult::form)
                .map(type::cast);
    }

    private Optional<StageResult> read(ReviewId review, int pass, Stage stage) {
        Optional<StageResult> result = jdbc.sql(
                        """
                        select review_id, pass, stage, actor, on_behalf_of, started_at, due_at, completed_at, form
                        from (select 1 as nearest, s.* from review.stage_result s
                              where s.review_id = :review and s.pass = :pass and s.stage = :stage
                              union all
                              select 2, s.* from review.carried_standing c
                              join review.stage_result s
                                  on s.review_id = c.from_review and s.pass = c.from_pass and s.stage = c.item
                              where c.review_id = :review and c.pass = :pass and c.item = :stage) counting
                        order by nearest, completed_at limit 1
                        """)
                .param("review", review.value())
                .param("pass", pass)
                .param("stage", stage.name())
                .query(this::map)
                .optional();
        result.ifPresent(found -> KeptResults.keep(found, review, pass));
        return result;
    }

    /** The stages that this pass carries over, as they were worked off in the review that they are cited from (H8). */
    public List<StageResult> carriedOver(ReviewId review, int pass) {
        return jdbc.sql(
                        """
                        select s.review_id, s.pass, s.stage, s.actor, s.on_behalf_of, s.started_at, s.due_at, s.completed_at,
                               s.form
                        from review.carried_standing c
                        join review.stage_result s on s.review_id = c.from_review and s.pass = c.from_pass and s.stage = c.item
                        where c.review_id = :review and c.pass = :pass order by s.completed_at, s.stage
                        """)
                .param("review", review.value())
                .param("pass", pass)
                .query(this::map)
                .list();
    }

    private StageResult map(ResultSet row, int number) throws SQLException {
        Stage stage = Stage.valueOf(row.getString("stage"));
        return new StageResult(
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("pass"),
                stage,
                row.getString("actor"),
                row.getString("on_behalf_of"),
                Rows.instant(row, "started_at"),
                Rows.instantOrNull(row, "due_at"),
                Rows.instant(row, "completed_at"),
                json.read(row.getString("form"), type(stage)));
    }

    private static Stage stage(Class<? extends StageForm> form) {
        return Stream.of(Stage.values())
                .filter(stage -> type(stage) == form)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage has the form " + form));
    }

    private static Class<? extends StageForm> type(Stage stage) {
        return switch (stage) {
            case CLARIFICATION -> ClarificationAnswer.class;
            case DOCUMENT_CHECK -> DocumentCheck.class;
            case LEGAL_STOP -> LegalStop.class;
            case TRIAGE -> TriageConfirmation.class;
            case RESEARCH -> Research.class;
            case ASSESSMENT -> AssessmentSummary.class;
            case MITIGATION -> Mitigation.class;
            case VOTE -> VoteClosed.class;
            case DECISION -> DecisionTaken.class;
            case APPEAL -> AppealRuled.class;
            case SIGNATURE_GATE -> SignatureCheck.class;
        };
    }
}
