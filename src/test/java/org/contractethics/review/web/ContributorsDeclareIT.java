package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** H2: whoever adds to a review signs the declaration of interests first, and finds what they typed in the form again. */
@IntegrationTest
class ContributorsDeclareIT {

    /** Holds no task of the review. */
    private static final String DANA = "dana.whitfield";

    private static final String HELEN = "helen.okafor";

    private static final Map<String, Object> SOURCE = Map.of(
            "title", "Ruling",
            "publisher", "Supreme Court",
            "kind", "COURT",
            "location", "https://court.example/1",
            "publishedOn", "2026-01-05",
            "reliability", "A",
            "credibility", "CONFIRMED",
            "independent", true);

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final JdbcClient database;
    private final ApiCalls api;
    private Begun review;
    private ReviewHands hands;
    private String base;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    ContributorsDeclareIT(MockMvcTester mvc, BegunReviews begun, JdbcClient database, Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.database = database;
        this.api = new ApiCalls(settings);
    }

    @BeforeEach
    void submitted() throws Exception {
        review = begun.submitted(mvc);
        hands = review.hands();
        base = "/reviews/" + review.review();
    }

    @Test
    void a_source_waits_for_the_declaration_and_its_words_stand_in_the_form_after_it() throws Exception {
        typedIsKept(DANA, "/sources", EvidenceFlowIT.source(), "Report on detention");
        assertThat(rows("source")).isZero();

        assertThat(hands.sent(DANA, base + "/sources", EvidenceFlowIT.source())).hasStatus3xxRedirection();
        assertThat(rows("source")).isOne();
    }

    @Test
    void a_consultation_waits_for_the_declaration() throws Exception {
        typedIsKept(HELEN, "/consultations", ReviewSteps.consultation(), "Families fear to be traced.");
        assertThat(rows("consultation")).isZero();

        assertThat(hands.sent(HELEN, base + "/consultations", ReviewSteps.consultation()))
                .hasStatus3xxRedirection();
    }

    @Test
    void a_comment_waits_for_the_declaration() throws Exception {
        typedIsKept("mona.keller", "/discussion", Map.of("text", "Clause 4 is missing."), "Clause 4 is missing.");
        assertThat(rows("comment")).isZero();
    }

    @Test
    void advice_waits_for_the_declaration() throws Exception {
        typedIsKept(DANA, "/advice", EvidenceFlowIT.advice("OBJECTION", "No remedy in law."), "No remedy in law.");
        assertThat(rows("advice")).isZero();

        assertThat(hands.sent(DANA, base + "/advice", EvidenceFlowIT.advice("OBJECTION", "No remedy in law.")))
                .hasStatus3xxRedirection();
    }

    @Test
    void a_countersignature_waits_for_the_declaration_and_its_remark_is_kept() throws Exception {
        hands.post("priya.raman", base + "/advice", EvidenceFlowIT.advice("OBJECTION", "No remedy in law."));
        String path = "/advice/" + adviceId() + "/countersignature";

        String declaration = asked(DANA, path, Map.of("version", 1, "remark", "I read the same rulings."));
        assertThat(signedAndBack(DANA, declaration)).contains("value=\"I read the same rulings.\"");
        assertThat(countersignatures()).isZero();
        assertThat(hands.sent(DANA, base + path, Map.of("version", 1))).hasStatus3xxRedirection();
        assertThat(countersignatures()).isOne();
    }

    @Test
    void a_question_waits_for_the_declaration_and_comes_back_to_its_own_form() throws Exception {
        hands.claim("priya.raman");
        String form = "/questions/document-check";

        assertThat(hands.opened("priya.raman", base + form))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .isEqualTo(base + "/declaration?stage=document-check&then=question");
        typedIsKept("priya.raman", form, Map.of("question", "Who runs the data centre?"), "Who runs the data centre?");
        assertThat(rows("question")).isZero();
        assertThat(hands.opened("priya.raman", base + "/declaration?stage=document-check&then=question"))
                .redirectedUrl()
                .isEqualTo(base + form);
    }

