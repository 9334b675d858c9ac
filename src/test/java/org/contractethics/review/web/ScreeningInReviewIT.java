package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** What the screening found stands before those who review; a triage does not deny it, and the account owner does not learn of it. */
@IntegrationTest
class ScreeningInReviewIT {

    private static final String OWNER = "tom.lindqvist";
    private static final String PRIYA = "priya.raman";
    private static final String LEO = "leo.brandt";
    private static final String WHY = "Another firm: its register number and its seat are others.";

    private final MockMvcTester mvc;
    private final ApiCalls api;
    private final BegunReviews begun;
    private final DocumentStories stories;
    private final RecurringWork screenings;
    private final JdbcClient database;

    private String supplier = "";
    private ContractId contract = new ContractId(new UUID(0, 0));
    private ReviewId review = new ReviewId(new UUID(0, 0));
    private ReviewHands hands;

    @Autowired
    ScreeningInReviewIT(
            MockMvcTester mvc,
            BegunReviews begun,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            @Qualifier("dueScreenings") RecurringWork screenings,
            JdbcClient database,
            Environment settings) {
        this.mvc = mvc;
        this.api = new ApiCalls(settings);
        this.begun = begun;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.screenings = screenings;
        this.database = database;
        this.hands = begun.hands(mvc, contract);
    }

    @BeforeEach
    void aSupplierWithAListedName() throws Exception {
        supplier = "Zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vok Kheshtari Trading";
        contract = stories.offeredElsewhere(supplier);
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        hands = begun.hands(mvc, contract);
        review = begun.steps().submit(hands, contract);
        Answer list = api.post(
                LEO,
                "/api/screening/lists",
                Map.of(
                        "name", "List " + UUID.randomUUID(),
                        "format", "GENERIC_CSV",
                        "licence", "Public domain",
                        "attribution", "Written for a test",
                        "staleAfterDays", 30));
        assertThat(list.status()).as(list.toString()).isEqualTo(201);
        Answer loaded = load(list.body().path("id").asString(), "E1,BODY," + supplier + ",,,,,,SDGT,For a test");
        assertThat(loaded.status()).as(loaded.toString()).isEqualTo(201);
        screenUntilFound();
    }

