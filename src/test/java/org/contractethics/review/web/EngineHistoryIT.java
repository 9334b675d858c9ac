package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.contractethics.IntegrationTest;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** R18: the engine's history can be edited by whoever reaches it; the record does not rest on it and tells that something is missing. */
@IntegrationTest
class EngineHistoryIT {

    private static final String ENDED = "end_time_ is not null and";

    private final MockMvcTester mvc;
    private final BegunReviews reviews;
    private final RecordReader record;
    private final HistoryService history;
    private final TransactionTemplate transaction;
    private final JdbcClient database;

    @Autowired
    EngineHistoryIT(
            MockMvcTester mvc,
            BegunReviews reviews,
            RecordReader record,
            HistoryService history,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.mvc = mvc;
        this.reviews = reviews;
        this.record = record;
        this.history = history;
        this.transaction = transaction;
        this.database = database;
    }

    @Test
    void without_its_history_the_record_of_a_case_is_as_it_was_and_the_gap_is_reported() throws Exception {
        Begun begun = reviews.submitted(mvc);
        String key = begun.review().toString();
        begun.hands().workOff(begun.review(), "document-check", "priya.raman", ReviewSteps.documents());
        List<RecordEntry> before = entries(begun);
        assertThat(before).extracting(RecordEntry::kind).contains("review-opened", "stage-completed");
        assertThat(record.verify("system").problem()).isNull();

        assertThat(after(begun, () -> tasks(key).forEach(task -> history.deleteHistoricTaskInstance(task.getId()))))
                .endsWith("lacks the task DOCUMENT_CHECK: it was deleted behind the application's back.")
                .contains("the review " + key + " of contract " + begun.contract());
        assertThat(after(begun, () -> bySql("delete from engine.act_hi_actinst where " + ENDED, key)))
                .contains("lacks the step DOCUMENT_CHECK: it was deleted");
        assertThat(after(begun, () -> bySql("update engine.act_hi_taskinst set assignee_ = 'x' where " + ENDED, key)))
                .contains("tells otherwise who completed DOCUMENT_CHECK, or when: it was edited");
        assertThat(after(
                        begun,
                        () -> bySql(
                                "update engine.act_hi_procinst set start_time_ = start_time_ - interval '1 year' where",
                                key)))
                .contains("begins at another time: it was edited");
        assertThat(after(begun, () -> bySql("delete from engine.act_hi_procinst where", key)))
                .contains("is gone: it was deleted");

        assertThat(entries(begun)).isEqualTo(before);
        assertThat(begun.hands().casePage("august.lund"))
                .contains("/audit/" + before.get(0).index());
        begun.hands().workOff(begun.review(), "legal-stop", "leo.brandt", ReviewSteps.legal());
        assertThat(entries(begun)).hasSizeGreaterThan(before.size()).startsWith(before.toArray(RecordEntry[]::new));
        assertThat(record.verify("system").problem()).isNull();
    }

    /** What the verification says in a transaction that is rolled back; the record is as it was. */
    private String after(Begun begun, Runnable manipulation) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            List<RecordEntry> before = entries(begun);
            manipulation.run();
            assertThat(entries(begun)).isEqualTo(before);
            return String.valueOf(record.verify("system").problem());
        });
    }

    private List<HistoricTaskInstance> tasks(String key) {
        List<HistoricTaskInstance> done = history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(key)
                .finished()
                .list();
        assertThat(done).isNotEmpty();
        return done;
    }

    private List<RecordEntry> entries(Begun begun) {
        return record.oldest(EntryFilter.ofContract(begun.contract()), -1, 1_000);
    }

    private void bySql(String change, String key) {
        assertThat(database.sql(change + " proc_inst_id_ in (select proc_inst_id_ from engine.act_hi_procinst"
                                + " where business_key_ = ?)")
                        .param(key)
                        .update())
                .isPositive();
    }
}
