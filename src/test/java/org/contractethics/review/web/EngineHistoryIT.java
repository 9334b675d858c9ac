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

/** R18: the engine's history can be edited by whoever reaches it; the record does not rest on it. */
@IntegrationTest
class EngineHistoryIT {

    private final MockMvcTester mvc;
    private final BegunReviews reviews;
    private final RecordReader record;
    private final HistoryService history;
    private final JdbcClient database;

    @Autowired
    EngineHistoryIT(
            MockMvcTester mvc, BegunReviews reviews, RecordReader record, HistoryService history, JdbcClient database) {
        this.mvc = mvc;
        this.reviews = reviews;
        this.record = record;
        this.history = history;
        this.database = database;
    }

    @Test
    void without_its_history_the_record_of_a_case_is_as_it_was() throws Exception {
        Begun begun = reviews.submitted(mvc);
        String key = begun.review().toString();
        begun.hands().workOff(begun.review(), "document-check", "priya.raman", ReviewSteps.documents());
        List<RecordEntry> before = entries(begun);
        assertThat(before).extracting(RecordEntry::kind).contains("review-opened", "stage-completed");

        List<HistoricTaskInstance> done = history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(key)
                .finished()
                .list();
        assertThat(done).isNotEmpty();
        done.forEach(task -> history.deleteHistoricTaskInstance(task.getId()));
        assertThat(bySql("delete from engine.act_hi_actinst where end_time_ is not null and", key))
                .isPositive();
        assertThat(bySql("update engine.act_hi_procinst set start_time_ = start_time_ - interval '1 year' where", key))
                .isOne();

        assertThat(entries(begun)).isEqualTo(before);
        assertThat(record.verify("system").problem()).isNull();
        assertThat(begun.hands().casePage("august.lund"))
                .contains("/audit/" + before.get(0).index());
        begun.hands().workOff(begun.review(), "legal-stop", "leo.brandt", ReviewSteps.legal());
        assertThat(entries(begun)).hasSizeGreaterThan(before.size()).startsWith(before.toArray(RecordEntry[]::new));
    }

    private List<RecordEntry> entries(Begun begun) {
        return record.oldest(EntryFilter.ofContract(begun.contract()), -1, 1_000);
    }

    private int bySql(String change, String key) {
        return database.sql(change + " proc_inst_id_ in (select proc_inst_id_ from engine.act_hi_procinst"
                        + " where business_key_ = ?)")
                .param(key)
                .update();
    }
}
