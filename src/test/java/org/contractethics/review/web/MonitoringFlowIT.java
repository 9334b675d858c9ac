package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.contractethics.EngineCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.followup.ReReview;
import org.contractethics.review.internal.followup.ReReviews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** S11: incidents, limits of visibility and the periodic re-review of a signed contract. */
@IntegrationTest
class MonitoringFlowIT {

    private static final Map<String, String> NEWS = Map.of(
            "kind", "PRESS",
            "happened-on", "2026-01-05",
            "source", "A newspaper of 5 January",
            "reliability", "B",
            "account", "Field offices traced families.");

    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final Reviews reviews;
    private final ReReviews reReviews;
    private final RuntimeService processes;
    private final ManagementService jobs;
    private final JdbcClient database;
    private final EngineCalls engine;
    private final WorkingDays days;
    private SignedContract signed;
    private String contractPath = "";

    /** For tests that leave the contract as it is. */
    private static @Nullable SignedContract shared;

    @Autowired
    @SuppressWarnings("NullAway") // signed at the begin of each test
    MonitoringFlowIT(
            MockMvcTester mvc,
            BegunReviews begun,
            Reviews reviews,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            ContractRegister contracts,
            ReReviews reReviews,
            RuntimeService processes,
            ManagementService jobs,
            JdbcClient database,
            TaskService tasks,
            WorkingDays days) {
        this.mvc = mvc;
        this.days = days;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.reviews = reviews;
        this.begun = begun;
        this.contracts = contracts;
        this.reReviews = reReviews;
        this.processes = processes;
        this.jobs = jobs;
        this.database = database;
        this.engine = new EngineCalls(tasks, database);
    }

    private void anySigned() throws Exception {
        shared = shared == null ? ownSigned() : shared;
        signed = shared;
        contractPath = "/contracts/" + signed.contract;
    }

