package org.contractethics.review.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.review.internal.followup.Incident;
import org.contractethics.review.internal.followup.Incidents;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** S11: an incident names the rights it concerns and brings the files that show it; both stay with it wherever it is read. */
@IntegrationTest
class IncidentEvidenceIT {

    private static final String MONA = "mona.keller";
    private static final byte[] ARTICLE = "Field offices traced families.".getBytes(UTF_8);

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final Incidents incidents;
    private final JdbcClient database;
    private SignedContract signed;
    private String path = "";

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    IncidentEvidenceIT(MockMvcTester mvc, BegunReviews begun, Incidents incidents, JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.incidents = incidents;
        this.database = database;
    }

    @BeforeEach
    void sign() throws Exception {
        signed = begun.signed(mvc, "paul.nguyen", true);
        path = "/contracts/" + signed.contract + "/incidents";
    }

    @Test
    void rights_and_files_are_kept_and_read_on_the_page_in_the_record_and_beside_the_work() throws Exception {
        assertThat(send(
                        Map.of("rights", "r05, R12"),
                        file("../news/article.txt", ARTICLE),
                        file("blob.bin", new byte[] {0, 1, 2})))
                .hasStatus3xxRedirection();

        Incident incident = incidents.of(signed.contract).get(0);
        assertThat(incident.rights()).containsExactly("R05", "R12");
        assertThat(incident.evidence())
                .extracting(Incident.EvidenceFile::fileName)
                .containsExactly("article.txt", "blob.bin");
        String file = path + "/" + incident.id() + "/files/1";
        assertThat(signed.hands.casePage("dana.whitfield"))
                .contains("R05 ", "R12 ", "article.txt", file, file + "/original");
        UUID reReview = database.sql("select id from review.re_review where contract_id = :id")
                .param("id", signed.contract.value())
                .query(UUID.class)
                .single();
        assertThat(signed.hands.page(MONA, "/re-reviews/" + reReview)).contains("Families were traced", "R05 ", file);
        assertThat(entry()).contains("\"rights\":[\"R05\",\"R12\"]", Sha256.hex(ARTICLE));
    }

