package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Research that finds worse than the triage took leads back to it, and no later triage goes below what the tables gave. */
@IntegrationTest
class TriageFindingsIT {

    private static final String DANA = "dana.whitfield";
    private static final String WHY =
            "The index of 2026 counts the country among the worst twenty, which was published after the triage.";

    private final MockMvcTester mvc;
    private final ApiCalls api;
    private final BegunReviews begun;
    private final ReviewCases reviews;
    private final JdbcClient database;

    private Begun review;

    @Autowired
    TriageFindingsIT(
            MockMvcTester mvc, BegunReviews begun, ReviewCases reviews, JdbcClient database, Environment settings) {
        this.mvc = mvc;
        this.api = new ApiCalls(settings);
        this.begun = begun;
        this.reviews = reviews;
        this.database = database;
    }

    @BeforeEach
    void researchIsOpen() throws Exception {
        review = begun.submitted(mvc);
        ReviewSteps.upToResearch(review.hands(), review.review());
        review.hands().claim(DANA);
    }

    @Test
    void a_finding_that_gives_a_higher_tier_leads_back_and_no_triage_goes_below_it() throws Exception {
        nameSource();

        assertThat(find(DANA, worse())).hasStatus3xxRedirection();

        assertThat(openTasks()).containsExactly("document-check");
        assertThat(reviews.get(review.review()).pass()).isEqualTo(2);
        assertThat(recorded("triage-contradicted"))
                .contains("\"changed\":{\"agencyRecord\":\"SYSTEMATIC\",\"countryBand\":\"CRITICAL\"")
                .contains("\"tier\":\"T3\"", "\"found\":\"T4\"")
                .doesNotContain("worst twenty");
        assertThat(review.hands().page("ruth.castillo", path()))
                .contains("the tables give T4", "worst twenty", "Source 1");

        ReviewHands hands = review.hands();
        begun.workOff(review.review(), "document-check", "priya.raman", ReviewSteps.documents());
        begun.workOff(review.review(), "legal-stop", "leo.brandt", ReviewSteps.legal());
        hands.claim("tariq.osman");
        Map<String, String> lower = new HashMap<>(ReviewSteps.triage());
        lower.put("tier", "T3");
        assertThat(hands.post("tariq.osman", "/reviews/" + review.review() + "/stages/triage/check", lower))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("A finding against an earlier triage gives T4. A tier may be raised, never lowered.");
        assertThatThrownBy(() -> database.sql("update review.review set table_tier = 'T2', tier = 'T2' where id = :id")
                        .param("id", review.review().value())
                        .update())
                .hasMessageContaining("a finding against an earlier triage gives one");
        hands.send(review.review(), "triage", "tariq.osman", ReviewSteps.triage());
        assertThat(reviews.get(review.review()).tier()).isEqualTo(Tier.T4);
    }

    @Test
    void what_gives_no_higher_tier_is_refused_and_what_was_typed_stays() throws Exception {
        nameSource();
        Map<String, Object> same = new HashMap<>(worse());
        same.put("band", "MEDIUM");
        same.put("record", "DOCUMENTED");
        same.put("flags", List.of());

        assertThat(find(DANA, same))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("the review goes the way of T3 already: the triage stands", "worst twenty");
        assertThat(openTasks()).containsExactly("research");
    }

