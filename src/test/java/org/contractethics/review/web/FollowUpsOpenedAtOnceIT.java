package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.AtOnce;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A remediation, a re-review and an exit that several people begin or end in one instant: one stands, the others are told. */
@IntegrationTest
class FollowUpsOpenedAtOnceIT {

    private static final String MONITOR = "mona.keller";
    private static final Map<String, String> ANEW = Map.of("result", "NEW_REVIEW", "reasons", "The use changed.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final AtOnce atOnce;
    private final ApiCalls api;
    private final RuntimeService processes;
    private final ManagementService jobs;
    private final JdbcClient database;
    private SignedContract signed;
    private String path;

    @Autowired
    @SuppressWarnings("NullAway.Init") // signed before each test
    FollowUpsOpenedAtOnceIT(
            MockMvcTester mvc,
            BegunReviews begun,
            AtOnce atOnce,
            Environment settings,
            RuntimeService processes,
            ManagementService jobs,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.atOnce = atOnce;
        this.api = new ApiCalls(settings);
        this.processes = processes;
        this.jobs = jobs;
        this.database = database;
    }

    @BeforeEach
    void sign() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        path = "/contracts/" + signed.contract;
    }

    @Test
    void one_remediation_of_a_harm_begins_and_the_others_read_that_it_has() throws Exception {
        Map<String, String> harm =
                Map.of("cause", "incident:" + incident(), "involvement", "LINKED", "harm", "Families were traced");
        List<Callable<Object>> acts = new ArrayList<>();
        List.of(MONITOR, MONITOR, "dana.whitfield", "ruth.castillo")
                .forEach(person -> acts.add(() -> signed.hands.post(person, path + "/remediation", harm)));
        acts.add(() -> api.post("helen.okafor", "/api" + path + "/remediations", harm));

        List<Object> answers = atOnce.all(acts);

        assertThat(answers).filteredOn(FollowUpsOpenedAtOnceIT::stands).hasSize(1);
        assertThat(answers).filteredOn(answer -> !stands(answer)).allSatisfy(answer -> assertThat(words(answer))
                .contains("The remediation for this has begun already."));
        assertThat(answers)
                .filteredOn(answer -> !stands(answer) && answer instanceof MvcTestResult)
                .allSatisfy(answer -> assertThat(words(answer)).contains("Families were traced"));
        assertThat(recorded("remediation-opened")).isOne();
        assertThat(count("select count(*) from review.remediation where contract_id = :id"))
                .isOne();
    }

    @Test
    void whoever_waited_for_another_who_opens_it_is_answered_with_a_conflict() throws Exception {
        Map<String, String> harm =
                Map.of("cause", "incident:" + incident(), "involvement", "LINKED", "harm", "Families were traced");

        Answer second = atOnce.beforeCommit(
                () -> assertThat(signed.hands.post(MONITOR, path + "/remediation", harm))
                        .hasStatus3xxRedirection(),
                () -> api.post("helen.okafor", "/api" + path + "/remediations", harm));

        assertThat(second.status()).as(second.toString()).isEqualTo(409);
        assertThat(words(second)).contains("The remediation for this has begun already.");
    }

    @Test
    void a_re_review_sent_twice_opens_one_new_review() throws Exception {
        String reReview = "/re-reviews/" + dueReReview();
        signed.claimOn(reReview, "helen.okafor");

        List<MvcTestResult> answers = atOnce.all(List.of(
                () -> signed.hands.post("helen.okafor", reReview, ANEW),
                () -> signed.hands.post("helen.okafor", reReview, ANEW)));

        assertThat(answers).filteredOn(FollowUpsOpenedAtOnceIT::stands).hasSize(1);
        assertThat(answers).filteredOn(answer -> !stands(answer)).allSatisfy(answer -> assertThat(answer)
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("The use changed."));
        assertThat(count("select count(*) from review.review where contract_id = :id"))
                .isEqualTo(2);
        assertThat(recorded("re-review-done")).isOne();
    }

