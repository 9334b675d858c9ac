package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.concern.TableOwner;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.internal.followup.ReReview;
import org.contractethics.review.internal.followup.ReReviewing;
import org.contractethics.review.internal.followup.ReReviews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** S11: people look before an approval ends, and no look brings one back that has ended. */
@IntegrationTest
class EndingApprovalIT {

    private static final Map<String, String> VALID = Map.of("result", "STILL_VALID", "reasons", "Nothing changed.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ContractRegister contracts;
    private final ReReviews reReviews;
    private final ReReviewing reReviewing;
    private final WorkingDays days;
    private final RuntimeService processes;
    private final ManagementService jobs;
    private final JdbcClient database;
    private final ApiCalls api;
    private SignedContract signed;
    private String asDecided;

    @Autowired
    @SuppressWarnings("NullAway") // signed and read before each test
    EndingApprovalIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister contracts,
            ReReviews reReviews,
            ReReviewing reReviewing,
            WorkingDays days,
            RuntimeService processes,
            ManagementService jobs,
            JdbcClient database,
            Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.contracts = contracts;
        this.reReviews = reReviews;
        this.reReviewing = reReviewing;
        this.days = days;
        this.processes = processes;
        this.jobs = jobs;
        this.database = database;
        this.api = new ApiCalls(settings);
    }

    @BeforeEach
    void sign() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        assertThat(signed.hands.post(
                        "mona.keller",
                        "/contracts/" + signed.contract + "/visibility",
                        Map.of("statement", "No logs of queries.")))
                .hasStatus3xxRedirection();
        asDecided = database.sql(
                        """
                        select format('decided_at = %L, expires_on = %L', decided_at, expires_on)
                        from review.decision where review_id = :review
                        """)
                .param("review", signed.review.value())
                .query(String.class)
                .single();
    }

    /** What stays changed by hand would be damage to whoever verifies the record afterwards. */
    @AfterEach
    void put_back() {
        decided(asDecided);
    }

    @Test
    void people_look_before_an_approval_ends_that_was_given_for_less_than_the_interval() {
        LocalDate expires = today().plusMonths(3);
        LocalDate ahead = days.before(expires.atStartOfDay(days.zone()).toInstant(), 20);

        assertThat(reReviewing.nextOn(reReview())).isEqualTo(ahead);
        assertThat(timers()).singleElement().satisfies(timer -> assertThat(
                        timer.getDuedate().toInstant())
                .isEqualTo(ahead.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    @Test
    void an_approval_that_ran_out_is_only_reviewed_anew_by_form_api_and_table() throws Exception {
        ranOutYesterday();
        claimed();

        assertThat(signed.hands.post("helen.okafor", path(), VALID))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The approval ran out on", "Say that a new review is needed.");
        Answer refused = api.change("helen.okafor", "/api" + path(), "/api" + path() + "/results", VALID);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.raw().body()).contains("The approval ran out on");
        assertThatThrownBy(() -> looked(today().toString(), today().plusDays(9)))
                .hasMessageContaining("stands no longer");
        assertThatThrownBy(() -> looked(today().minusMonths(1).toString(), today().plusDays(9)))
                .as("said to be done before it ran out")
                .hasMessageContaining("stands no longer");
        assertThat(reReview().results()).isEmpty();

        assertThat(signed.hands.post("helen.okafor", path(), Map.of("result", "NEW_REVIEW", "reasons", "It ran out.")))
                .hasStatus3xxRedirection();
        assertThat(contracts.get(signed.contract).state()).isEqualTo(ContractState.IN_REVIEW);
    }

    @Test
    void an_approval_that_lapsed_is_found_valid_by_nobody() throws Exception {
        database.sql(
                        """
                        insert into review.decision_lapse (decision_id, reason, lapsed_at)
                        select id, 'Facts changed.', now() from review.decision where review_id = :review
                        """)
                .param("review", signed.review.value())
                .update();
        claimed();

        assertThat(signed.hands.post("helen.okafor", path(), VALID))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The approval holds no longer");
        assertThatThrownBy(() -> looked(today().toString(), today().plusDays(9)))
                .hasMessageContaining("stands no longer");
    }

    @Test
    void a_look_gives_no_more_time_than_the_decision_did_or_the_tier_allows() {
        assertThatThrownBy(
                        () -> looked(today().toString(), today().plusMonths(3).plusDays(1)))
                .as("given for three months")
                .hasMessageContaining("no longer than it was given");
        assertThatThrownBy(() -> looked(today().toString(), null)).hasMessageContaining("no longer than it was given");
        decided("expires_on = current_date + interval '20 months'");
        assertThatThrownBy(
                        () -> looked(today().toString(), today().plusMonths(6).plusDays(1)))
                .as("every six months in T3")
                .hasMessageContaining("the interval of its tier");
    }

    private void ranOutYesterday() {
        decided("decided_at = decided_at - interval '3 months', expires_on = current_date - 1");
    }

    private void decided(String assignment) {
        TableOwner.executes(
                """
                alter table review.decision disable trigger user;
                update review.decision set %s where review_id = '%s';
                alter table review.decision enable trigger user"""
                        .formatted(assignment, signed.review));
    }

    private void claimed() throws Exception {
        timers().forEach(timer -> jobs.executeJob(timer.getId()));
        signed.claimOn(path(), "helen.okafor");
    }

    private void looked(String day, @Nullable LocalDate until) {
        database.sql(
                        """
                        insert into review.re_review_result (re_review_id, number, result, reasons, done_by, done_at, next_on,
                            valid_until)
                        values (:id, 1, 'STILL_VALID', 'Fine', 'helen.okafor', cast(:day as timestamptz), current_date + 1,
                            cast(:until as date))
                        """)
                .param("id", reReview().id())
                .param("day", day + "T12:00:00Z")
                .param("until", until == null ? null : until.toString())
                .update();
    }

    private List<Job> timers() {
        String process = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reReview().id().toString())
                .singleResult()
                .getId();
        return jobs.createJobQuery()
                .processInstanceId(process)
                .activityId("interval-over")
                .list();
    }

    private ReReview reReview() {
        return reReviews.of(signed.contract).get(0);
    }

    private String path() {
        return "/re-reviews/" + reReview().id();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