    @Test
    void readers_save_the_rebuilt_copy_or_the_original_and_strangers_neither() throws Exception {
        assertThat(send(Map.of(), file("article.txt", ARTICLE), file("blob.bin", new byte[] {0, 1, 2})))
                .hasStatus3xxRedirection();
        String files = path + "/" + incidents.of(signed.contract).get(0).id() + "/files/";

        MvcTestResult copy = signed.hands.get("dana.whitfield", files + 1);
        assertThat(copy).hasStatusOk().bodyText().contains("Field offices traced families.");
        assertThat(copy).headers().hasValue("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(copy.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment")
                .contains("article-copy.txt");
        assertThat(signed.hands
                        .get("dana.whitfield", files + "1/original")
                        .getResponse()
                        .getContentAsByteArray())
                .isEqualTo(ARTICLE);
        assertThat(signed.hands.get("dana.whitfield", files + 2)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(signed.hands.get("dana.whitfield", files + "2/original")).hasStatusOk();
        for (String missing : List.of(files + 3, files + "3/original", path + "/" + UUID.randomUUID() + "/files/1")) {
            assertThat(signed.hands.get("dana.whitfield", missing)).hasStatus(HttpStatus.NOT_FOUND);
        }
        for (String stranger : List.of("erin.walsh", "lena.hoffman")) {
            assertThat(signed.hands.get(stranger, files + 1)).as(stranger).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(signed.hands.get(stranger, files + "1/original"))
                    .as(stranger)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void what_cannot_be_taken_in_is_refused_with_a_sentence_and_what_was_typed_stays() {
        assertThat(send(Map.of("rights", "R05, R99"), file("empty.txt", new byte[0])))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "The catalogue of rights has no R99.",
                        "The file empty.txt is empty (0 bytes).",
                        "Choose the files again: empty.txt.",
                        "R05, R99",
                        "Families were traced");
        MockMultipartFile[] many = new MockMultipartFile[11];
        for (int i = 0; i < many.length; i++) {
            many[i] = file(i + ".txt", ARTICLE);
        }
        assertThat(send(Map.of(), many))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Attach at most 10 files.");
        assertThat(send(Map.of(), file("large.txt", new byte[25 * 1024 * 1024 + 1])))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("25 MB together");
        assertThat(incidents.of(signed.contract)).isEmpty();
    }

    @Test
    void the_tables_take_no_right_of_no_form_no_other_bytes_and_no_file_of_later() {
        assertThat(send(Map.of("rights", "R05"), file("article.txt", ARTICLE))).hasStatus3xxRedirection();
        UUID incident = incidents.of(signed.contract).get(0).id();

        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.incident (id, contract_id, kind, happened_on, source, reliability, account,
                                    rights, recorded_by, recorded_at)
                                values (gen_random_uuid(), :contract, 'PRESS', current_date, 'Paper', 'B', 'News',
                                    array['privacy'], 'mona.keller', now())
                                """)
                        .param("contract", signed.contract.value())
                        .update())
                .hasMessageContaining("incident_rights_check");
        assertThatThrownBy(() -> add(incident, 2, "encode(sha256('x'::bytea), 'hex')"))
                .hasMessageContaining("takes no further file");
        assertThatThrownBy(() -> add(incident, 1, "'00'")).hasMessageContaining("violates check constraint");
        for (String change :
                List.of("delete from review.incident_file", "update review.incident_file set file_name = 'x'")) {
            assertThatThrownBy(() -> database.sql(change + " where incident_id = :id")
                            .param("id", incident)
                            .update())
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void programs_name_rights_and_send_files_in_parts() {
        assertThat(
                        byApi(
                                """
                {"kind": "PRESS", "happenedOn": "2026-01-05", "source": "A paper", "reliability": "B",
                 "account": "Families were traced", "rights": ["R05"]}
                """))
                .hasStatus(HttpStatus.CREATED)
                .bodyJson()
                .extractingPath("$.evidence[0].sha256")
                .isEqualTo(Sha256.hex(ARTICLE));
        assertThat(
                        byApi(
                                """
                {"kind": "PRESS", "happenedOn": "2026-01-05", "source": "A paper", "reliability": "B",
                 "account": "Families were traced", "rights": ["R99"]}
                """))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.fields[0].field")
                .isEqualTo("rights");
        Incident incident = incidents.of(signed.contract).get(0);
        assertThat(incident.rights()).containsExactly("R05");
        assertThat(mvc.get()
                        .uri("/api" + path + "/" + incident.id() + "/files/1/original")
                        .with(People.tokenOf(MONA))
                        .exchange())
                .hasStatusOk();
    }

    private MvcTestResult byApi(String incident) {
        return mvc.post()
                .uri("/api" + path)
                .multipart()
                .file(new MockMultipartFile("incident", "", MediaType.APPLICATION_JSON_VALUE, incident.getBytes(UTF_8)))
                .file(new MockMultipartFile("evidence", "article.txt", MediaType.TEXT_PLAIN_VALUE, ARTICLE))
                .with(People.tokenOf(MONA))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange();
    }

    private MvcTestResult send(Map<String, String> further, MockMultipartFile... files) {
        var request = mvc.post().uri(path).multipart();
        for (MockMultipartFile file : files) {
            request = request.file(file);
        }
        Map<String, String> fields = new HashMap<>(Map.of(
                "kind", "PRESS",
                "happened-on", LocalDate.now(ZoneOffset.UTC).toString(),
                "source", "A newspaper",
                "reliability", "B",
                "account", "Families were traced"));
        fields.putAll(further);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.with(People.signedInAs(MONA)).with(csrf()).exchange();
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("files", name, MediaType.APPLICATION_OCTET_STREAM_VALUE, bytes);
    }

    private String entry() {
        return database.sql(
                        "select encode(body, 'escape') from record.entry where contract = :id and kind = 'incident-recorded'")
                .param("id", signed.contract.value())
                .query(String.class)
                .single();
    }

    private void add(UUID incident, int number, String sha256) {
        database.sql(
                        "insert into review.incident_file (incident_id, number, file_name, sha256, original, outcome, extension)"
                                + " values (:id, :number, 'x', " + sha256 + ", 'x'::bytea, 'NOT_REBUILT', '')")
                .param("id", incident)
                .param("number", number)
                .update();
    }
}
