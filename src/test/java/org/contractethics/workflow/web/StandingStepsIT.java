package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.contractethics.ApiCalls;
import org.contractethics.FullTable;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.concern.TableOwner;
import org.contractethics.contract.Contract;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordReader;
import org.contractethics.review.Reviews;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** A step that the engine gave up is told, shown to those who may know of its case, and tried again until it is done. */
@IntegrationTest
class StandingStepsIT {

    private static final String PAGE = "/procedures/standing-steps";
    private static final String STEPS = "/api" + PAGE;
    private static final String CHAIR = "ruth.castillo";
    private static final String AUDITOR = "august.lund";
    private static final String OMBUDS = "olga.petrova";
    private static final Duration SOON = Duration.ofSeconds(90);
    /** As often as the engine tries by itself. */
    private static final int TRIES = 5;

    private final ApiCalls api;
    private final MockMvcTester mvc;
    private final SubmittedContracts contracts;
    private final Reviews reviews;
    private final ManagementService management;
    private final RuntimeService processes;
    private final RecordReader record;
    private final Concerns concerns;
    private final JdbcClient database;

    @Autowired
    StandingStepsIT(
            Environment settings,
            MockMvcTester mvc,
            SubmittedContracts contracts,
            Reviews reviews,
            ManagementService management,
            RuntimeService processes,
            RecordReader record,
            Concerns concerns,
            JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.mvc = mvc;
        this.contracts = contracts;
        this.reviews = reviews;
        this.management = management;
        this.processes = processes;
        this.record = record;
        this.concerns = concerns;
        this.database = database;
    }

    @Test
    void it_is_told_and_shown_and_goes_on_being_tried_until_it_is_done() {
        Contract contract = contracts.submitted("Stands still " + UUID.randomUUID());
        String job = timer(contract, "document-check-overdue");
        FullTable.whileFull(
                "record.entry",
                "new.kind = 'stage-escalated' and new.contract = '" + contract.id() + "'",
                () -> standsStill(contract, job));

        TableOwner.executes("update workflow.standing_step set since = since - interval '2 hours',"
                + " tried_at = tried_at - interval '2 hours' where job_id = '" + job + "'");
        management.setJobDuedate(job, Date.from(Instant.now()));

        await().atMost(SOON).untilAsserted(() -> assertThat(kinds(contract)).contains("stage-escalated"));
        await().atMost(SOON).untilAsserted(() -> assertThat(page(CHAIR)).doesNotContain(contract.reference()));
        assertThat(told(contract)).as("told once, not with every try").hasSize(2);
    }

    private boolean standsStill(Contract contract, String job) {
        failsUntilGivenUp(job);

        await().atMost(SOON).untilAsserted(() -> assertThat(told(contract)).containsOnly(CHAIR, AUDITOR));
        assertThat(kinds(contract)).containsOnlyOnce("step-given-up").doesNotContain("stage-escalated");
        assertThat(page(CHAIR))
                .contains(contract.reference(), contract.title(), "Confirm the documents: overdue", "Try again now");
        assertThat(page(AUDITOR)).contains(contract.reference()).doesNotContain("Try again now");
        assertThat(line(CHAIR, contract).path("job").asString()).isEqualTo(job);

        assertThat(api.post(CHAIR, STEPS + "/" + job + "/again", null).status()).isEqualTo(204);
        assertThat(kinds(contract)).contains("step-tried-again");
        await().atMost(SOON).until(() -> retries(job) == 0);
        assertThat(page(CHAIR)).as("it failed again").contains(contract.reference());
        return true;
    }

    @Test
    void those_who_may_not_have_it_tried_again_are_refused_and_nothing_is_tried() {
        Contract contract = contracts.submitted("Not theirs " + UUID.randomUUID());
        String job = timer(contract, "document-check-overdue");
        management.setJobRetries(job, 0);
        await().atMost(SOON).untilAsserted(() -> assertThat(page(CHAIR)).contains(contract.reference()));

        for (String person : List.of(AUDITOR, "lena.hoffman", "dana.whitfield", "erin.walsh")) {
            assertThat(api.post(person, STEPS + "/" + job + "/again", null).status())
                    .as(person)
                    .isEqualTo(403);
        }
        assertThat(api.get("lena.hoffman", STEPS).status()).isEqualTo(403);
        assertThat(api.post(OMBUDS, STEPS + "/" + job + "/again", null).status())
                .as("a review is not the ombuds' to know of here")
                .isEqualTo(404);
        assertThat(api.post(CHAIR, STEPS + "/none/again", null).status()).isEqualTo(404);
        assertThat(retries(job)).isZero();
        assertThat(kinds(contract)).doesNotContain("step-tried-again");
    }

    @Test
    void a_step_of_a_concern_is_told_and_shown_to_the_ombuds_alone_and_the_notice_names_nothing() {
        Contract contract = contracts.submitted("Worrying " + UUID.randomUUID());
        ApiCalls.Answer answer = api.post(
                "erin.walsh",
                "/api/concerns",
                Map.of(
                        "mode", "OPEN",
                        "topic", "END_USE",
                        "text", "I fear for children.",
                        "contract", contract.id().toString()));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String filed = answer.raw().headers().firstValue("Location").orElseThrow();
        String concern = filed.substring(filed.lastIndexOf('/') + 1);
        DayOfFiling.ends(database, concern);
        concerns.announce();
        long before = generic(CHAIR);
        management.setJobRetries(timer(concern, "acknowledge-concern-overdue"), 0);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(api.get(OMBUDS, STEPS).body().findValuesAsString("subject"))
                        .contains(concern));
        await().atMost(SOON).untilAsserted(() -> assertThat(generic(OMBUDS)).isPositive());
        assertThat(api.get(CHAIR, STEPS).body().findValuesAsString("subject")).doesNotContain(concern);
        assertThat(api.get(AUDITOR, STEPS).body().findValuesAsString("subject")).doesNotContain(concern);
        assertThat(generic(CHAIR)).isEqualTo(before);
        assertThat(told(contract)).isEmpty();
    }

    private void failsUntilGivenUp(String job) {
        for (int i = 0; i < TRIES; i++) {
            assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(RuntimeException.class);
        }
        assertThat(retries(job)).isZero();
    }

    private int retries(String job) {
        return management.createJobQuery().jobId(job).singleResult().getRetries();
    }

    private String timer(Contract contract, String activity) {
        return timer(reviews.latestOf(contract.id()).orElseThrow().id().toString(), activity);
    }

    private String timer(String subject, String activity) {
        Job job = management
                .createJobQuery()
                .processInstanceId(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(subject)
                        .singleResult()
                        .getId())
                .activityId(activity)
                .singleResult();
        return job.getId();
    }

    private List<String> told(Contract contract) {
        return database.sql("select username from notification.notice where title like :title")
                .param("title", contract.reference() + ": a step of the procedure%")
                .query(String.class)
                .list();
    }

    private long generic(String person) {
        return database.sql(
                        "select count(*) from notification.notice where username = :person and title = 'A step of a procedure could not be done'")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    private List<String> kinds(Contract contract) {
        return record.newest(EntryFilter.ofContract(contract.id()), Long.MAX_VALUE, 50).stream()
                .map(entry -> entry.kind())
                .toList();
    }

    private JsonNode line(String person, Contract contract) {
        return api.get(person, STEPS)
                .body()
                .valueStream()
                .filter(line -> line.path("reference").asString().equals(contract.reference()))
                .findFirst()
                .orElseThrow();
    }

    private String page(String person) {
        return new String(
                mvc.get()
                        .uri(PAGE)
                        .with(People.signedInAs(person))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