    private Answer load(String list, String row) {
        return api.upload(
                LEO,
                "/api/screening/lists/" + list + "/versions?stated=" + today(),
                "list.csv",
                ("id,kind,name,aliases,weak_aliases,countries,identifiers,dates,programmes,reason\n" + row + "\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** A few hundred at a time, the new ones first. */
    private void screenUntilFound() {
        for (int i = 0; i < 50 && hitOf("priya.raman").isMissingNode(); i++) {
            screenings.run();
        }
        assertThat(hitOf("priya.raman").path("band").asString()).isEqualTo("STRONG");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    @Test
    void a_triage_does_not_deny_sanctions_while_a_strong_hit_stands() throws Exception {
        begun.workOff(review, "document-check", PRIYA, ReviewSteps.documents());
        assertThat(hands.page(LEO, "/contracts/" + contract)).contains("Screening");
        begun.workOff(review, "legal-stop", LEO, ReviewSteps.legal());
        hands.claim("tariq.osman");
        String path = "/reviews/" + review + "/stages/triage";

        assertThat(hands.page("tariq.osman", path)).contains("Supplier “" + supplier + "” is near");
        assertThat(hands.post("tariq.osman", path + "/check", ReviewSteps.triage()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("it cannot be said that no sanctions apply");
        assertThatThrownBy(() -> denied("false")).hasMessageContaining("the triage does not deny sanctions");

        Map<String, String> unknown = new HashMap<>(ReviewSteps.triage());
        unknown.put("sanctions", "unknown");
        hands.send(review, "triage", "tariq.osman", unknown);
    }

    @Test
    void a_cleared_hit_leaves_the_triage_its_no() throws Exception {
        assertThat(clear(PRIYA).status()).isEqualTo(200);
        assertThat(approve(LEO).status()).isEqualTo(200);
        assertThat(hitOf(LEO).path("state").asString()).isEqualTo("CLEARED");

        ReviewSteps.upToResearch(hands, review);
    }

    @Test
    void the_account_owner_and_whoever_does_not_review_learn_of_no_hit() throws Exception {
        assertThat(hands.casePage("dana.whitfield")).contains("id=\"screening\"", supplier);
        assertThat(hands.casePage(OWNER)).doesNotContain("id=\"screening\"");
        assertThat(hands.get(OWNER, "/contracts/" + contract + "/screening")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.get("erin.walsh", "/contracts/" + contract + "/screening"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api.get("erin.walsh", "/api/screening/hits").status()).isEqualTo(403);
    }

    @Test
    void a_clearance_is_approved_by_somebody_else_and_says_what_was_seen() throws Exception {
        String path = "/api/contracts/" + contract + "/screening";
        String answers = path + "/hits/" + hitOf(PRIYA).path("id").asString() + "/answers";

        assertThat(api.post(PRIYA, answers, answer()).status()).isEqualTo(428);
        assertThat(api.post(PRIYA, answers, answer(), "If-Match", "\"another\"").status())
                .isEqualTo(412);
        assertThat(api.change("dana.whitfield", path, answers, answer()).status())
                .isEqualTo(403);
        assertThat(clear(PRIYA).status()).isEqualTo(200);
        assertThat(approve(PRIYA).status()).isEqualTo(403);
        assertThat(api.post(OWNER, answers, answer()).status()).isEqualTo(403);
        assertThatThrownBy(() -> approvedInTables(OWNER)).hasMessageContaining("is paid by it answers no hit");
        assertThat(approve("ruth.castillo").status()).isEqualTo(200);
    }

    @Test
    void the_pages_show_the_evidence_and_keep_what_was_typed() throws Exception {
        String id = hitOf(PRIYA).path("id").asString();
        String path = "/contracts/" + contract + "/screening";

        assertThat(hands.page(PRIYA, path)).contains("SDGT", "What the score is made of", "For a test");
        assertThat(hands.page(PRIYA, "/screening?band=STRONG&state=OPEN")).contains("/screening#hit-" + id);
        assertThat(hands.page(PRIYA, "/screening/lists")).contains("Public domain", "Written for a test");
        assertThat(hands.post(
                        PRIYA,
                        path + "/hits/" + id + "/answers",
                        Map.of("verdict", "CLEARED", "reason", "Too short", "evidence", "1", "seen", "0")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Too short", "Say in words why", "Give the last day of the clearance");
        assertThat(hands.post(
                        PRIYA,
                        path + "/hits/" + id + "/answers",
                        Map.of("verdict", "CONFIRMED", "reason", WHY, "evidence", "1", "seen", "0")))
                .hasStatus3xxRedirection();
        assertThat(hands.page("dana.whitfield", path)).contains("Confirmed", WHY);
        assertThat(recorded("screening-hit-answered")).contains("CONFIRMED").doesNotContain("register number");
    }

    @Test
    void a_list_that_is_cut_off_is_refused_in_words() {
        String list = database.sql("select id from screening.source order by added_at desc limit 1")
                .query(UUID.class)
                .single()
                .toString();

        Answer refused = load(list, "");

        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        assertThat(refused.toString()).contains("the version before it stays in force");
        assertThat(api.get(LEO, "/api/screening/lists").toString()).contains(list);
        assertThat(database.sql("select count(*) from screening.refused_list where source_id = cast(:id as uuid)")
                        .param("id", list)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private JsonNode hitOf(String person) {
        Answer answer = api.get(person, "/api/contracts/" + contract + "/screening");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body().path("hits").path(0);
    }

    private static Map<String, Object> answer() {
        return Map.of(
                "verdict",
                "CLEARED",
                "reason",
                WHY,
                "endsOn",
                today().plusMonths(6).toString(),
                "evidence",
                1,
                "seen",
                0);
    }

    private Answer clear(String person) {
        String path = "/api/contracts/" + contract + "/screening";
        String hit = hitOf(person).path("id").asString();
        return api.change(person, path, path + "/hits/" + hit + "/answers", answer());
    }

    private Answer approve(String person) {
        String path = "/api/contracts/" + contract + "/screening";
        String hit = hitOf(person).path("id").asString();
        return api.change(
                person,
                path,
                path + "/hits/" + hit + "/approval",
                Map.of("approved", true, "reason", "Compared the two registers.", "seen", 1));
    }

    private void denied(String sanctions) {
        database.sql(
                        """
                        insert into review.stage_result (id, review_id, pass, stage, actor, started_at, completed_at, form)
                        values (gen_random_uuid(), :review, 1, 'TRIAGE', 'tariq.osman', now(), now(), cast(:form as jsonb))
                        """)
                .param("review", review.value())
                .param("form", "{\"answers\":{\"sanctionsHit\":%s}}".formatted(sanctions.toLowerCase(Locale.ROOT)))
                .update();
    }

    private void approvedInTables(String person) {
        database.sql(
                        """
                        insert into screening.approval (hit_id, number, approved, reason, decided_by, decided_at)
                        select id, 1, true, 'as I said', :person, now() from screening.hit where contract_id = :contract
                        """)
                .param("person", person)
                .param("contract", contract.value())
                .update();
    }

    private String recorded(String kind) {
        return database.sql(
                        "select convert_from(body, 'UTF8') from record.entry where kind = :kind and contract = :contract")
                .param("kind", kind)
                .param("contract", contract.value())
                .query(String.class)
                .single();
    }
}