    private SignedContract ownSigned() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        contractPath = "/contracts/" + signed.contract;
        return signed;
    }

    @Test
    void incidents_are_recorded_with_source_and_reliability_and_kept_for_ever() throws Exception {
        anySigned();
        assertThat(post("tom.lindqvist", "/incidents", NEWS)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post("dana.whitfield", "/incidents", Map.of("kind", "PRESS", "happened-on", "2999-01-01")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("not a day to come", "Name the source.", "how far the source can be relied on");

        assertThat(post("dana.whitfield", "/incidents", NEWS)).hasStatus3xxRedirection();

        assertThat(signed.hands.casePage("mona.keller"))
                .contains("Field offices traced families.", "B, usually reliable", "Dana Whitfield");
        assertThat(signed.hands.page("ruth.castillo", contractPath + "/interim-measure"))
                .contains("Press report of 5 Jan 2026");
        for (String statement : List.of(
                "update review.incident set account = 'x'",
                "delete from review.incident",
                "truncate review.incident")) {
            assertThatThrownBy(() -> database.sql(statement).update()).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void nothing_is_monitored_before_the_signature() throws Exception {
        anySigned();
        org.contractethics.shared.ContractId unsigned = stories.aContract();

        assertThat(signed.hands.post("dana.whitfield", "/contracts/" + unsigned + "/incidents", NEWS))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(signed.hands.page("dana.whitfield", "/contracts/" + unsigned))
                .doesNotContain("Limits of visibility");
    }

    @Test
    void the_limits_of_visibility_are_stated_in_versions_by_who_monitors() throws Exception {
        anySigned();
        assertThat(post("priya.raman", "/visibility", Map.of("statement", "x"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post("helen.okafor", "/visibility", Map.of("statement", "Nothing is known yet.")))
                .hasStatus3xxRedirection();
        assertThat(post("mona.keller", "/visibility", Map.of("statement", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        state("No logs of queries.");
        state("Logs of queries, none of exports.");

        assertThat(signed.hands.casePage("dana.whitfield"))
                .contains("Logs of queries, none of exports.", "Earlier statements", "No logs of queries.");
        assertThatThrownBy(() -> database.sql("update review.visibility_limits set statement = 'x'")
                        .update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a_contract_is_looked_at_again_and_found_still_valid_only_where_the_limits_are_stated() throws Exception {
        ownSigned();
        intervalIsOver();
        engine.assertRefused(reReview().id(), "(H9)");
        signed.claimAsOffered(path(), "mona.keller");
        Map<String, String> valid = Map.of("result", "STILL_VALID", "reasons", "Nothing changed.");
        assertThat(signed.hands.post("mona.keller", path(), valid))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("what of the use cannot be seen");
        state("No logs of queries.");

        assertThat(signed.hands.post("mona.keller", path(), valid)).hasStatus3xxRedirection();

        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate until = today.plusMonths(3);
        LocalDate ahead = days.before(until.atStartOfDay(days.zone()).toInstant(), 20);
        assertThat(reReview().results()).singleElement().satisfies(done -> {
            assertThat(done.validUntil()).as("as long as the decision gave it").isEqualTo(until);
            assertThat(done.nextOn()).as("early enough to vote").isEqualTo(ahead);
        });
        assertThat(contracts.get(signed.contract).state()).isEqualTo(ContractState.SIGNED);
        assertThat(signed.hands.post("mona.keller", path(), valid)).hasStatus(HttpStatus.CONFLICT);
        assertThat(signed.hands.casePage("dana.whitfield")).contains("The approval is still valid");
    }

    @Test
    void a_re_review_opens_a_new_review_that_goes_the_whole_way_and_approves_nothing() throws Exception {
        ownSigned();
        intervalIsOver();
        assertThat(signed.hands.post("ruth.castillo", path(), Map.of())).hasStatus(HttpStatus.FORBIDDEN);
        signed.claimAsOffered(path(), "helen.okafor");

        assertThat(signed.hands.post(
                        "helen.okafor", path(), Map.of("result", "NEW_REVIEW", "reasons", "The use changed.")))
                .hasStatus3xxRedirection();

        assertThat(reviews.latestOf(signed.contract)).get().satisfies(review -> {
            assertThat(review.id()).isNotEqualTo(signed.review);
            assertThat(review.closed()).isFalse();
            assertThat(review.outcome()).isNull();
        });
        assertThat(contracts.get(signed.contract).state()).isEqualTo(ContractState.IN_REVIEW);
        assertThat(signed.hands.casePage("priya.raman")).contains("Confirm the documents");
        assertThat(reReview().closedAt()).isNotNull();
        assertThatThrownBy(() ->
                        database.sql("delete from review.re_review_result").update())
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void whoever_is_paid_by_the_deal_neither_states_nor_re_reviews_by_table() throws Exception {
        anySigned();
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.visibility_limits (contract_id, version, statement, stated_by, stated_at)
                                values (:id, 1, 'All is seen', 'tom.lindqvist', now())
                                """)
                        .param("id", signed.contract.value())
                        .update())
                .hasMessageContaining("does not monitor it");
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.re_review_result (re_review_id, number, result, reasons, done_by, done_at,
                                    next_on)
                                values (:id, 1, 'STILL_VALID', 'Fine', 'tom.lindqvist', now(), current_date)
                                """)
                        .param("id", reReview().id())
                        .update())
                .hasMessageContaining("does not re-review it");
    }

    private MvcTestResult post(String person, String path, Map<String, String> fields) {
        return signed.hands.post(person, contractPath + path, fields);
    }

    private void state(String statement) {
        assertThat(post("mona.keller", "/visibility", Map.of("statement", statement)))
                .hasStatus3xxRedirection();
    }

    private ReReview reReview() {
        return reReviews.of(signed.contract).get(0);
    }

    private String path() {
        return "/re-reviews/" + reReview().id();
    }

    /** The timer of the process, earlier than it would come. */
    private void intervalIsOver() {
        String process = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reReview().id().toString())
                .singleResult()
                .getId();
        jobs.createJobQuery().processInstanceId(process).list().forEach(job -> jobs.executeJob(job.getId()));
    }
}
