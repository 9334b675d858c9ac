package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** S7: a safeguard that no finding shows is in the contract only where a clause of the documents holds it. */
@IntegrationTest
class SafeguardClausesIT {

    private static final String AUDIT = "safeguard-AUDIT_OR_VERIFICATION_RIGHT";
    private static final String TRAINING = "safeguard-USER_TRAINING";

    private final MockMvcTester mvc;
    private final ReviewSteps steps;
    private final DocumentStories stories;
    private final JdbcClient database;

    @SuppressWarnings("NullAway") // made before each test
    private ContractId contract;

    @SuppressWarnings("NullAway") // made before each test
    private ReviewId review;

    @SuppressWarnings("NullAway") // made before each test
    private ReviewHands hands;

    @Autowired
    SafeguardClausesIT(
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database) {
        this.mvc = mvc;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.database = database;
    }

    /** Three documents, two of which have a clause 3. */
    @BeforeEach
    void aReviewThatWaitsForTheMitigation() throws Exception {
        contract = stories.aContract();
        stories.read(stories.added(contract, "agreement.docx", DocumentFixtures.aContract())
                .id());
        for (String other : new String[] {"annex.docx", "schedule.docx"}) {
            stories.read(stories.added(contract, other, DocumentFixtures.docx("3. Place. As told in " + other + "."))
                    .id());
        }
        hands = steps.hands(mvc, contract);
        review = steps.submit(hands, contract);
        hands.workOff(review, "document-check", "priya.raman", ReviewSteps.documents());
        hands.workOff(review, "legal-stop", "leo.brandt", ReviewSteps.legal());
        hands.workOff(review, "triage", "tariq.osman", ReviewSteps.triage());
        hands.workOff(review, "research", "dana.whitfield", ReviewSteps.research());
        hands.claim("helen.okafor");
        steps.assess(hands, review);
        hands.claim("priya.raman");
    }

    @Test
    void words_that_name_no_clause_put_no_safeguard_into_the_contract() {
        for (String words : new String[] {"", "x", "Offered by the agency as an amendment of today", "99.9"}) {
            assertThat(checked(Map.of(AUDIT + "-reason", words)))
                    .as(words)
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("no clause of the documents is named", "value=\"" + words + "\"");
        }
    }

    @Test
    void a_number_that_two_documents_have_is_told_apart_by_the_title() {
        assertThat(checked(Map.of(AUDIT + "-reason", "3")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("several clauses are called so");

        assertThat(checked(Map.of(AUDIT + "-reason", "annex, 3"))).hasStatusOk();
    }

    @Test
    void the_clause_is_kept_and_shown_with_a_link() throws Exception {
        hands.send(review, "mitigation", "priya.raman", ReviewSteps.mitigation());

        assertThat(hands.casePage("dana.whitfield"))
                .contains(
                        "Right to audit or to verify rests on", "agreement, version 1, clause 2", "?clause=1#clause-1");
    }

    @Test
    void what_was_promised_counts_as_missing() throws Exception {
        assertThat(checked(Map.of(TRAINING, "PROMISED", TRAINING + "-reason", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("say what was promised, and by whom");
        assertThat(checked(Map.of(AUDIT, "PROMISED", AUDIT + "-reason", "An audit, by the agency")))
                .as("it blocks, so that what is missing has to be told")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say what is missing and why");

        hands.send(
                review,
                "mitigation",
                "priya.raman",
                mitigation(Map.of(TRAINING, "PROMISED", TRAINING + "-reason", "A course each year, by the agency")));

        assertThat(hands.casePage("dana.whitfield"))
                .contains("Safeguards: promised, not in the documents", "A course each year, by the agency");
        assertThat(recordedState("USER_TRAINING")).isEqualTo("ABSENT");
    }

    @Test
    void what_was_promised_is_proposed_as_a_condition() throws Exception {
        hands.send(
                review,
                "mitigation",
                "priya.raman",
                mitigation(Map.of(TRAINING, "PROMISED", TRAINING + "-reason", "A course each year, by the agency")));
        steps.voteAndClose(hands, review);
        hands.claim("ruth.castillo");

        assertThat(hands.page("ruth.castillo", "/reviews/" + review + "/stages/decision"))
                .contains("becomes part of the contract. Promised: A course each year, by the agency");
    }

    @Test
    void the_database_takes_no_clause_that_stands_in_no_document() {
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.stage_result (id, review_id, pass, stage, actor, started_at, completed_at, form)
                                values (:id, :review, 1, 'MITIGATION', 'priya.raman', now(), now(), cast(:form as jsonb))
                                """)
                        .param("id", UUID.randomUUID())
                        .param("review", review.value())
                        .param(
                                "form",
                                "{\"safeguardClauses\": {\"USAGE_LOGS\": {\"version\": \"" + UUID.randomUUID()
                                        + "\", \"ordinal\": 0}}}")
                        .update())
                .hasMessageContaining("stands in no current document");
    }

    private MvcTestResult checked(Map<String, String> differing) {
        return hands.post("priya.raman", "/reviews/" + review + "/stages/mitigation/check", mitigation(differing));
    }

    private static Map<String, String> mitigation(Map<String, String> differing) {
        Map<String, String> fields = new LinkedHashMap<>(ReviewSteps.mitigation());
        fields.putAll(differing);
        return fields;
    }

    private String recordedState(String safeguard) {
        return database.sql(
                        """
                        select s ->> 'state' from record.entry e,
                               jsonb_array_elements(convert_from(e.body, 'UTF8')::jsonb -> 'facts' -> 'safeguards') s
                         where e.kind = 'safeguards-agreed' and e.contract = :contract and s ->> 'code' = :code
                        """)
                .param("contract", contract.value())
                .param("code", safeguard)
                .query(String.class)
                .single();
    }
}
