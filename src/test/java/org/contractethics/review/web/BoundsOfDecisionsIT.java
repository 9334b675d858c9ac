package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said in a vote or a decision has an end: else one member could keep a vote from ever being closed. */
@IntegrationTest
class BoundsOfDecisionsIT {

    private final ApiCalls api;
    private final DocumentStories stories;
    private final JdbcClient database;
    private final Policy policy;
    private ReviewByApi review;

    @Autowired
    @SuppressWarnings("NullAway.Init") // made before each test
    BoundsOfDecisionsIT(
            Environment settings,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database,
            Policy policy) {
        this.api = new ApiCalls(settings);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.database = database;
        this.policy = policy;
    }

    @BeforeEach
    void submit() {
        review = ReviewByApi.submitted(api, stories, database, policy);
    }

    @Test
    void a_vote_names_each_right_once_so_that_it_fits_the_record_when_it_is_opened() {
        review.upToTheVote();
        Drawn member = review.panel().get(0);
        Map<String, Object> vote = new HashMap<>(ReviewByApi.vote(member, "REJECT"));
        vote.put("rights", Collections.nCopies(20_000, "R05"));

        Answer refused = review.send(member.person(), "votes", vote);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.body().at("/fields/0/field").asString()).isEqualTo("rights");
        review.voteAndClose("REJECT");
    }

    @Test
    void the_database_takes_no_right_twice_either() {
        review.upToTheVote();
        List<Drawn> panel = review.panel();
        review.done(panel.get(0).person(), "votes", ReviewByApi.vote(panel.get(0), "REJECT"));
        Drawn second = panel.get(1);
        review.declare("vote", second.person());

        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.vote (id, review_id, round, voter, role, choice, rights, severity, evidence,
                                    reasons, salt, commitment, cast_at)
                                select gen_random_uuid(), review_id, round, :voter, :role, choice, '{R05,R05}', severity,
                                    evidence, reasons, 'another', repeat('a', 64), cast_at
                                from review.vote where review_id = cast(:review as uuid)
                                """)
                        .param("voter", second.person())
                        .param("role", second.role())
                        .param("review", review.path().substring("/api/reviews/".length()))
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("rights_named_once");
    }

    @Test
    void a_decision_names_rights_once_and_its_conditions_have_an_end_and_an_owner_who_can_meet_them() {
        review.upToTheVote();
        review.voteAndClose("CONDITIONAL");
        review.claim("decision", "ruth.castillo");

        assertThat(refused(Map.of("rights", List.of("R05", "R05")))).isEqualTo("rights");
        assertThat(refused(Map.of("conditions", List.of(condition("due", "9999-12-31")))))
                .isEqualTo("conditions[0].due");
        assertThat(refused(Map.of("conditions", List.of(condition("owner", "fatima.noor")))))
                .isEqualTo("conditions[0].owner");
        assertThat(refused(Map.of("conditions", Collections.nCopies(51, condition("text", "Stop it")))))
                .isEqualTo("conditions[0].text");
        review.done("ruth.castillo", "stages/decision", ReviewByApi.decision("CONDITIONAL", "mona.keller"));
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.condition (id, decision_id, ordinal, text, owner, due_on, blocking, evidence)
                                select gen_random_uuid(), id, 9, 'x', 'mona.keller', '9999-12-31', true, 'x'
                                from review.decision where review_id = cast(:review as uuid)
                                """)
                        .param("review", review.path().substring("/api/reviews/".length()))
                        .update())
                .hasMessageContaining("within 24 months");
    }

    @Test
    void the_database_takes_no_harm_of_a_year_that_was_typed_wrong() {
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.incident (id, contract_id, kind, happened_on, source, reliability, account,
                                    recorded_by, recorded_at)
                                values (gen_random_uuid(), :contract, 'PRESS', '0026-11-27', 'x', 'C', 'x', 'mona.keller', now())
                                """)
                        .param("contract", review.contract.value())
                        .update())
                .hasMessageContaining("happened_of_late");
    }

    @Test
    void a_mitigation_names_rights_of_the_catalogue_and_says_once_what_is_left_of_each() {
        review.workOff("document-check", "priya.raman", review.documents());
        review.workOff("legal-stop", "leo.brandt", Map.of("result", "CLEAR", "reasons", "No embargo."));
        review.workOff("triage", "tariq.osman", ReviewByApi.triage());
        review.workOff("research", "dana.whitfield", ReviewByApi.research());
        review.done("helen.okafor", "consultations", ReviewByApi.consultation());
        review.workOff("assessment", "helen.okafor", review.assessment());
        review.claim("mitigation", "priya.raman");
        Map<String, Object> measure =
                Map.of("kind", "CONTRACTUAL", "text", "Audit", "verification", "Clause 9", "rights", List.of("R99"));
        Map<String, Object> lower =
                Map.of("right", "R05", "scale", 1, "scope", 1, "irremediability", 1, "likelihood", "RARE");
        Map<String, Object> mitigation = new HashMap<>(review.mitigation());
        List<?> stated = (List<?>) Objects.requireNonNull(mitigation.get("residuals"));

        mitigation.put("measures", List.of(measure));
        Answer unknown = review.send("priya.raman", "stages/mitigation", mitigation);
        assertThat(unknown.body().at("/fields/0/field").asString())
                .as(unknown.toString())
                .isEqualTo("measures[0].rights");
        mitigation.putAll(review.mitigation());
        mitigation.put("residuals", List.of(stated.get(0), lower));
        Answer twice = review.send("priya.raman", "stages/mitigation", mitigation);
        assertThat(twice.body().at("/fields/0/field").asString())
                .as(twice.toString())
                .isEqualTo("residuals[R05].scale");
    }

    /** The field that is wrong. */
    private String refused(Map<String, Object> said) {
        Map<String, Object> decision = new HashMap<>(ReviewByApi.decision("CONDITIONAL", "mona.keller"));
        decision.putAll(said);
        Answer refused = review.send("ruth.castillo", "stages/decision", decision);
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.body().path("fields")).hasSize(1);
        return refused.body().at("/fields/0/field").asString();
    }

    private static Map<String, Object> condition(String name, String value) {
        Map<String, Object> condition = new HashMap<>(Map.of(
                "text", "No use for removal",
                "owner", "mona.keller",
                "due", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                "blocking", true,
                "evidence", "Audit report"));
        condition.put(name, value);
        return condition;
    }
}
