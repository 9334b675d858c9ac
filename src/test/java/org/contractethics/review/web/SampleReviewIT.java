package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.review.web.SampledDecisions.Drawn;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A decision of T1 that dana.whitfield and priya.raman reached, drawn into the audit sample. Tests draw all of a hundred. */
@IntegrationTest
class SampleReviewIT {

    private static final String FIRST_REASONS = "Weighed against the safeguards.";

    private final MockMvcTester mvc;
    private final ApiCalls api;
    private final SampledDecisions sampled;
    private final TaskService tasks;
    private final JdbcClient database;

    @Autowired
    SampleReviewIT(
            MockMvcTester mvc, Environment settings, SampledDecisions sampled, TaskService tasks, JdbcClient database) {
        this.mvc = mvc;
        this.api = new ApiCalls(settings);
        this.sampled = sampled;
        this.tasks = tasks;
        this.database = database;
    }

    @Test
    void a_decision_is_drawn_by_its_entry_reviewed_without_its_result_and_opened_again() throws Exception {
        Drawn drawn = sampled.drawn(mvc, "Reading rooms " + UUID.randomUUID());
        theLotIsOfTheEntry(drawn);
        whoHadAPartIsRefused(drawn);

        secondReviewer(drawn, "helen.okafor");
        nothingOfTheFirstIsTold(drawn, "helen.okafor");
        givesAStricterResult(drawn, "helen.okafor");

        theResultStays(drawn);
        theReviewIsOpenedAgain(drawn);
    }

