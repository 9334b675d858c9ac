package org.contractethics.record.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.TableOwner;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** R31, R32: who was shown what is written before it is shown, and where it cannot be written nothing is shown. */
@IntegrationTest
class AccessTrailIT {

    private final MockMvcTester mvc;
    private final ConcernHands hands;
    private final RegisteringContracts registering;
    private final JdbcClient jdbc;
    private final FixingAccess fixing;
    private final RecordReader record;

    private final String title = "Trail " + UUID.randomUUID();
    private ContractId contract = new ContractId(UUID.randomUUID());
    private String page = "";
    private long before;

    @Autowired
    AccessTrailIT(
            MockMvcTester mvc,
            RegisteringContracts registering,
            JdbcClient jdbc,
            FixingAccess fixing,
            RecordReader record) {
        this.mvc = mvc;
        this.hands = new ConcernHands(mvc);
        this.registering = registering;
        this.jdbc = jdbc;
        this.fixing = fixing;
        this.record = record;
    }

    @BeforeEach
    void aContract() {
        contract = registering
                .register(RegisteredContracts.aDraft(title), "FORM", RegisteredContracts.SOFIA)
                .id();
        page = "/contracts/" + contract;
        before = largest();
    }

    @Test
    void pages_the_api_and_downloads_leave_one_row_each() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        assertThat(hands.get(page + "?tab=free+words", "dana.whitfield"))
                .hasStatusOk()
                .bodyText()
                .contains(title);
        assertThat(api("august.lund", "/api" + page)).hasStatusOk();
        assertThat(hands.get("/audit/export?contract=" + contract, "august.lund"))
                .hasStatusOk();

