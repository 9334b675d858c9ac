package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.RedactedContract;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** What was decided about the contracts of an agency before, for each person as far as the page of the case tells it. */
@IntegrationTest
class AgencyDecisionsIT {

    private static final String DANA = "dana.whitfield";
    private static final String ERIN = "erin.walsh";
    private static final String OWNER = "tom.lindqvist";
    private static final String OTHER_OWNER = "sofia.marin";

    private final MockMvcTester mvc;
    private final ApiCalls api;
    private final BegunReviews begun;
    private final ContractRegister register;
    private final DocumentStories stories;
    private final JdbcClient database;
    private final Policy policy;
    private final ProfiledAgency agency;

    @Autowired
    AgencyDecisionsIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ContractRegister register,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database,
            Policy policy,
            Environment settings) {
        this.mvc = mvc;
        this.begun = begun;
        this.register = register;
        this.api = new ApiCalls(settings);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.database = database;
        this.policy = policy;
        this.agency = new ProfiledAgency(mvc, api, registering);
    }

    @Test
    void what_was_decided_before_is_told_with_dissents_and_a_way_to_the_record() throws Exception {
        Contract decided = agency.contract("Decided " + agency.name, DocumentStories.TOM);
        Contract next = agency.contract("Offered " + agency.name, RegisteredContracts.SOFIA);
        ReviewByApi review = rejected(decided.id());
        String record = "/reviews/" + review.review + "/record";

        assertThat(agency.page(DANA, next))
                .contains(decided.title(), ">Reject<", record, "Worst of earlier triages:", "Documented violations")
                .contains("data-label=\"Dissents\" class=\"number\">1<", "2 contracts");
        JsonNode first = agency.profile(DANA, next).at("/contracts/0");
        assertThat(first.path("id").asString()).isEqualTo(decided.id().toString());
        assertThat(first.at("/decision/outcome").asString()).isEqualTo("REJECT");
        assertThat(first.at("/decision/dissents").asInt()).isEqualTo(1);
        assertThat(first.at("/decision/review").asString()).isEqualTo(review.review);
        assertThat(first.at("/decision/openConditions").asInt(-1)).isZero();
        assertThat(agency.profile(DANA, next).at("/contracts/1/decision").isNull())
                .isTrue();

        assertThat(agency.page(ERIN, next))
                .as("outcome, day and number of dissents are every employee's, the record is not")
                .contains(decided.title(), ">Reject<", "data-label=\"Dissents\" class=\"number\">1<")
                .doesNotContain(record, "Worst of earlier triages");
        JsonNode forErin = agency.profile(ERIN, next).at("/contracts/0/decision");
        assertThat(forErin.path("review").isNull()).isTrue();
        assertThat(forErin.path("openConditions").isNull()).isTrue();
        assertThat(agency.page(OTHER_OWNER, next))
                .as("a triage of another's contract")
                .doesNotContain(record, "Worst of earlier triages");
        assertThat(agency.page(OWNER, decided)).contains(record);

        RedactedContract.redact(database, decided.id(), "TITLE");

        assertThat(agency.page(ERIN, next))
                .contains("Contract with a redacted title", decided.reference(), "Withheld")
                .doesNotContain(decided.title(), ">Reject<", "class=\"number\">1<");
        assertThat(agency.profile(ERIN, next).at("/contracts/0/decision").isNull())
                .isTrue();
        assertThat(agency.page(DANA, next)).contains(decided.title(), record);
    }

    @Test
    void conditions_are_open_until_they_are_met_or_waived() throws Exception {
        SignedContract signed = begun.signed(mvc, "paul.nguyen", true);
        String conditions = "data-label=\"Conditions\">";
        Contract contract = register.get(signed.contract);

        assertThat(open(DANA, contract).asInt()).isEqualTo(1);
        assertThat(agency.page(DANA, contract)).contains(conditions + "1 open<");
        assertThat(open(ERIN, contract).isNull()).isTrue();
        assertThat(agency.page(ERIN, contract)).contains(conditions + "1<");

        database.sql("update review.condition_follow_up set closed_at = now() where condition_id = :id")
                .param("id", signed.condition)
                .update();

        assertThat(open(DANA, contract).asInt(-1)).isZero();
        assertThat(agency.page(DANA, contract)).contains(conditions + "1, none open<");
    }

    private JsonNode open(String person, Contract contract) {
        return agency.profile(person, contract)
                .path("contracts")
                .valueStream()
                .filter(row -> row.path("id").asString().equals(contract.id().toString()))
                .findFirst()
                .orElseThrow()
                .at("/decision/openConditions");
    }

    private ReviewByApi rejected(ContractId contract) {
        ReviewByApi review = ReviewByApi.submittedBy(api, stories, contract, database, policy);
        review.upToTheVote();
        List<Drawn> panel = review.panel();
        panel.forEach(member -> review.done(
                member.person(),
                "votes",
                ReviewByApi.vote(member, member.equals(panel.get(0)) ? "CONDITIONAL" : "REJECT")));
        review.done("ruth.castillo", "vote/close", Map.of());
        review.workOff(
                "decision", "ruth.castillo", Map.of("outcome", "REJECT", "reasons", "No", "rights", List.of("R05")));
        return review;
    }
}