    @Test
    void a_re_review_that_opens_a_review_in_the_moment_of_a_restriction_waits_for_it() throws Exception {
        String reReview = "/re-reviews/" + dueReReview();
        signed.claimOn(reReview, "helen.okafor");

        MvcTestResult answer = atOnce.beforeCommit(
                () -> assertThat(signed.hands.post(
                                "ruth.castillo",
                                path + "/interim-measure",
                                Map.of("cause", "other", "restriction", "No queries", "reasons", "Traced.")))
                        .hasStatus3xxRedirection(),
                () -> signed.hands.post("helen.okafor", reReview, ANEW));

        assertThat(answer).hasStatus(HttpStatus.CONFLICT).bodyText().contains("That is decided on first");
        assertThat(count("select count(*) from review.review where contract_id = :id"))
                .isOne();
    }

    @Test
    void the_exit_of_a_contract_begins_once_though_its_ruling_is_sent_twice() throws Exception {
        String suspension = proposedToEnd();
        Map<String, String> ruling = Map.of("confirmed", "yes", "ruling-reasons", "The committee read it.");

        List<MvcTestResult> answers = atOnce.all(List.of(
                () -> signed.hands.post("george.tan", suspension + "/ruling", ruling),
                () -> signed.hands.post("george.tan", suspension + "/ruling", ruling)));

        assertThat(answers).filteredOn(FollowUpsOpenedAtOnceIT::stands).hasSize(1);
        assertThat(answers).filteredOn(answer -> !stands(answer)).allSatisfy(answer -> assertThat(answer)
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("The committee read it."));
        assertThat(count("select count(*) from review.contract_exit where contract_id = :id"))
                .isOne();
        assertThat(recorded("exit-opened")).isOne();
    }

    private String incident() {
        assertThat(signed.hands.post(
                        MONITOR,
                        path + "/incidents",
                        Map.of(
                                "kind", "PRESS",
                                "happened-on", LocalDate.now(ZoneOffset.UTC),
                                "source", "A newspaper",
                                "reliability", "B",
                                "account", "Families were traced")))
                .hasStatus3xxRedirection();
        return one("select id from review.incident where contract_id = :id");
    }

    private String dueReReview() {
        String id = one("select id from review.re_review where contract_id = :id");
        String process = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .singleResult()
                .getId();
        jobs.createJobQuery().processInstanceId(process).list().forEach(job -> jobs.executeJob(job.getId()));
        return id;
    }

    private String proposedToEnd() throws Exception {
        assertThat(signed.hands.post("ruth.castillo", path + "/suspension", Map.of("reason", "Misuse.")))
                .hasStatus3xxRedirection();
        String suspension = "/suspensions/" + one("select id from review.suspension_review where contract_id = :id");
        signed.claimOn(suspension, "ruth.castillo");
        assertThat(signed.hands.post(
                        "ruth.castillo",
                        suspension + "/proposal",
                        Map.of("outcome", "EXIT", "reasons", "Nothing helped.")))
                .hasStatus3xxRedirection();
        signed.claimOn(suspension, "george.tan");
        return suspension;
    }

    private static boolean stands(Object answer) {
        return answer instanceof Answer call
                ? call.status() == 201
                : ((MvcTestResult) answer).getResponse().getStatus() == HttpStatus.FOUND.value();
    }

    private static String words(Object answer) throws Exception {
        return answer instanceof Answer call
                ? call.raw().body()
                : ((MvcTestResult) answer).getResponse().getContentAsString();
    }

    private String one(String sql) {
        return database.sql(sql)
                .param("id", signed.contract.value())
                .query(UUID.class)
                .single()
                .toString();
    }

    private int recorded(String kind) {
        return count("select count(*) from record.entry where kind = '" + kind + "' and contract = :id");
    }

    private int count(String sql) {
        return database.sql(sql)
                .param("id", signed.contract.value())
                .query(Integer.class)
                .single();
    }
}