    @Test
    void an_answer_left_out_of_the_declaration_loses_nothing() throws Exception {
        String declaration = asked(DANA, "/sources", EvidenceFlowIT.source());
        Map<String, Object> unanswered = new LinkedHashMap<>(ReviewHands.hidden(declaration));

        assertThat(hands.sent(DANA, base + "/declaration", unanswered))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say whether you have an interest", "Report on detention");
    }

    @Test
    void an_interest_named_instead_bars_from_adding_anything() throws Exception {
        Map<String, Object> answers =
                new LinkedHashMap<>(ReviewHands.hidden(asked(DANA, "/sources", EvidenceFlowIT.source())));
        answers.put("interest", "SHARES");

        assertThat(hands.sent(DANA, base + "/declaration", answers))
                .redirectedUrl()
                .isEqualTo("/contracts/" + review.contract());
        assertThat(hands.sent(DANA, base + "/sources", EvidenceFlowIT.source())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(rows("recusal where stage is null and person = 'dana.whitfield' and"))
                .isOne();
    }

    @Test
    void the_forms_say_before_that_a_declaration_is_asked_for_and_after_how_to_step_back() throws Exception {
        for (String page : List.of("sources", "advice", "discussion")) {
            assertThat(hands.page(DANA, base + "/" + page)).as(page).contains(base + "/declaration?then=" + page);
        }
        assertThat(hands.sent(DANA, base + "/declaration", Map.of("then", "advice", "interest", "NONE")))
                .redirectedUrl()
                .isEqualTo(base + "/advice");
        assertThat(hands.page(DANA, base + "/advice"))
                .contains(base + "/conflict\"")
                .doesNotContain("/declaration");
    }

    @Test
    void programs_that_add_are_told_the_rule_and_sign_by_a_call() {
        String path = "/api" + base;
        hands.post("priya.raman", base + "/advice", EvidenceFlowIT.advice("OBJECTION", "No remedy in law."));
        Map<String, Object> advice =
                Map.of("element", "TERMS", "position", "OBJECTION", "text", "No audit.", "seen", 0);
        Map<String, Map<String, ?>> calls = Map.of(
                "/advice",
                advice,
                "/advice/" + adviceId() + "/countersignature",
                Map.of("seen", 1),
                "/sources",
                Map.of("source", SOURCE),
                "/comments",
                Map.of("text", "Clause 4 is missing."),
                "/consultations",
                ReviewByApi.consultation());

        calls.forEach((call, body) -> {
            Answer refused = api.postUndeclared(HELEN, path + call, body);
            assertThat(refused.status()).as(call + refused).isEqualTo(409);
            assertThat(refused.rule()).isEqualTo("H2");
        });
        assertThat(api.declare(HELEN, path, "")).isTrue();
        calls.forEach((call, body) -> assertThat(
                        api.postUndeclared(HELEN, path + call, body).status())
                .as(call)
                .isEqualTo(204));
        assertThat(api.get("august.lund", path + "/comments")
                        .body()
                        .at("/comments/0/text")
                        .asString())
                .isEqualTo("Clause 4 is missing.");
        assertThat(api.get("paul.nguyen", path + "/comments")
                        .body()
                        .path("total")
                        .asInt())
                .isOne();
        assertThat(api.postUndeclared(HELEN, path + "/comments", Map.of("text", " "))
                        .status())
                .isEqualTo(422);
        assertThat(api.postUndeclared("erin.walsh", path + "/comments", Map.of("text", "Mine too"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void who_takes_no_part_has_nothing_to_sign() {
        for (String person : List.of("tom.lindqvist", "august.lund")) {
            assertThat(hands.sent(person, base + "/declaration", Map.of("then", "discussion", "interest", "NONE")))
                    .as(person)
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(hands.sent(DANA, base + "/declaration", Map.of("then", "elsewhere", "interest", "NONE")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(rows("conflict_declaration")).isZero();
    }

    @Test
    void the_tables_take_nothing_from_whoever_signed_nothing() {
        hands.post("priya.raman", base + "/advice", EvidenceFlowIT.advice("OBJECTION", "No remedy in law."));

        refused(
                """
                insert into review.source (id, review_id, number, pass, title, publisher, kind, location, published_on,
                    reliability, credibility, independent, added_by, added_at)
                values (gen_random_uuid(), :review, 1, 1, 'Ruling', 'Court', 'COURT', 'x', current_date, 'A', 1, true,
                    'dana.whitfield', now())
                """);
        refused(
                """
                insert into review.consultation (id, review_id, number, pass, kind, consulted, credibility, held_on, manner,
                    said, changed, logged_by, logged_at)
                values (gen_random_uuid(), :review, 1, 1, 'AFFECTED', 'Families', '', current_date, 'MEETING', 'x', 'x',
                    'helen.okafor', now())
                """);
        refused(
                """
                with given as (insert into review.advice (id, review_id, element, author)
                    values (gen_random_uuid(), :review, 'TERMS', 'dana.whitfield') returning id)
                select id from given
                """,
                """
                insert into review.advice_version (advice_id, version, position, text, sha256, written_at)
                select id, 1, 'OBJECTION', 'x', encode(sha256('x'), 'hex'), now() from review.advice
                where review_id = :review and author = 'dana.whitfield'
                """);
        refused(
                """
                insert into review.countersignature (advice_id, version, person, remark, signed_at)
                select id, 1, 'dana.whitfield', '', now() from review.advice
                where review_id = :review and author = 'priya.raman'
                """);
        refused(
                """
                insert into review.comment (id, review_id, author, said_at, text, sha256, mentions)
                values (gen_random_uuid(), :review, 'dana.whitfield', now(), 'x', encode(sha256('x'), 'hex'), '{}')
                """);
    }

    /** @param before what has to stand, and is taken */
    private void refused(String before, String insert) {
        database.sql(before).param("review", review.review().value()).query().listOfRows();
        refused(insert);
    }

    private void refused(String insert) {
        assertThatThrownBy(() -> database.sql(insert)
                        .param("review", review.review().value())
                        .update())
                .hasStackTraceContaining("signed no declaration of interests");
    }

    private void typedIsKept(String person, String form, Map<String, ?> fields, String words) throws Exception {
        assertThat(signedAndBack(person, asked(person, form, fields))).contains(words);
    }

    /** Sends a form without a declaration, and finds the declaration in place of the answer. */
    private String asked(String person, String form, Map<String, ?> fields) throws Exception {
        MvcTestResult answer = hands.sent(person, base + form, fields);
        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        String page = answer.getResponse().getContentAsString();
        assertThat(page).contains("Declaration of interests", "stands in its form again");
        return page;
    }

    /** Signs as a browser would, and follows to the form. */
    private String signedAndBack(String person, String declaration) throws Exception {
        Map<String, Object> answers = new LinkedHashMap<>(ReviewHands.hidden(declaration));
        answers.put("interest", "NONE");
        MvcTestResult signed = hands.sent(person, base + "/declaration", answers);
        assertThat(signed).hasStatus3xxRedirection();
        MvcTestResult back = mvc.get()
                .uri(String.valueOf(signed.getResponse().getRedirectedUrl()))
                .with(People.signedInAs(person))
                .cookie(signed.getResponse().getCookies())
                .exchange();
        assertThat(back).hasStatusOk();
        return back.getResponse().getContentAsString();
    }

    private String adviceId() {
        return database.sql("select id::text from review.advice where review_id = :review")
                .param("review", review.review().value())
                .query(String.class)
                .single();
    }

    private int countersignatures() {
        return database.sql(
                        "select count(*) from review.countersignature s join review.advice a on a.id = s.advice_id where a.review_id = :review")
                .param("review", review.review().value())
                .query(Integer.class)
                .single();
    }

    private int rows(String table) {
        return database.sql("select count(*) from review." + (table.contains(" where ") ? table : table + " where")
                        + " review_id = :review")
                .param("review", review.review().value())
                .query(Integer.class)
                .single();
    }
}
