package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** H2: the declaration of interests is signed once for each review and person, before the first task of it opens. */
@IntegrationTest
class DeclarationIT {

    private static final String PRIYA = "priya.raman";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final JdbcClient database;
    private final ApiCalls api;
    private final Policy policy;
    private Begun review;
    private ReviewHands hands;
    private String form;
    private String declaration;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    DeclarationIT(MockMvcTester mvc, BegunReviews begun, JdbcClient database, Environment settings, Policy policy) {
        this.mvc = mvc;
        this.begun = begun;
        this.database = database;
        this.api = new ApiCalls(settings);
        this.policy = policy;
    }

    @BeforeEach
    void claimed() throws Exception {
        review = begun.submitted(mvc);
        hands = review.hands();
        form = "/reviews/" + review.review() + "/stages/document-check";
        declaration = "/reviews/" + review.review() + "/declaration";
        hands.claim(PRIYA);
    }

    @Test
    void a_claimed_task_leads_to_the_declaration_and_the_declaration_to_the_task() throws Exception {
        assertThat(hands.opened(PRIYA, form))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo(declaration + "?stage=document-check");
        assertThat(hands.page(PRIYA, declaration + "?stage=document-check"))
                .contains("Declaration of interests", "I have no interest in this contract");
        assertThat(sign("")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(sign("NONE")).hasStatus3xxRedirection().redirectedUrl().isEqualTo(form);
        assertThat(hands.opened(PRIYA, form)).hasStatusOk();

        assertThat(sign("NONE")).as("twice").hasStatus3xxRedirection();
        assertThat(hands.opened(PRIYA, declaration + "?stage=document-check"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo(form);
        assertThat(declared()).containsExactly(PRIYA + " false");
        assertThat(entries("interests-declared")).isOne();
    }

    @Test
    void what_was_typed_without_a_declaration_is_refused_and_kept() {
        assertThat(hands.sent(PRIYA, form, Map.of("confirmed", "yes", "gaps", "Annex Q is missing.")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("(H2)", "Annex Q is missing.", declaration);
        assertThat(results()).isZero();
    }

    @Test
    void who_may_not_work_on_the_review_has_nothing_to_sign() {
        assertThat(hands.sent("tom.lindqvist", declaration, Map.of("stage", "document-check", "interest", "NONE")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.sent("dana.whitfield", declaration, Map.of("stage", "document-check", "interest", "NONE")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(declared()).isEmpty();
    }

    @Test
    void a_declared_conflict_returns_the_task_to_the_pool() throws Exception {
        assertThat(sign("SHARES"))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo("/contracts/" + review.contract());

        assertThat(declared()).containsExactly(PRIYA + " true");
        assertThat(sign("NONE")).as("it is not taken back").hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.sent(PRIYA, form, ReviewSteps.documents())).hasStatus(HttpStatus.FORBIDDEN);
        begun.workOff(review.review(), "document-check", "leo.brandt", ReviewSteps.documents());
        assertThat(entries("recusal-declared")).as("counted in the reports").isOne();
    }

    @Test
    void who_declared_none_can_step_back_later_and_the_declaration_stands() {
        sign("NONE");
        assertThat(hands.sent(
                        PRIYA,
                        "/reviews/" + review.review() + "/conflict",
                        Map.of("stage", "document-check", "interest", "SHARES")))
                .hasStatus3xxRedirection();

        assertThat(declared()).containsExactly(PRIYA + " false");
        assertThat(hands.sent(PRIYA, form, ReviewSteps.documents()))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("(H2)");
    }

    @Test
    void programs_are_told_the_rule_and_sign_by_a_call() {
        ReviewByApi calls = ReviewByApi.of(api, review, database, policy);
        Map<String, Object> documents = calls.documents();
        String path = calls.path() + "/stages/document-check";

        Answer undeclared = api.postUndeclared(PRIYA, path, documents, "If-Match", tag(calls));
        assertThat(undeclared.status()).isEqualTo(409);
        assertThat(undeclared.rule()).isEqualTo("H2");
        assertThat(undeclared.body().path("detail").asString()).contains("/declarations");

        assertThat(signed(calls, Map.of("stage", "document-check")).status()).isEqualTo(422);
        assertThat(signed(calls, Map.of("stage", "document-check", "conflict", true))
                        .status())
                .isEqualTo(422);
        assertThat(signed(calls, Map.of("stage", "document-check", "conflict", false, "interest", "SHARES"))
                        .status())
                .isEqualTo(422);
        assertThat(declared()).isEmpty();
        assertThat(signed(calls, Map.of("stage", "document-check", "conflict", false))
                        .status())
                .isEqualTo(200);
        assertThat(api.postUndeclared(PRIYA, path, documents, "If-Match", tag(calls))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_database_takes_no_result_without_a_declaration_and_keeps_each_for_ever() {
        assertThatThrownBy(() -> insertResult(PRIYA)).hasStackTraceContaining("signed no declaration of interests");
        sign("SHARES");
        assertThatThrownBy(() -> insertResult(PRIYA)).hasStackTraceContaining("signed no declaration of interests");
        assertThatThrownBy(
                        () -> database.sql("update review.conflict_declaration set conflict = false, interest = null")
                                .update())
                .hasStackTraceContaining("permission denied");
        assertThat(results()).isZero();
    }

    private MvcTestResult sign(String interest) {
        return hands.sent(PRIYA, declaration, Map.of("stage", "document-check", "interest", interest));
    }

    private Answer signed(ReviewByApi calls, Map<String, ?> body) {
        return api.postUndeclared(PRIYA, calls.path() + "/declarations", body, "If-Match", tag(calls));
    }

    private String tag(ReviewByApi calls) {
        return api.get(PRIYA, calls.path()).tag();
    }

    private void insertResult(String person) {
        database.sql(
                        """
                        insert into review.stage_result (id, review_id, pass, stage, actor, started_at, completed_at, form)
                        values (gen_random_uuid(), :review, 1, 'DOCUMENT_CHECK', :person, now(), now(), '{}')
                        """)
                .param("review", review.review().value())
                .param("person", person)
                .update();
    }

    private List<String> declared() {
        return database.sql("select person || ' ' || conflict from review.conflict_declaration where review_id = :id")
                .param("id", review.review().value())
                .query(String.class)
                .list();
    }

    private long entries(String kind) {
        return database.sql("select count(*) from record.entry where kind = :kind and contract = :contract")
                .param("kind", kind)
                .param("contract", review.contract().value())
                .query(Long.class)
                .single();
    }

    private int results() {
        return database.sql("select count(*) from review.stage_result where review_id = :id")
                .param("id", review.review().value())
                .query(Integer.class)
                .single();
    }
}
