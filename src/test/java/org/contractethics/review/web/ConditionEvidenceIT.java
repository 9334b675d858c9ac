package org.contractethics.review.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.review.internal.followup.FollowedCondition.Report;
import org.contractethics.review.internal.followup.FollowedConditions;
import org.contractethics.review.internal.followup.Incident.EvidenceFile;
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

/** H10: what shows that a condition is met comes after the signature, and stays beside the report of its owner. */
@IntegrationTest
class ConditionEvidenceIT {

    private static final String OWNER = "paul.nguyen";
    private static final byte[] AUDIT = "The feature is off in all offices.".getBytes(UTF_8);

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final FollowedConditions conditions;
    private final JdbcClient database;
    private SignedContract signed;

    @Autowired
    @SuppressWarnings("NullAway") // signed before each test
    ConditionEvidenceIT(MockMvcTester mvc, BegunReviews begun, FollowedConditions conditions, JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.conditions = conditions;
        this.database = database;
    }

    @BeforeEach
    void sign() throws Exception {
        signed = begun.signed(mvc, OWNER, true);
    }

    @Test
    void files_come_with_a_report_are_in_the_record_and_read_by_the_monitor_and_by_no_stranger() throws Exception {
        assertThat(report(OWNER, file("audit.txt", AUDIT), file("blob.bin", new byte[] {0, 1, 2})))
                .hasStatus3xxRedirection();

        assertThat(onlyReport().files()).extracting(EvidenceFile::fileName).containsExactly("audit.txt", "blob.bin");
        String files = signed.conditionPath() + "/reports/1/files/";
        assertThat(signed.hands.page("mona.keller", signed.conditionPath()))
                .contains("audit.txt, safe copy", files + "1", files + "1/original", "blob.bin, original only");
        assertThat(entry()).contains(Sha256.hex(AUDIT));
        MvcTestResult copy = signed.hands.get("mona.keller", files + 1);
        assertThat(copy).hasStatusOk().bodyText().contains("The feature is off");
        assertThat(copy).headers().hasValue("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(copy.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment")
                .contains("audit-copy.txt");
        MvcTestResult original = signed.hands.get("mona.keller", files + "1/original");
        assertThat(original.getResponse().getContentAsByteArray()).isEqualTo(AUDIT);
        for (String missing : List.of(files + 2, files + 3, signed.conditionPath() + "/reports/2/files/1")) {
            assertThat(signed.hands.get("mona.keller", missing)).as(missing).hasStatus(HttpStatus.NOT_FOUND);
        }
        for (String kind : List.of("1", "1/original")) {
            assertThat(signed.hands.get("erin.walsh", files + kind)).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void nothing_is_kept_of_what_is_refused() {
        assertThat(report(OWNER, file("empty.txt", new byte[0])))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The file empty.txt is empty (0 bytes).", "Choose the files again: empty.txt.");
        assertThat(report(OWNER, file("large.txt", new byte[25 * 1024 * 1024 + 1])))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("25 MB together");
        assertThat(report("mona.keller", file("audit.txt", AUDIT))).hasStatus(HttpStatus.CONFLICT);

        assertThat(conditions.get(signed.condition).reports()).isEmpty();
    }

    @Test
    void programs_send_files_in_parts() {
        MvcTestResult sent = mvc.post()
                .uri("/api" + signed.conditionPath() + "/reports")
                .multipart()
                .file(new MockMultipartFile(
                        "report",
                        "",
                        MediaType.APPLICATION_JSON_VALUE,
                        "{\"evidence\": \"The audit shows it.\"}".getBytes(UTF_8)))
                .file(new MockMultipartFile("evidence", "audit.txt", MediaType.TEXT_PLAIN_VALUE, AUDIT))
                .with(People.tokenOf(OWNER))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange();

        assertThat(sent)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.reports[0].files[0].sha256")
                .isEqualTo(Sha256.hex(AUDIT));
        for (String kind : List.of("1", "1/original")) {
            assertThat(mvc.get()
                            .uri("/api" + signed.conditionPath() + "/reports/1/files/" + kind)
                            .with(People.tokenOf("mona.keller"))
                            .exchange())
                    .hasStatusOk();
        }
    }

    @Test
    void the_tables_take_no_other_bytes_and_no_file_of_later() {
        assertThat(report(OWNER, file("audit.txt", AUDIT))).hasStatus3xxRedirection();
        UUID report = onlyReport().id();

        assertThatThrownBy(() -> add(report, 2, "encode(sha256('x'::bytea), 'hex')"))
                .hasMessageContaining("takes no further file");
        assertThatThrownBy(() -> add(report, 1, "'00'")).hasMessageContaining("violates check constraint");
        for (String change : List.of(
                "delete from review.condition_file",
                "update review.condition_file set file_name = 'x'",
                "truncate review.condition_file")) {
            assertThatThrownBy(() -> database.sql(change).update()).hasStackTraceContaining("permission denied");
        }
    }

    private Report onlyReport() {
        return conditions.get(signed.condition).reports().get(0);
    }

    private MvcTestResult report(String person, MockMultipartFile... files) {
        var request = mvc.post().uri(signed.conditionPath() + "/report").multipart();
        for (MockMultipartFile file : files) {
            request = request.file(file);
        }
        return request.param("evidence", "The audit shows it.")
                .with(People.signedInAs(person))
                .with(csrf())
                .exchange();
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("files", name, MediaType.APPLICATION_OCTET_STREAM_VALUE, bytes);
    }

    private String entry() {
        return database.sql(
                        "select encode(body, 'escape') from record.entry where contract = :id and kind = 'condition-reported'")
                .param("id", signed.contract.value())
                .query(String.class)
                .single();
    }

    private void add(UUID report, int number, String sha256) {
        database.sql(
                        "insert into review.condition_file (report_id, number, file_name, sha256, original, outcome, extension)"
                                + " values (:id, :number, 'x', " + sha256 + ", 'x'::bytea, 'NOT_REBUILT', '')")
                .param("id", report)
                .param("number", number)
                .update();
    }
}
