package org.contractethics.review.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.document.Documents;
import org.contractethics.document.FileTexts.Ending;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.local.DemonstrationPeople;
import org.contractethics.review.internal.followup.Incident;
import org.contractethics.review.internal.followup.Incidents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From the recording of an incident to its words, and those of its files, in the list of hits. */
@IntegrationTest
class IncidentsInSearchIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String MONA = "mona.keller";
    private static final String DANA = "dana.whitfield";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final Incidents incidents;
    private final Documents documents;
    private final JdbcClient database;
    private final JsonMapper json = new JsonMapper();
    private final String told = word();
    private final String shown = word();
    private SignedContract signed;

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    IncidentsInSearchIT(
            MockMvcTester mvc, BegunReviews begun, Incidents incidents, Documents documents, JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.incidents = incidents;
        this.documents = documents;
        this.database = database;
    }

    @BeforeEach
    void sign() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
    }

    @Test
    void the_account_and_the_text_of_a_file_are_found_and_lead_to_the_incident() throws Exception {
        record(file("article.docx", article()));

        awaitFound(DANA, told);
        awaitFound(DANA, shown);

        Incident incident = incidents.of(signed.contract).get(0);
        String place = "/contracts/" + signed.contract + "#incident-" + incident.id();
        assertThat(page(DANA, "q=" + told)).contains("1 passage found", "Account of an incident of", place);
        assertThat(page(DANA, "q=" + shown))
                .contains("1 passage found", "Evidence of an incident of", "article.docx", place)
                .doesNotContain("More like this clause");
        assertThat(signed.hands.casePage(DANA))
                .contains("id=\"incident-" + incident.id() + "\"")
                .doesNotContain("being read for the search");
        JsonNode hit = found(DANA, shown).at("/hits/0");
        assertThat(hit.at("/incident/id").asString()).isEqualTo(incident.id().toString());
        assertThat(hit.at("/incident/file").asInt()).isEqualTo(1);
        assertThat(hit.at("/documentType").asString()).isEqualTo("WORD");
    }

    @Test
    void documents_and_evidence_are_looked_at_alone_or_together() throws Exception {
        record(file("article.txt", (shown + " facial matching").getBytes(UTF_8)));
        awaitFound(DANA, shown);

        assertThat(total(DANA, shown + "&kind=documents")).isZero();
        assertThat(total(DANA, shown + "&kind=evidence")).isOne();
        assertThat(total(DANA, "personal&kind=evidence") + total(DANA, "personal&kind=documents"))
                .isEqualTo(total(DANA, "personal"));
        assertThat(page(DANA, "q=" + shown + "&kind=evidence")).contains("1 passage found");
        assertThat(page(DANA, "q=" + shown + "&kind=documents"))
                .contains("No clause found", "Documents only", "search documents and evidence");
    }

    @Test
    void whoever_may_read_the_incident_finds_it_and_nobody_else() throws Exception {
        record(file("article.docx", article()));
        awaitFound(DANA, told);
        awaitFound(DANA, shown);

        for (DemonstrationPeople.Person person : DemonstrationPeople.all()) {
            int read = get(person.username(), "/api/contracts/" + signed.contract + "/incidents")
                    .getResponse()
                    .getStatus();
            MvcTestResult search = get(person.username(), "/api/search?q=" + shown);
            if (search.getResponse().getStatus() == 200) {
                long expected = read == 200 ? 1 : 0;
                assertThat(total(person.username(), shown))
                        .as(person.username())
                        .isEqualTo(expected);
                assertThat(total(person.username(), told)).as(person.username()).isEqualTo(expected);
            } else {
                assertThat(person.roles()).as(person.username()).isSubsetOf("LEADERSHIP", "EXTERNAL_FILER");
            }
        }
        assertThat(total("erin.walsh", shown)).isZero();
    }

    @Test
    void a_file_that_cannot_be_read_says_why_on_the_page_and_to_programs() throws Exception {
        record(
                file("locked.docx", DocumentFixtures.protectedDocx("secret")),
                file("cut.docx", "PK\u0003\u0004 no more".getBytes(UTF_8)),
                file("article.docx", article()));

        await().atMost(SOON).untilAsserted(() -> assertThat(
                        incidents.of(signed.contract).get(0).evidence())
                .extracting(evidence -> evidence.text().ending())
                .doesNotContainNull());
        assertThat(signed.hands.casePage(DANA))
                .contains("could not be read: it is protected by a password or encrypted.")
                .contains("could not be read: it is damaged or incomplete.");
        JsonNode evidence = json.readTree(get(DANA, "/api/contracts/" + signed.contract + "/incidents")
                        .getResponse()
                        .getContentAsString())
                .at("/0/evidence");
        assertThat(evidence.at("/0/text").asString()).isEqualTo(Ending.LOCKED.name());
        assertThat(evidence.at("/0/notFound").asString()).contains("protected by a password");
        assertThat(evidence.at("/2/text").asString()).isEqualTo(Ending.READ.name());
        assertThat(evidence.at("/2/notFound").asString()).isEmpty();
        awaitFound(DANA, shown);
    }

    @Test
    void a_file_inside_another_is_found_with_where_it_stands_and_what_is_not_read_is_said() throws Exception {
        byte[] annex = DocumentFixtures.zip(
                Map.of("plan.docx", article(), "locked.docx", DocumentFixtures.protectedDocx("secret")));
        record(file("letter.pdf", DocumentFixtures.pdfWithAttachment("See the annex", "annex.zip", annex)));
        awaitFound(DANA, shown);

        String place = "/contracts/" + signed.contract + "#incident-";
        assertThat(page(DANA, "q=" + shown)).contains("1 passage found", "plan.docx in annex.zip in letter.pdf", place);
        JsonNode hit = found(DANA, shown).at("/hits/0");
        assertThat(hit.at("/documentTitle").asString()).isEqualTo("plan.docx in annex.zip in letter.pdf");
        assertThat(hit.at("/documentType").asString()).isEqualTo("WORD");
        assertThat(hit.at("/incident/file").asInt()).isOne();
        assertThat(total("erin.walsh", shown)).isZero();
        assertThat(signed.hands.casePage(DANA))
                .contains("Search also finds what stands inside it in “annex.zip”, “plan.docx” in “annex.zip”.")
                .contains(
                        "Inside it, “locked.docx” in “annex.zip”: Search does not find its text, which could not be read:"
                                + " it is protected by a password or encrypted.");
        JsonNode inside = json.readTree(get(DANA, "/api/contracts/" + signed.contract + "/incidents")
                        .getResponse()
                        .getContentAsString())
                .at("/0/evidence/0/inside");
        assertThat(inside.findValuesAsString("text")).containsExactly("READ", "LOCKED", "READ");
        assertThat(inside.at("/1/place/0").asString()).isEqualTo("locked.docx");
        assertThat(inside.at("/1/notFound").asString()).contains("protected by a password");
    }

    @Test
    void documents_findings_and_the_decision_know_nothing_of_evidence() throws Exception {
        String set = documents.documentSetHash(signed.contract);
        List<String> before = standing();

        record(file("article.docx", article()));
        awaitFound(DANA, shown);

        assertThat(documents.documentSetHash(signed.contract)).isEqualTo(set);
        assertThat(documents.currentWithFilesInside(signed.contract)).hasSize(1);
        assertThat(standing()).isEqualTo(before);
    }

    /** What H7 and H8 hold of the contract: its state, its documents and sets, its decision, and what was found in its clauses. */
    private List<String> standing() {
        return List.of(
                one("select state || coalesce(outcome, '') from contract.contract where id = :id"),
                one(
                        "select string_agg(sha256 || status || clause_count, ',' order by id) from document.document_version"
                                + " where contract_id = :id"),
                one("select count(*)::text from document.document_set where contract_id = :id"),
                one("select string_agg(d::text, ',' order by d.id) from review.decision d join review.review r"
                        + " on r.id = d.review_id where r.contract_id = :id"),
                one("select count(*)::text from finding.finding where contract_id = :id"));
    }

    private String one(String sql) {
        return database.sql(sql)
                .param("id", signed.contract.value())
                .query(String.class)
                .single();
    }

    private byte[] article() {
        return DocumentFixtures.docx("Field offices held families.", "The centre " + shown + " was used at night.");
    }

    private void record(MockMultipartFile... files) {
        var request =
                mvc.post().uri("/contracts/" + signed.contract + "/incidents").multipart();
        for (MockMultipartFile file : files) {
            request = request.file(file);
        }
        assertThat(request.param("kind", "PRESS")
                        .param("happened-on", LocalDate.now(ZoneOffset.UTC).toString())
                        .param("source", "A newspaper")
                        .param("reliability", "B")
                        .param("account", "Families were traced by " + told)
                        .with(People.signedInAs(MONA))
                        .with(csrf())
                        .exchange())
                .hasStatus3xxRedirection();
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("files", name, MediaType.APPLICATION_OCTET_STREAM_VALUE, bytes);
    }

    private void awaitFound(String person, String word) {
        await().atMost(SOON).untilAsserted(() -> assertThat(total(person, word)).isOne());
    }

    private long total(String person, String query) throws Exception {
        return found(person, query).path("total").asLong();
    }

    private JsonNode found(String person, String query) throws Exception {
        return json.readTree(get(person, "/api/search?q=" + query).getResponse().getContentAsString());
    }

    private String page(String person, String query) throws Exception {
        return signed.hands.page(person, "/search?" + query);
    }

    private MvcTestResult get(String person, String path) {
        return mvc.get().uri(path).with(People.tokenOf(person)).exchange();
    }

    private static String word() {
        return "zq" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 10) + "y";
    }
}
