package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Others were faster: nothing typed is lost, and the page says who did what. */
@IntegrationTest
class StaleFormsIT {

    private final MockMvcTester mvc;
    private final JdbcClient database;
    private final Policy policy;
    private final DocumentStories stories;
    private final ReviewSteps steps;

    @Autowired
    StaleFormsIT(
            MockMvcTester mvc,
            JdbcClient database,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents) {
        this.mvc = mvc;
        this.database = database;
        this.policy = policy;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @Test
    void what_was_typed_is_shown_beside_who_did_it_meanwhile() throws Exception {
        ContractId contract = aContractWithADocument();
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        String stages = "/reviews/" + review + "/stages/";
        assertThat(hands.get("priya.raman", stages + "document-check"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Nobody has claimed this task yet", "/contracts/" + contract + "#work-to-do");
        confirmOverNewDocuments(hands, contract, stages + "document-check");

        hands.claim("leo.brandt");
        stale(hands, "priya.raman", stages + "legal-stop", ReviewSteps.legal(), "No embargo.", "Held by", "Leo Brandt");
        hands.send(review, "legal-stop", "leo.brandt", ReviewSteps.legal());
        stale(
                hands,
                "leo.brandt",
                stages + "legal-stop",
                ReviewSteps.legal(),
                "No embargo.",
                "Finished by",
                "Leo Brandt");
        hands.workOff(review, "triage", "tariq.osman", ReviewSteps.triage());
        hands.workOff(review, "research", "dana.whitfield", ReviewSteps.research());
        stale(
                hands,
                "dana.whitfield",
                stages + "research",
                ReviewSteps.research(),
                "Could trace families",
                "Report of the inspector general",
                "Dana Whitfield",
                "Open now");
        hands.claim("helen.okafor");
        twoDrafts(hands, stages + "assessment");
        steps.assess(hands, review);
        stale(
                hands,
                "helen.okafor",
                stages + "assessment/rights/R05",
                ReviewSteps.impact(),
                "Migrants at the border",
                "Helen Okafor");
        hands.workOff(review, "mitigation", "priya.raman", ReviewSteps.mitigation());
        steps.voteAndClose(hands, review, "REJECT");
        String member = hands.drawn(review).get(0).person();
        stale(hands, member, stages + "vote", Map.of("reasons", "Second thoughts"), "Second thoughts");
        hands.claim("ruth.castillo");
        Map<String, Object> rejection = Map.of("reasons", "Detention weighs.", "rights", List.of("R05"));
        hands.send(review, "decision", "ruth.castillo", rejection);
        stale(hands, "ruth.castillo", stages + "decision", rejection, "Detention weighs.", "Ruth Castillo");
        appeal(hands, review);
    }

    @Test
    void an_account_owner_with_a_role_of_the_review_claims_nothing_of_it() throws Exception {
        ContractId contract = aContractWithADocument();
        ReviewHands hands = steps.hands(mvc, contract);
        steps.submit(hands, contract);
        String claim = hands.claimPath("leo.brandt");
        database.sql(
                        "insert into contract.account_owner values (:id, 2, 'priya.raman', now(), 'tom.lindqvist', 'OWN_DECISION',"
                                + " 'She sells now.')")
                .param("id", contract.value())
                .update();

        assertThat(hands.post("priya.raman", claim, Map.of()))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("(H1)");
        assertThat(hands.casePage("priya.raman")).doesNotContain(claim);
        assertThat(hands.post("leo.brandt", claim, Map.of())).hasStatus3xxRedirection();
    }

    private ContractId aContractWithADocument() {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        return contract;
    }

    private void confirmOverNewDocuments(ReviewHands hands, ContractId contract, String path) throws Exception {
        hands.claim("priya.raman");
        Map<String, Object> fields = new LinkedHashMap<>(ReviewHands.hidden(hands.page("priya.raman", path)));
        fields.putAll(ReviewSteps.documents());
        stories.read(stories.added(contract, "annex.docx", DocumentFixtures.docx("The offices that use it."))
                .id());

        MvcTestResult answer = hands.post("priya.raman", path, fields);

        assertThat(answer)
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("The documents changed while you were reading", "Annex B is missing.", "annex");
        fields.putAll(ReviewHands.hidden(answer.getResponse().getContentAsString()));
        assertThat(hands.post("priya.raman", path, fields)).hasStatus3xxRedirection();
    }

    private void twoDrafts(ReviewHands hands, String path) {
        Map<String, String> first = Map.of("R05", "yes", "consultation", "Two associations", "then", "save");
        Map<String, String> second = Map.of("R06", "yes", "consultation", "Nobody yet", "then", "save");
        assertThat(hands.post("helen.okafor", path + "/marks", first)).hasStatus3xxRedirection();
        assertThat(hands.post("helen.okafor", path + "/marks", second))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(
                        "saved elsewhere",
                        "Two associations",
                        "Nobody yet",
                        "Helen Okafor",
                        "name=\"seen\" value=\"1\"");
        Map<String, String> onTop = new LinkedHashMap<>(second);
        onTop.put("seen", "1");
        assertThat(hands.post("helen.okafor", path + "/marks", onTop)).hasStatus3xxRedirection();

        Map<String, String> one = ReviewSteps.impact();
        Map<String, String> other = new LinkedHashMap<>(one);
        other.put("affected", "Families at the border");
        assertThat(hands.post("helen.okafor", path + "/rights/R06", one)).hasStatus3xxRedirection();
        assertThat(hands.post("helen.okafor", path + "/rights/R06", other))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Migrants at the border", "Families at the border", "What is stored now");
        other.put("seen", "1");
        assertThat(hands.post("helen.okafor", path + "/rights/R06", other)).hasStatus3xxRedirection();
        assertThat(policy.right("R06")).isPresent();
    }

    private static void stale(ReviewHands hands, String person, String path, Map<String, ?> fields, String... shown) {
        assertThat(hands.post(person, path, fields))
                .as(path)
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Not possible now", "Where this stands now", "What you typed")
                .contains(shown);
    }

    private static void appeal(ReviewHands hands, ReviewId review) {
        String path = "/reviews/" + review + "/appeal";
        String hostile = "<script>alert(\"1\")</script>'\u202e";
        assertThat(hands.post("lena.hoffman", path, Map.of("reasons", hostile + "x".repeat(20_001))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39;\u202e", "Shorten this")
                .doesNotContain("<script>alert");
        assertThat(hands.post("lena.hoffman", path, Map.of("reasons", hostile))).hasStatus3xxRedirection();
    }
}
