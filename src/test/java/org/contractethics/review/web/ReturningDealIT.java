package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

/** A deal that was refused, offered again by somebody else: triage says whether it is the same, and why. */
@IntegrationTest
class ReturningDealIT {

    private static final String OFFICER = "tariq.osman";

    private final MockMvcTester mvc;
    private final ApiCalls api;
    private final DocumentStories stories;
    private final ContractRegister register;
    private final BegunReviews begun;
    private final JdbcClient database;
    private final Policy policy;

    @Autowired
    ReturningDealIT(
            MockMvcTester mvc,
            Environment settings,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            ContractRegister register,
            BegunReviews begun,
            JdbcClient database,
            Policy policy) {
        this.mvc = mvc;
        this.api = new ApiCalls(settings);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.register = register;
        this.begun = begun;
        this.database = database;
        this.policy = policy;
    }

    @Test
    void an_officer_is_shown_the_refused_deal_and_says_why_it_is_the_same() throws Exception {
        String earlier = reference(ReviewByApi.rejected(api, stories, database, policy));
        ContractId again = stories.offeredBy("A go-between");
        stories.read(stories.added(again, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = begun.hands(mvc, again);
        ReviewId review = begun.steps().submit(hands, again);
        begun.workOff(review, "document-check", "priya.raman", ReviewSteps.documents());
        begun.workOff(review, "legal-stop", "leo.brandt", ReviewSteps.legal());
        hands.claim(OFFICER);
        String triage = "/reviews/" + review + "/stages/triage";

        assertThat(hands.page(OFFICER, triage)).contains("Refused before", earlier, "same agency", "tier T3");
        assertThat(hands.post(OFFICER, triage + "/check", ReviewSteps.triage()))
                .hasStatus(422)
                .bodyText()
                .contains("Say whether this is a deal that was refused before", "Give the reasons why");

        Map<String, Object> answers = new HashMap<>(ReviewSteps.triage());
        answers.put("same-deal", earlier);
        answers.put("same-deal-reasons", "The same servers for the same office.");
        hands.send(review, "triage", OFFICER, answers);

        assertThat(said(review)).contains("\"same\": \"YES\"");
        assertThat(hands.page(OFFICER, "/contracts/" + again)).contains("It was said whether this is a deal");
    }

    @Test
    void a_program_that_says_nothing_is_refused_and_not_knowing_counts_as_a_gap() throws Exception {
        ReviewByApi.rejected(api, stories, database, policy);
        ContractId again = stories.offeredBy("Another go-between");
        ReviewByApi review = ReviewByApi.submittedBy(api, stories, again, database, policy);
        review.workOff(
                "document-check",
                "priya.raman",
                Map.of("seenHash", review.documents().get("seenHash"), "confirmed", true, "gaps", ""));
        review.workOff("legal-stop", "leo.brandt", Map.of("result", "CLEAR", "reasons", "No embargo."));
        review.claim("triage", OFFICER);

        Answer silent = review.send(OFFICER, "stages/triage", ReviewByApi.triage());

        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body().path("fields").toString())
                .contains("\"field\":\"sameDeal\"", "\"field\":\"sameDealReasons\"");

        Map<String, Object> unknown = new HashMap<>(ReviewByApi.triage());
        unknown.put("sameDeal", "UNKNOWN");
        unknown.put("sameDealReasons", "The reseller did not answer yet.");
        review.done(OFFICER, "stages/triage", unknown);

        assertThat(said(ReviewId.valueOf(review.review)))
                .contains("\"same\": \"UNKNOWN\"")
                .doesNotContain("\"NO\"");
        assertThat(fact(ReviewId.valueOf(review.review), "triage-confirmed", "{facts,inputs,informationGap}"))
                .isEqualTo("true");
    }

    @Test
    void the_same_supplier_offering_again_is_asked_nothing() {
        ReviewByApi.rejected(api, stories, database, policy);
        ReviewByApi review = ReviewByApi.submittedBy(api, stories, stories.aContract(), database, policy);
        review.workOff("document-check", "priya.raman", review.documents());
        review.workOff("legal-stop", "leo.brandt", Map.of("result", "CLEAR", "reasons", "No embargo."));
        review.claim("triage", OFFICER);

        Map<String, Object> said = new HashMap<>(ReviewByApi.triage());
        said.put("sameDeal", "NONE");
        assertThat(review.send(OFFICER, "stages/triage", said).status()).isEqualTo(422);
        review.done(OFFICER, "stages/triage", ReviewByApi.triage());
    }

    @Test
    void the_database_takes_no_triage_by_sql_that_is_silent_of_it_or_says_it_without_reasons_or_too_low() {
        String earlier = reference(ReviewByApi.rejected(api, stories, database, policy));
        ContractId again = stories.offeredBy("A go-between of a go-between");
        String review = ReviewByApi.submittedBy(api, stories, again, database, policy).review;
        database.sql("update review.review set tier = 'T1', table_tier = 'T1' where id = :id::uuid")
                .param("id", review)
                .update();

        refused(review, "{}", "triage says whether this is the same");
        refused(review, said(" ", "Nothing."), "triage says whether this is the same");
        refused(review, said("NONE", " \t"), "gives the reasons");
        refused(review, said("UNKNOWN", ""), "gives the reasons");
        refused(review, said("C-999999", "The same servers."), "no deal of this reference");
        refused(review, said(reference(again), "The same servers."), "no deal of this reference");
        refused(review, said(earlier, "The same servers."), "at least in the tier");
    }

    private void refused(String review, String form, String because) {
        assertThatThrownBy(() -> insert(review, form)).as(form).hasMessageContaining(because);
    }

    private void insert(String review, String form) {
        database.sql(
                        """
                        insert into review.stage_result (id, review_id, pass, stage, actor, started_at, completed_at, form)
                        values (gen_random_uuid(), :review::uuid, 1, 'TRIAGE', 'tariq.osman', now(), now(), :form::jsonb)
                        """)
                .param("review", review)
                .param("form", form)
                .update();
    }

    private static String said(String deal, String reasons) {
        return JsonMapper.shared().writeValueAsString(Map.of("sameDeal", Map.of("deal", deal, "reasons", reasons)));
    }

    private String reference(ContractId contract) {
        return register.get(contract).reference();
    }

    private String said(ReviewId review) {
        return fact(review, "earlier-deals-compared", "{facts,deals}");
    }

    private String fact(ReviewId review, String kind, String path) {
        return database.sql(
                        """
                        select convert_from(body, 'UTF8')::jsonb #>> cast(:path as text[]) from record.entry
                        where convert_from(body, 'UTF8')::jsonb ->> 'kind' = :kind
                          and position(:review in convert_from(body, 'UTF8')) > 0""")
                .param("path", path)
                .param("kind", kind)
                .param("review", review.toString())
                .query(String.class)
                .single();
    }
}
