package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Programs can do what people can, and no hard rule gives way to them: each refusal names its rule. */
@IntegrationTest
class HardRulesByApiIT {

    private final ApiCalls api;
    private final ContractRegister contracts;
    private final DocumentStories stories;
    private final Documents documents;
    private final JdbcClient database;
    private final Policy policy;
    private ReviewByApi review;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    HardRulesByApiIT(
            Environment settings,
            ContractRegister contracts,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database,
            Policy policy) {
        this.api = new ApiCalls(settings);
        this.contracts = contracts;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.documents = documents;
        this.database = database;
        this.policy = policy;
    }

    @BeforeEach
    void submit() {
        review = ReviewByApi.submitted(api, stories, database, policy);
    }

    @Test
    void a_contract_goes_the_whole_way_by_calls_of_the_api() {
        review.upToTheVote();
        review.voteAndClose("CONDITIONAL");
        review.workOff("decision", "ruth.castillo", ReviewByApi.decision("CONDITIONAL", "mona.keller"));
        review.claim("signature-gate", "leo.brandt");
        Answer signed = review.done("leo.brandt", "stages/signature-gate", ExecutedByApi.brought(review, "leo.brandt"));

        assertThat(signed.body().path("result").asString()).isEqualTo("SIGNED");
        assertThat(contracts.get(review.contract).state()).isEqualTo(ContractState.SIGNED);
        follow(signed.body().at("/review/decisions/0/conditions/0/id").asString());
    }

    private void follow(String condition) {
        String path = "/api/conditions/" + condition;
        Answer reported = api.post("mona.keller", path + "/reports", Map.of("evidence", "Audit of May"));
        assertThat(reported.body().path("state").asString())
                .as(reported.toString())
                .isEqualTo("REPORTED");
        Answer own =
                api.change("mona.keller", path, path + "/rulings", Map.of("result", "MET", "rulingReasons", "Fine"));
        assertThat(own.rule()).as(own.toString()).isEqualTo("H1");
        assertThat(api.post("erin.walsh", path + "/reports", Map.of()).status()).isEqualTo(404);
        Map<String, String> reasons = Map.of("waiverReasons", "The use ended.");
        assertThat(api.post("ruth.castillo", path + "/waivers", reasons).status())
                .isEqualTo(428);
        Answer waived = api.change("ruth.castillo", path, path + "/waivers", reasons);
        assertThat(waived.status()).as(waived.toString()).isEqualTo(409);
        assertThat(waived.toString()).contains("This contract was allowed with conditions only");
    }