    @Test
    void a_finding_names_a_fact_a_source_of_the_review_and_what_was_found() throws Exception {
        assertThat(find(DANA, Map.of("source", "1", "why", "Worse.")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose at least one fact", "Choose the source that shows it", "Say in words");
        nameSource();
        nameSource(Map.of("corrects", "1"));

        assertThat(find(DANA, worse()))
                .as("on a source that was corrected")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose the source that shows it");
        assertThat(openTasks()).containsExactly("research");
    }

    @Test
    void only_whoever_holds_the_task_finds_something() throws Exception {
        nameSource();

        assertThat(find("helen.okafor", worse()))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("worst twenty");
        assertThat(find("tariq.osman", worse())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(find("tom.lindqvist", worse())).as("the account owner").hasStatus(HttpStatus.FORBIDDEN);
        assertThat(review.hands().get("tom.lindqvist", path())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(openTasks()).containsExactly("research");
    }

    @Test
    void nothing_is_found_before_a_triage_and_once_the_vote_is_open() throws Exception {
        Begun early = begun.submitted(mvc);
        Begun voting = begun.upToTheVote(mvc);

        for (Begun one : List.of(early, voting)) {
            Answer refused = call(one, DANA, Map.of());
            assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
            assertThat(refused.toString()).contains("while research, assessment or mitigation is open");
        }
    }

    @Test
    void a_program_finds_the_same_and_is_refused_the_same() throws Exception {
        nameSource();
        Map<String, Object> body =
                Map.of("band", "CRITICAL", "record", "SYSTEMATIC", "sanctions", true, "source", 1, "why", WHY);

        Answer same = call(review, DANA, Map.of("band", "LOW", "source", 1, "why", WHY));
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.toString()).contains("the triage stands");
        assertThat(call(review, "helen.okafor", body).status()).isEqualTo(409);
        Answer found = call(review, DANA, body);
        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.body().path("tier").asString()).isEqualTo("T4");
        assertThat(found.body().path("goesBack").asBoolean()).isTrue();
        assertThat(api.get("ruth.castillo", "/api" + path()).body().toString())
                .contains("\"countryBand\":\"CRITICAL\"", "worst twenty", "\"stage\":\"RESEARCH\"");
    }

    @Test
    void the_database_takes_no_finding_that_lowers_or_raises_nothing() throws Exception {
        nameSource();

        assertThatThrownBy(() -> insert("T3", "helen.okafor")).hasMessageContaining("gives a higher tier");
        assertThatThrownBy(() -> insert("T4", "tom.lindqvist")).hasMessageContaining("finds nothing against a triage");
        insert("T4", DANA);
        for (String change : List.of(
                "update review.triage_finding set tier = 'T2'",
                "delete from review.triage_finding",
                "truncate review.triage_finding")) {
            assertThatThrownBy(() -> database.sql(change).update()).as(change).hasMessageContaining("triage_finding");
        }
    }

    private void insert(String tier, String person) {
        database.sql(
                        """
                        insert into review.triage_finding (id, review_id, pass, stage, person, facts, source, why, tier, found_at)
                        values (gen_random_uuid(), :review, 1, 'RESEARCH', :person, '{"countryBand": "HIGH"}', 1, :why, :tier,
                                now())
                        """)
                .param("review", review.review().value())
                .param("person", person)
                .param("why", WHY)
                .param("tier", tier)
                .update();
    }

    private static Map<String, Object> worse() {
        return Map.of(
                "band", "CRITICAL",
                "record", "SYSTEMATIC",
                "flags", List.of("sanctionsHit"),
                "source", "1",
                "why", WHY);
    }

    private void nameSource() {
        nameSource(Map.of());
    }

    private void nameSource(Map<String, String> besides) {
        Map<String, String> source = new HashMap<>(EvidenceFlowIT.source());
        source.putAll(besides);
        assertThat(review.hands().post(DANA, "/reviews/" + review.review() + "/sources", source))
                .hasStatus3xxRedirection();
    }

    private String path() {
        return "/reviews/" + review.review() + "/triage-findings";
    }

    private MvcTestResult find(String person, Map<String, ?> fields) {
        return review.hands().post(person, path(), fields);
    }

    private Answer call(Begun about, String person, Map<String, ?> body) {
        return api.post(person, "/api/reviews/" + about.review() + "/triage-findings", body);
    }

    private List<String> openTasks() {
        return OpenTasks.of(database, review.review().value());
    }

    private String recorded(String kind) {
        return database.sql(
                        "select encode(body, 'escape') from record.entry where kind = :kind and contract = :contract")
                .param("kind", kind)
                .param("contract", review.contract().value())
                .query(String.class)
                .single();
    }
}