    private void theLotIsOfTheEntry(Drawn drawn) {
        Map<String, Object> lot = database.sql(
                        """
                        select l.decision_id::text as decision, l.leaf_hash, l.lot, e.kind, encode(e.leaf, 'hex') as leaf
                        from review.sample_lot l join record.entry e on e.n = l.entry where l.sample_review_id = :id
                        """)
                .param("id", drawn.id())
                .query()
                .singleRow();

        assertThat(lot).containsEntry("kind", "decision-recorded").containsEntry("leaf", lot.get("leaf_hash"));
        assertThat(lot.get("lot")).isEqualTo(Sha256.hex(lot.get("decision") + "\n" + lot.get("leaf")));
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.sample_review (id, contract_id, review_id, decision_id, begun_at)
                                select gen_random_uuid(), contract_id, review_id, decision_id, now()
                                from review.sample_review where id = :id
                                """)
                        .param("id", drawn.id())
                        .update())
                .as("drawn over once")
                .hasMessageContaining("decision_id");
        assertThatThrownBy(() -> database.sql("update review.sample_lot set drawn = false where sample_review_id = :id")
                        .param("id", drawn.id())
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    /** By claim, form, API, a call of the engine and the table. */
    private void whoHadAPartIsRefused(Drawn drawn) {
        for (String person : List.of("dana.whitfield", "priya.raman")) {
            assertThat(drawn.hands().post(person, "/inbox/tasks/" + task(drawn) + "/claim", Map.of()))
                    .as(person)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        tasks.setAssignee(task(drawn), "dana.whitfield");
        assertThat(drawn.hands().post("dana.whitfield", drawn.page() + "/result", stricter()))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("(H1)");
        Answer byApi = api.change(
                "dana.whitfield", drawn.resource(), drawn.resource() + "/results", SampleReviewByApiIT.agreeing());
        assertThat(byApi.status()).isEqualTo(403);
        assertThat(byApi.rule()).isEqualTo("H1");
        assertThatThrownBy(() -> tasks.complete(task(drawn), Map.of("sampleComparison", "AGREES")))
                .hasStackTraceContaining("(H9)");
        assertThatThrownBy(() -> result(drawn, "dana.whitfield")).hasStackTraceContaining("had a part");
        tasks.setAssignee(task(drawn), null);
    }

    private void secondReviewer(Drawn drawn, String person) throws Exception {
        assertThat(drawn.hands().get(person, "/contracts/" + drawn.contract().id()))
                .hasStatusOk();
        assertThat(drawn.hands().post(person, "/inbox/tasks/" + task(drawn) + "/claim", Map.of()))
                .hasStatus3xxRedirection();
    }

    private void nothingOfTheFirstIsTold(Drawn drawn, String person) throws Exception {
        String contract = "/contracts/" + drawn.contract().id();
        String review = "/reviews/" + drawn.review();
        for (String path : List.of(contract, review + "/record", review + "/sources", contract + "/findings")) {
            assertThat(drawn.hands().get(person, path))
                    .as(path)
                    .hasStatus(HttpStatus.FORBIDDEN)
                    .bodyText()
                    .contains("a second time for the audit sample")
                    .doesNotContain(FIRST_REASONS);
        }
        for (String path : List.of("/api" + contract, "/api" + review, "/api" + contract + "/sample-reviews")) {
            assertThat(api.get(person, path).status()).as(path).isEqualTo(403);
        }
        assertThat(drawn.hands().get("dana.whitfield", contract))
                .as("for others")
                .hasStatusOk();
        assertThat(drawn.hands().get(person, contract + "/documents")).hasStatusOk();
        assertThat(drawn.hands().page(person, drawn.page()))
                .contains("Agency of Reading rooms", "Your result", "Drawn into the audit sample")
                .doesNotContain(FIRST_REASONS, "First review</th>");
        Answer answer = api.get(person, drawn.resource());
        assertThat(answer.body().path("lot").path("drawn").asBoolean()).isTrue();
        assertThat(answer.body().path("first").isNull()).isTrue();
        assertThat(answer.raw().body()).doesNotContain(FIRST_REASONS, "APPROVE");
    }

    private void givesAStricterResult(Drawn drawn, String person) throws Exception {
        Map<String, Object> unfinished = new LinkedHashMap<>(stricter());
        unfinished.remove("tier");
        unfinished.remove("knew-first");
        unfinished.remove("no-conflict");
        assertThat(drawn.hands().post(person, drawn.page() + "/result", unfinished))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "Say which tier you would have given.",
                        "Say whether you knew",
                        "(H2)",
                        "Young visitors are logged.");

        assertThat(drawn.hands().post(person, drawn.page() + "/result", stricter()))
                .hasStatus3xxRedirection();

        assertThat(drawn.hands().page(person, drawn.page()))
                .contains("The second review is stricter", FIRST_REASONS, "Young visitors are logged.", ", differs");
        assertThat(drawn.hands().casePage(person)).contains("Audit sample", "The second review is stricter");
        assertThat(drawn.hands().post(person, drawn.page() + "/result", stricter()))
                .as("not a second time")
                .hasStatus(HttpStatus.CONFLICT);
    }

    private void theResultStays(Drawn drawn) {
        for (String change : List.of(
                "update review.sample_result set outcome = 'APPROVE' where sample_review_id = :id",
                "delete from review.sample_result where sample_review_id = :id")) {
            assertThatThrownBy(
                            () -> database.sql(change).param("id", drawn.id()).update())
                    .as(change)
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> result(drawn, "leo.brandt"))
                .hasStackTraceContaining("signed no declaration of interests");
        database.sql(
                        """
                        insert into review.conflict_declaration (id, review_id, person, conflict, declared_at)
                        values (gen_random_uuid(), :review, 'leo.brandt', false, now())
                        """)
                .param("review", drawn.review().value())
                .update();
        assertThatThrownBy(() -> result(drawn, "leo.brandt")).hasStackTraceContaining("sample_result_pkey");
        assertThat(entries(drawn, "sample-reviewed")).isOne();
    }

    private void theReviewIsOpenedAgain(Drawn drawn) throws Exception {
        assertThat(drawn.hands().post("ruth.castillo", "/inbox/tasks/" + task(drawn) + "/claim", Map.of()))
                .as("recorded the first decision")
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThatThrownBy(() -> ruling(drawn, "ruth.castillo")).hasStackTraceContaining("had a part");
        assertThatThrownBy(() -> ruling(drawn, "helen.okafor")).hasStackTraceContaining("had a part");
        assertThat(drawn.hands().post("george.tan", "/inbox/tasks/" + task(drawn) + "/claim", Map.of()))
                .hasStatus3xxRedirection();
        assertThatThrownBy(() -> tasks.complete(task(drawn))).hasStackTraceContaining("(H9)");
        assertThat(drawn.hands().post("george.tan", drawn.page() + "/ruling", Map.of("ruling-reasons", "Read both.")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say what follows.", "Read both.");

        assertThat(drawn.hands()
                        .post(
                                "george.tan",
                                drawn.page() + "/ruling",
                                Map.of("choice", "REOPEN", "ruling-reasons", "Children were not thought of.")))
                .hasStatus3xxRedirection();

        assertThat(drawn.hands().page("george.tan", drawn.page())).contains("Review opened again");
        assertThat(database.sql("select count(*) from review.decision_lapse l join review.sample_review s"
                                + " on s.decision_id = l.decision_id where s.id = :id")
                        .param("id", drawn.id())
                        .query(Integer.class)
                        .single())
                .as("the approval lapsed")
                .isOne();
        assertThat(entries(drawn, "sample-ruled")).isOne();
        assertThat(drawn.hands()
                        .post(
                                "george.tan",
                                drawn.page() + "/ruling",
                                Map.of("choice", "UPHOLD", "ruling-reasons", "After all.")))
                .as("ruled on once")
                .hasStatus(HttpStatus.CONFLICT);
        assertThatThrownBy(() -> ruling(drawn, "ines.duarte")).hasStackTraceContaining("sample_ruling_pkey");
    }

    private String task(Drawn drawn) {
        return sampled.task(drawn);
    }

    private void result(Drawn drawn, String person) {
        database.sql(
                        """
                        insert into review.sample_result (sample_review_id, tier, outcome, rights, reasons, knew_first, same_basis,
                            done_by, done_at)
                        values (:id, 'T1', 'APPROVE', '{}', 'Fine.', false, true, :person, now())
                        """)
                .param("id", drawn.id())
                .param("person", person)
                .update();
    }

    private void ruling(Drawn drawn, String person) {
        database.sql(
                        """
                        insert into review.sample_ruling (sample_review_id, result, reasons, ruled_by, ruled_at)
                        values (:id, 'UPHOLD', 'Fine.', :person, now())
                        """)
                .param("id", drawn.id())
                .param("person", person)
                .update();
    }

    private long entries(Drawn drawn, String kind) {
        return database.sql("select count(*) from record.entry where kind = :kind and contract = :contract")
                .param("kind", kind)
                .param("contract", drawn.contract().id().value())
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> stricter() {
        return Map.of(
                "tier", "T2",
                "outcome", "CONDITIONAL",
                "rights", List.of("R05", "R12"),
                "reasons", "Young visitors are logged.",
                "knew-first", "no",
                "no-conflict", "yes");
    }
}