        List<Map<String, Object>> rows = rows();
        assertThat(rows)
                .extracting(row -> row.get("actor") + " " + row.get("kind") + " " + row.get("method") + " "
                        + row.get("route") + " " + row.get("allowed_by"))
                .containsExactly(
                        "dana.whitfield CASE GET /contracts/{contractId} HR_REVIEWER EMPLOYEE",
                        "august.lund CASE GET /api/contracts/{contractId} AUDITOR EMPLOYEE",
                        "august.lund EXPORT GET /audit/export AUDITOR");
        assertThat(rows)
                .extracting(row -> row.get("contract"))
                .containsExactly(contract.value(), contract.value(), null);
        assertThat(rows.toString()).doesNotContain("free");
        assertThat(moment(rows.get(0))).isBetween(start, Instant.now());
    }

    @Test
    void what_cannot_be_recorded_is_not_shown() {
        String application = jdbc.sql("select current_user").query(String.class).single();
        TableOwner.executes("revoke insert on record.access_entry from " + application);
        try {
            assertThat(hands.get(page, "dana.whitfield"))
                    .hasStatus(503)
                    .bodyText()
                    .contains("This read could not be recorded, so it is not shown.")
                    .doesNotContain(title);
            assertThat(api("august.lund", "/api" + page))
                    .hasStatus(503)
                    .bodyText()
                    .contains("could not be recorded", "\"status\":503")
                    .doesNotContain(title);
            assertThat(hands.get("/audit/export", "august.lund"))
                    .hasStatus(503)
                    .bodyText()
                    .doesNotContain("treeSize");
            assertThat(hands.post(page + "/redaction", "sofia.marin", Map.of()))
                    .hasStatus(503)
                    .bodyText()
                    .doesNotContain(title);
            assertThat(hands.get("/help", "dana.whitfield")).hasStatusOk();
        } finally {
            TableOwner.executes("grant insert on record.access_entry to " + application);
        }
        assertThat(rows()).isEmpty();
        assertThat(hands.get(page, "dana.whitfield")).hasStatusOk();
    }

    @Test
    void a_part_of_an_open_page_is_the_same_read_and_no_header_hides_one() {
        part("/contracts/" + contract + "/documents", "dana.whitfield");
        part("/contracts/" + contract + "/documents", "dana.whitfield");
        part("/contracts/" + contract + "/documents", "helen.okafor");
        hands.get("/notices/count", "dana.whitfield");

        assertThat(rows()).extracting(row -> row.get("actor")).containsExactly("dana.whitfield", "helen.okafor");

        hands.get(page, "dana.whitfield");

        assertThat(rows()).as("a page that is opened again is read again").hasSize(3);

        part("/search/hits.csv?q=x", "dana.whitfield");
        part("/search/hits.csv?q=x", "dana.whitfield");

        assertThat(rows()).as("a download is never a part").hasSize(5);
    }

    @Test
    void a_form_that_is_sent_and_refused_shows_the_case_and_is_a_read() {
        MvcTestResult refused = hands.post(page + "/redaction", "sofia.marin", Map.of());

        assertThat(refused).hasStatus(422).bodyText().contains("Redaction of C-");
        assertThat(rows())
                .extracting(row -> row.get("method") + " " + row.get("route") + " " + row.get("allowed_by"))
                .containsExactly("POST /contracts/{contractId}/redaction SUBMITTER");
    }

    @Test
    void a_refusal_is_told_by_a_second_row() {
        String review = UUID.randomUUID().toString();

        assertThat(hands.get("/reviews/" + review + "/stages/triage", "tariq.osman"))
                .hasStatus(404);

        List<Map<String, Object>> rows = rows();
        assertThat(rows).hasSize(2).allSatisfy(row -> assertThat(row)
                .containsEntry("subject", review)
                .containsEntry("task", "triage")
                .containsEntry("actor", "tariq.osman"));
        assertThat(rows.get(1)).containsEntry("refuses", rows.get(0).get("n"));
        assertThat(hands.get("/contracts/What I typed", "tariq.osman")).hasStatus(404);
        assertThat(rows().toString()).doesNotContain("typed");
    }

    /** An address somebody made up is no outage. */
    @Test
    void a_task_that_none_can_be_called_is_not_kept_and_not_found() {
        for (String task : List.of("1.pdf", "a.b", "\ud83d\ude00", "x".repeat(101))) {
            assertThat(hands.get("/reviews/" + UUID.randomUUID() + "/stages/" + task, "tariq.osman"))
                    .as(task)
                    .hasStatus(404);
        }

        assertThat(rows()).isNotEmpty().allSatisfy(row -> assertThat(row).containsEntry("task", null));
    }

    @Test
    void what_belongs_to_a_case_is_found_under_it() {
        UUID review = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into review.review
                            (id, contract_id, submitter, opened_at, document_set_hash, contract_version, intake)
                        values (:id, :contract, 'sofia.marin', now(), repeat('0', 64), 0, '{}')""")
                .param("id", review)
                .param("contract", contract.value())
                .update();

        hands.get("/reviews/" + review + "/discussion", "dana.whitfield");
        assertThat(rows().get(0)).containsEntry("contract", contract.value()).containsEntry("subject", "" + review);
        for (String thing : List.of("conditions", "exits", "remediations", "re-reviews", "suspensions", "questions")) {
            assertThat(hands.get("/" + thing + "/" + UUID.randomUUID(), "dana.whitfield"))
                    .as(thing)
                    .hasStatus(404);
        }
        hands.get("/reviews/new?contract=" + contract, "sofia.marin");
        assertThat(rows()).last().satisfies(row -> assertThat(row).containsEntry("contract", contract.value()));
    }

    @Test
    void nobody_is_named_who_holds_no_role_in_reviews() {
        assertThat(hands.get(page, "erin.walsh")).hasStatusOk();

        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("actor", "-").containsEntry("kind", "CASE");
            Instant at = moment(row);
            assertThat(at).isEqualTo(at.truncatedTo(ChronoUnit.DAYS));
        });
    }

    @Test
    void a_concern_is_recorded_by_its_id_when_who_handles_it_reads_it_and_never_for_its_filer() {
        String id = UUID.randomUUID().toString();
        ConcernHands.sent(hands.post("/concerns", "dana.whitfield", ConcernHands.form(id, Map.of())));
        assertThat(hands.get("/concerns/new", "dana.whitfield")).hasStatusOk();
        assertThat(hands.get("/concerns/" + id, "dana.whitfield")).hasStatusOk();
        hands.post("/concerns/" + id + "/messages", "dana.whitfield", Map.of("message", " "));
        assertThat(hands.get("/concerns/" + id, "helen.okafor")).hasStatus(404);
        assertThat(rows()).isEmpty();

        assertThat(hands.get("/concerns/" + id, "olga.petrova")).hasStatusOk();

        assertThat(rows()).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("actor", "olga.petrova")
                .containsEntry("kind", "CONCERN")
                .containsEntry("subject", id)
                .containsEntry("contract", null));
    }

    @Test
    void whoever_comes_without_an_account_leaves_nothing() {
        mvc.get().uri("/speak/en").secure(true).exchange();
        mvc.get().uri("/speak/en/file").secure(true).exchange();

        assertThat(largest()).isEqualTo(before);
    }

    @Test
    void the_record_fixes_the_rows_and_the_whole_is_intact() {
        hands.get(page, "dana.whitfield");
        hands.get(page, "helen.okafor");

        fixing.fix();

        RecordEntry entry = record.newest(EntryFilter.ofKind("access-recorded"), Long.MAX_VALUE, 1)
                .get(0);
        assertThat(entry.number("last")).hasValue(largest());
        assertThat(entry.text("rootHash")).get().asString().matches("[0-9a-f]{64}");
        assertThat(record.verify("system").problem()).isNull();
        fixing.fix();
        assertThat(record.newest(EntryFilter.ofKind("access-recorded"), Long.MAX_VALUE, 1)
                        .get(0))
                .as("nothing new, nothing to fix")
                .isEqualTo(entry);
    }

    private MvcTestResult api(String username, String path) {
        return mvc.get().uri(path).with(People.tokenOf(username)).exchange();
    }

    private void part(String path, String username) {
        mvc.get()
                .uri(path)
                .header("HX-Request", "true")
                .with(csrf())
                .with(People.signedInAs(username))
                .exchange();
    }

    private List<Map<String, Object>> rows() {
        return jdbc.sql("select coalesce(p.actor, a.actor) as actor, a.* from record.access_entry a"
                        + " left join record.access_person p using (n) where n > :before order by n")
                .param("before", before)
                .query()
                .listOfRows();
    }

    private static Instant moment(Map<String, Object> row) {
        return ((Timestamp) Objects.requireNonNull(row.get("at"))).toInstant();
    }

    private long largest() {
        return jdbc.sql("select coalesce(max(n), 0) from record.access_entry")
                .query(Long.class)
                .single();
    }
}
