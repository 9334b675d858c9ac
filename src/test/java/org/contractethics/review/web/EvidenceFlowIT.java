package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RedactedContract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.precedent.Precedent;
import org.contractethics.review.internal.precedent.Precedents;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Sources, consultation and advice through their pages: who adds to them, who reads them, and what stays. */
@IntegrationTest
class EvidenceFlowIT {

    private static final Actor EMPLOYEE = new Actor("erin.walsh", "Erin Walsh", Set.of(Role.EMPLOYEE));

    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final ReviewSteps steps;
    private final RecordReader record;
    private final JdbcClient database;
    private final ReviewCases cases;
    private final Precedents precedents;
    private ContractId contract;
    private ReviewId review;
    private ReviewHands hands;

    @Autowired
    @SuppressWarnings("NullAway") // made before each test
    EvidenceFlowIT(
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            RecordReader record,
            JdbcClient database,
            ReviewCases cases,
            Precedents precedents) {
        this.mvc = mvc;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.record = record;
        this.database = database;
        this.cases = cases;
        this.precedents = precedents;
    }

    @BeforeEach
    void aReview() throws Exception {
        contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        hands = steps.hands(mvc, contract);
        review = steps.submit(hands, contract);
    }

    static Map<String, String> source() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("source", "Report on detention");
        fields.put("publisher", "Human-rights council");
        fields.put("kind", "UN_BODY");
        fields.put("location", "https://un.example/report");
        fields.put("date", "2026-01-05");
        fields.put("reliability", "A");
        fields.put("credibility", "CONFIRMED");
        fields.put("independent", "yes");
        return fields;
    }

    static Map<String, String> advice(String position, String text) {
        return Map.of("element", "AGENCY", "position", position, "text", text);
    }

    @Test
    void a_source_is_corrected_by_a_new_entry_and_both_stay() throws Exception {
        assertThat(hands.post("dana.whitfield", path("sources"), source())).hasStatus3xxRedirection();
        Map<String, String> correction = new LinkedHashMap<>(source());
        correction.put("source", "Report on detention, second edition");
        correction.put("corrects", "1");

        assertThat(hands.post("erin.walsh", path("sources"), correction)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.post("dana.whitfield", path("sources"), correction)).hasStatus3xxRedirection();

        assertThat(hands.page("bea.novak", path("sources")))
                .contains("Source 1: Report on detention", "Corrected by source 2", "Corrects source 1", "Grade A1");
        assertThat(hands.post("dana.whitfield", path("sources"), correction))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose a source of this list that was not corrected yet.", "second edition");
        assertThat(kinds()).contains("source-added");
    }

    @Test
    void a_source_that_is_not_graded_or_dated_is_refused_and_what_was_typed_stays() {
        Map<String, String> bare = new LinkedHashMap<>(source());
        bare.putAll(Map.of("reliability", "", "credibility", "", "date", "", "kind", "CUSTOMER"));

        assertThat(hands.post("dana.whitfield", path("sources"), bare))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "Grade the reliability of the source.",
                        "Grade how far what it says can be believed.",
                        "Give the date of the source.",
                        "What the customer or the company says is not independent of them.",
                        "Report on detention");
    }

    @Test
    void a_consultation_that_names_how_to_find_a_person_is_refused() throws Exception {
        Map<String, String> entry = new LinkedHashMap<>(ReviewSteps.consultation());
        entry.put("kind", "PROXY");
        entry.put("said", "Write to maria@example.org");

        assertThat(hands.post("helen.okafor", path("consultations"), entry))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Write nothing by which a person at risk can be found.", "Say why this proxy is credible");
        assertThat(hands.post("helen.okafor", path("consultations"), ReviewSteps.consultation()))
                .hasStatus3xxRedirection();
        assertThat(hands.page("bea.novak", path("consultations"))).contains("Families fear to be traced.");
        assertThat(entry("consultation-logged").toString()).doesNotContain("Families fear");
    }

    @Test
    void an_edit_invalidates_countersignatures_and_they_stay_readable() throws Exception {
        assertThat(hands.post("priya.raman", path("advice"), advice("OBJECTION", "No remedy in law.")))
                .hasStatus3xxRedirection();
        assertThat(countersign("leo.brandt", 1)).isEqualTo(302);
        assertThat(hands.page("bea.novak", path("advice"))).contains("Countersigned</strong> by Leo Brandt");

        Map<String, String> edited = new LinkedHashMap<>(advice("CONDITIONS", "A remedy was added in law."));
        edited.putAll(Map.of("seen", "1", "editing", "AGENCY"));
        assertThat(hands.post("priya.raman", path("advice"), edited)).hasStatus3xxRedirection();

        assertThat(hands.page("bea.novak", path("advice")))
                .contains("No remedy in law.", "A remedy was added in law.", "invalidated</strong> by the later edit")
                .doesNotContain("Countersigned</strong> by Leo Brandt");
        assertThat(countersign("leo.brandt", 1))
                .as("of a version that is not the last")
                .isEqualTo(409);
        assertThat(entry("advice-given").number("invalidatedCountersignatures")).hasValue(1);
    }

    @Test
    void nobody_countersigns_advice_of_their_own() throws Exception {
        hands.post("priya.raman", path("advice"), advice("OBJECTION", "No remedy in law."));

        assertThat(countersign("priya.raman", 1)).isEqualTo(403);
        assertThatThrownBy(() -> sign("priya.raman", 1))
                .hasMessageContaining("nobody countersigns advice of their own");
        assertThatThrownBy(() -> sign("leo.brandt", 2)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sign("tom.lindqvist", 1)).hasMessageContaining("countersigns nothing");
        assertThat(countersign("leo.brandt", 1)).isEqualTo(302);
        assertThat(countersign("leo.brandt", 1)).as("twice").isEqualTo(409);
    }

    @Test
    void conflicting_advice_of_two_authors_is_shown_and_neither_text_is_lost() throws Exception {
        hands.post("priya.raman", path("advice"), advice("OBJECTION", "No remedy in law."));
        hands.post("dana.whitfield", path("advice"), advice("NO_OBJECTION", "The ombuds works."));

        assertThat(hands.page("bea.novak", path("advice")))
                .contains("Conflicting advice", "No remedy in law.", "The ombuds works.");
        assertThat(hands.casePage("bea.novak")).contains("Conflicting advice", "Priya Raman: Objection");
        assertThat(hands.post("priya.raman", path("advice"), advice("OBJECTION", "From another window.")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(
                        "You saved another version",
                        "From another window.",
                        "name=\"seen\" value=\"1\"",
                        "name=\"editing\" value=\"AGENCY\"");
    }

    @Test
    void a_program_reads_what_a_review_rests_on() {
        hands.post("dana.whitfield", path("sources"), source());
        hands.post("helen.okafor", path("consultations"), ReviewSteps.consultation());
        hands.post("priya.raman", path("advice"), advice("OBJECTION", "No remedy in law."));

        assertThat(api("bea.novak", "sources")).hasStatusOk().bodyText().contains("\"grade\":\"A1\"");
        assertThat(api("bea.novak", "consultations")).bodyText().contains("Families fear to be traced.");
        assertThat(api("bea.novak", "advice")).bodyText().contains("Priya Raman", "No remedy in law.");
        assertThat(api("bea.novak", "precedents")).hasStatusOk();
        assertThat(api("tom.lindqvist", "advice")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult api(String person, String what) {
        return mvc.get()
                .uri("/api/reviews/" + review + "/" + what)
                .with(People.tokenOf(person))
                .exchange();
    }

    @Test
    void the_account_team_and_other_employees_find_none_of_it() throws Exception {
        hands.post("priya.raman", path("advice"), advice("OBJECTION", "No remedy in law."));

        for (String page : List.of("sources", "consultations", "advice")) {
            assertThat(hands.get("tom.lindqvist", path(page))).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(hands.get("erin.walsh", path(page))).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(hands.casePage("tom.lindqvist"))
                .doesNotContain("Evidence, advice and precedents", "No remedy in law.");
        assertThat(hands.post("bea.novak", path("advice"), advice("OBJECTION", "x")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void advice_stays_as_it_is_once_the_vote_is_closed() throws Exception {
        hands.post("priya.raman", path("advice"), advice("OBJECTION", "No remedy in law."));
        steps.upToTheVote(hands, review);
        String voter = hands.drawn(review).get(0).person();
        assertThat(hands.page(voter, path("stages/vote"))).contains("No remedy in law.", "Similar past decisions");
        steps.voteAndClose(hands, review);

        Map<String, String> late = new LinkedHashMap<>(advice("NO_OBJECTION", "Forget it."));
        late.putAll(Map.of("seen", "1", "editing", "AGENCY"));
        assertThat(hands.post("priya.raman", path("advice"), late)).hasStatus(HttpStatus.CONFLICT);
        assertThatThrownBy(() -> sign("leo.brandt", 1)).hasMessageContaining("the vote is closed");
    }

    @Test
    void a_past_decision_is_shown_with_the_reason_why_it_is_similar_unless_it_is_secret() throws Exception {
        steps.upToTheVote(hands, review);
        steps.voteAndClose(hands, review);
        hands.workOff(review, "decision", "ruth.castillo", ReviewSteps.decision());
        database.sql("update contract.contract set awarding_name = :agency where id = :id")
                .param("agency", "Agency " + contract)
                .param("id", contract.value())
                .update();
        ContractId next = stories.aContract();
        stories.read(stories.added(next, "contract.docx", DocumentFixtures.aContract())
                .id());
        database.sql("update contract.contract set awarding_name = :agency where id = :id")
                .param("agency", "Agency " + contract)
                .param("id", next.value())
                .update();
        ReviewHands others = steps.hands(mvc, next);
        steps.submit(others, next);

        assertThat(others.casePage("bea.novak"))
                .contains("/contracts/" + contract, "Same agency: Agency " + contract, "the safeguards hold");
        ReviewCase now = cases.of(next).get(0);
        assertThat(precedents.of(now, List.of(), EMPLOYEE)).first().satisfies(precedent -> {
            assertThat(precedent.contractId()).isEqualTo(contract);
            assertThat(precedent.similar()).contains("Same agency: Agency " + contract);
        });

        RedactedContract.redact(database, contract, "TITLE");

        assertThat(precedents.of(now, List.of(), EMPLOYEE))
                .extracting(Precedent::contractId)
                .doesNotContain(contract);
        assertThat(others.casePage("dana.whitfield"))
                .as("who may read the facts of every contract")
                .contains("/contracts/" + contract);
    }

    private String path(String page) {
        return "/reviews/" + review + "/" + page;
    }

    private String adviceId() {
        return database.sql("select id::text from review.advice where review_id = :review")
                .param("review", review.value())
                .query(String.class)
                .single();
    }

    private int countersign(String person, int version) {
        return hands.post(
                        person,
                        path("advice/" + adviceId() + "/countersignature"),
                        Map.of("version", version, "remark", ""))
                .getResponse()
                .getStatus();
    }

    private void sign(String person, int version) {
        database.sql(
                        "insert into review.countersignature (advice_id, version, person, remark, signed_at) values (cast(:advice as uuid), :version, :person, '', now())")
                .param("advice", adviceId())
                .param("version", version)
                .param("person", person)
                .update();
    }

    private List<RecordEntry> entries() {
        return record.newest(EntryFilter.ofContract(contract), Long.MAX_VALUE, 99);
    }

    private List<String> kinds() {
        return entries().stream().map(RecordEntry::kind).toList();
    }

    private RecordEntry entry(String kind) {
        return entries().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }
}
