package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.journeys.PlainBrowser;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever may not do it any more since they opened the page is told which rule bars them, and keeps what they typed. */
@IntegrationTest
class BarredMeanwhileIT {

    private static final String TYPED = "No embargo stands against it.";
    private static final Map<String, String> CLEAR = Map.of("result", "CLEAR", "reasons", TYPED);

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final ApiCalls api;
    private final JdbcClient database;
    private Begun review;
    private String form;

    @Autowired
    @SuppressWarnings("NullAway.Init") // begun before each test
    BarredMeanwhileIT(MockMvcTester mvc, BegunReviews begun, Environment settings, JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.api = new ApiCalls(settings);
        this.database = database;
    }

    @BeforeEach
    void a_reviewer_holds_the_legal_stop() throws Exception {
        review = begun.submitted(mvc);
        begun.workOff(review.review(), "document-check", "priya.raman", ReviewSteps.documents());
        review.hands().claim("leo.brandt");
        form = "/reviews/" + review.review() + "/stages/legal-stop";
        begun.declare(review.review(), "legal-stop", "leo.brandt");
    }

    /** Erin holds no role of the review, as somebody whose role was taken from them. */
    @Test
    void without_the_role_the_page_shows_what_was_typed_and_the_call_is_refused() throws Exception {
        HttpResponse<String> page =
                PlainBrowser.signedInAs("erin.walsh").post(form, CLEAR).get(60, TimeUnit.SECONDS);

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body())
                .contains("None of your roles opens this", "What you typed", TYPED, "Nothing of yours was saved");
        Answer call = api.change("erin.walsh", "/api/contracts/" + review.contract(), "/api" + form, CLEAR);
        assertThat(call.status()).isEqualTo(403);
        assertThat(call.raw().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(results()).isZero();
    }

    @Test
    void a_form_without_a_token_of_ours_puts_no_words_on_the_page_of_the_refusal() throws Exception {
        HttpResponse<String> foreign =
                PlainBrowser.signedInAs("erin.walsh").postUntrusted(form, CLEAR).get(60, TimeUnit.SECONDS);

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(foreign.body())
                .contains("came from no page that you have open")
                .doesNotContain(TYPED);
    }

    /** H1: the contract was handed over to the reviewer while they had the page open */
    @Test
    void who_became_the_owner_is_refused_by_form_and_call_and_reads_what_they_typed() {
        database.sql(
                        """
                        insert into contract.account_owner
                        select id, 2, 'leo.brandt', now(), submitter, 'OWN_DECISION', 'because'
                        from contract.contract where id = :contract""")
                .param("contract", review.contract().value())
                .update();

        refused("H1");
    }

    /** H2 */
    @Test
    void who_declared_a_conflict_in_another_window_is_refused_and_the_task_waits_for_somebody_else() throws Exception {
        assertThat(review.hands()
                        .post(
                                "leo.brandt",
                                "/reviews/" + review.review() + "/conflict",
                                Map.of("stage", "legal-stop", "interest", "SHARES")))
                .hasStatus3xxRedirection();

        refused("H2");
        review.hands().workOff(review.review(), "legal-stop", "priya.raman", CLEAR);
        assertThat(results()).isOne();
    }

    private void refused(String rule) {
        assertThat(review.hands().sent("leo.brandt", form, CLEAR))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("(" + rule + ")", "What you typed", TYPED);
        assertThat(review.hands().sent("leo.brandt", form + "/check", CLEAR))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("(" + rule + ")", TYPED);
        String resource = "/api/reviews/" + review.review();
        Answer call = api.postUndeclared(
                "leo.brandt",
                "/api" + form,
                CLEAR,
                "If-Match",
                api.get("leo.brandt", resource).tag());
        assertThat(call.status()).as(call.toString()).isEqualTo(403);
        assertThat(call.rule()).isEqualTo(rule);
        assertThat(results()).isZero();
    }

    private int results() {
        return database.sql("select count(*) from review.stage_result where review_id = :id and stage = 'LEGAL_STOP'")
                .param("id", review.review().value())
                .query(Integer.class)
                .single();
    }
}