    @Test
    void who_submitted_the_contract_has_no_part_in_its_review() {
        Answer foreign =
                review.send("tom.lindqvist", "stages/legal-stop", Map.of("result", "CLEAR", "reasons", "Mine"));

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.body().path("type").asString()).endsWith("/problems/rule-h1");
        assertThat(foreign.body().path("title").asString()).isEqualTo("Separation of duties");
        assertThat(foreign.rule()).isEqualTo("H1");
    }

    @Test
    void whoever_declared_a_conflict_takes_no_further_part() {
        assertThat(review.send("priya.raman", "conflicts", Map.of("stage", "vote", "interest", "SHARES"))
                        .status())
                .isEqualTo(200);

        Answer claim = api.post("priya.raman", "/api/inbox/tasks/" + review.task("document-check") + "/claim", null);

        assertThat(claim.status()).isEqualTo(403);
        assertThat(claim.rule()).isEqualTo("H2");
    }

    @Test
    void a_vote_without_quorum_cannot_be_closed_and_who_was_not_drawn_does_not_vote() {
        review.upToTheVote();
        List<Drawn> panel = review.panel();
        panel.subList(0, 4)
                .forEach(member -> review.done(member.person(), "votes", ReviewByApi.vote(member, "REJECT")));

        Answer early = review.send("ruth.castillo", "vote/close", Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.rule()).isEqualTo("H3");
        Answer again = review.send(panel.get(0).person(), "votes", ReviewByApi.vote(panel.get(0), "CONDITIONAL"));
        assertThat(again.rule()).isEqualTo("H4");
        Answer undrawn =
                review.send("george.tan", "votes", ReviewByApi.vote(new Drawn("george.tan", "HR_REVIEWER"), "REJECT"));
        assertThat(undrawn.status()).isEqualTo(403);
    }

    @Test
    void an_outcome_outside_of_the_allowed_space_can_be_neither_voted_for_nor_decided() {
        review.upToTheVote();
        Drawn member = review.panel().get(0);

        Answer outside = review.send(member.person(), "votes", ReviewByApi.vote(member, "APPROVE"));
        assertThat(outside.status()).isEqualTo(422);
        assertThat(outside.rule()).isEqualTo("H6");
        assertThat(outside.body().at("/fields/0/field").asString()).isEqualTo("choice");

        review.voteAndClose("REJECT");
        review.claim("decision", "ruth.castillo");
        Answer override =
                review.send("ruth.castillo", "stages/decision", ReviewByApi.decision("CONDITIONAL", "mona.keller"));
        assertThat(override.status()).isEqualTo(422);
        assertThat(override.body().path("rules").toString()).contains("H6");
        assertThat(api.get("dana.whitfield", review.path()).body().path("decisions"))
                .isEmpty();
    }

    @Test
    void every_minority_vote_stays_as_a_dissent_of_the_decision() {
        review.upToTheVote();
        List<Drawn> panel = review.panel();
        panel.subList(0, 4)
                .forEach(member -> review.done(member.person(), "votes", ReviewByApi.vote(member, "CONDITIONAL")));
        review.done(panel.get(4).person(), "votes", ReviewByApi.vote(panel.get(4), "REJECT"));
        review.done("ruth.castillo", "vote/close", Map.of());

        Answer decided =
                review.workOff("decision", "ruth.castillo", ReviewByApi.decision("CONDITIONAL", "mona.keller"));

        assertThat(decided.body().at("/decisions/0/dissents").asInt()).isEqualTo(1);
    }

    @Test
    void nothing_is_signed_on_other_documents_than_those_decided_on() {
        review.upToTheVote();
        review.voteAndClose("CONDITIONAL");
        review.workOff("decision", "ruth.castillo", ReviewByApi.decision("CONDITIONAL", "mona.keller"));
        review.claim("signature-gate", "leo.brandt");

        Answer echoed = review.send(
                "leo.brandt",
                "stages/signature-gate",
                Map.of("same", true, "signedHash", documents.documentSetHash(review.contract)));
        assertThat(echoed.status()).as("what was signed is computed").isEqualTo(400);
        Answer nothing = review.send("leo.brandt", "stages/signature-gate", ExecutedByApi.signed(review, "leo.brandt"));
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.rule()).isEqualTo("H7");
        assertThat(nothing.body().at("/fields/0/field").asString()).isEqualTo("copies");

        stories.read(stories.added(review.contract, "annex.docx", DocumentFixtures.docx("Another clause."))
                .id());
        Answer changed = review.done("leo.brandt", "stages/signature-gate", Map.of("same", true));
        assertThat(changed.body().path("result").asString()).isEqualTo("LAPSED");
        assertThat(changed.body().at("/review/decisions/0/lapsed").asString()).contains("(H7)");
        assertThat(contracts.get(review.contract).state()).isEqualTo(ContractState.IN_REVIEW);
    }

    @Test
    void no_stage_is_passed_by_waiting() {
        for (String stage : List.of("decision", "signature-gate")) {
            Object body = stage.equals("decision")
                    ? ReviewByApi.decision("CONDITIONAL", "mona.keller")
                    : Map.of("same", true);
            Answer early =
                    review.send(stage.equals("decision") ? "ruth.castillo" : "leo.brandt", "stages/" + stage, body);

            assertThat(early.status()).as(early.toString()).isEqualTo(409);
            assertThat(early.rule()).isEqualTo("H9");
        }
        assertThat(contracts.get(review.contract).state()).isEqualTo(ContractState.IN_REVIEW);
    }

    @Test
    void leadership_can_only_appeal_and_an_auditor_writes_nothing() {
        assertThat(review.send("lena.hoffman", "stages/legal-stop", Map.of("result", "CLEAR"))
                        .status())
                .isEqualTo(403);
        assertThat(review.send("august.lund", "stages/legal-stop", Map.of("result", "CLEAR"))
                        .status())
                .isEqualTo(403);
        Answer appeal = api.post("lena.hoffman", review.path() + "/appeals", Map.of("reasons", "Too early"));
        assertThat(appeal.status()).isEqualTo(409);
    }

    @Test
    void facts_under_review_cannot_be_changed() {
        review.workOff("document-check", "priya.raman", review.documents());
        review.workOff("legal-stop", "leo.brandt", Map.of("result", "CLEAR", "reasons", "No embargo."));
        review.workOff("triage", "tariq.osman", ReviewByApi.triage());
        String path = "/api/contracts/" + review.contract;
        Map<String, Object> facts = new HashMap<>(Map.of(
                "title", "Case management support", "awardingAgency", "Border agency", "supplier", "Example Systems"));
        facts.putAll(Map.of("currency", "USD", "capabilities", List.of("BIOMETRIC_ID"), "obligatedMinor", 100_000));

        Answer refused = api.send(
                "tom.lindqvist",
                "PUT",
                path,
                facts,
                List.of("If-Match", api.get("tom.lindqvist", path).tag()));

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.rule()).isEqualTo("H8");
    }
}
