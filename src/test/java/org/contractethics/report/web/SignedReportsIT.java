package org.contractethics.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.concern.TableOwner;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.report.internal.Period;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The reports of a period: read, signed once by the chair, kept, and told to those they are for. */
@IntegrationTest
class SignedReportsIT {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
    private final Period last = Period.quarterOf(LocalDate.now(ZoneOffset.UTC)).before();

    private final MockMvcTester pages;
    private final RecordReader record;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final List<RecurringWork> recurring;

    @Autowired
    SignedReportsIT(
            MockMvcTester pages,
            RecordReader record,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            List<RecurringWork> recurring) {
        this.pages = pages;
        this.record = record;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.recurring = recurring;
    }

    @Test
    void the_chair_signs_a_quarter_once_and_nobody_can_change_what_was_signed() throws Exception {
        String address = "/reports/board?period=own&from=" + last.from() + "&to=" + last.to();
        somethingHappens();
        String seen = seen(address);
        assertThat(sign("ines.duarte", last, seen)).hasStatus(403).bodyText().contains("signed by the chair");
        assertThat(sign("lena.hoffman", last, seen)).hasStatus(403);
        assertThat(sign("george.tan", Period.quarterOf(LocalDate.now(ZoneOffset.UTC)), seen))
                .hasStatus(409)
                .bodyText()
                .contains("not over yet");
        assertThat(sign("george.tan", new Period(last.from(), last.from()), seen))
                .hasStatus(422);
        assertThat(sign("george.tan", last, "0".repeat(64)))
                .hasStatus(409)
                .bodyText()
                .contains("have changed since");
        somethingHappens();
        assertThat(sign("george.tan", last, seen)).hasStatus(409).bodyText().contains("have changed since");

        MvcTestResult signed = sign("george.tan", last, seen(address));

        String page = String.valueOf(signed.getResponse().getRedirectedUrl());
        assertThat(page).startsWith("/reports/signed/");
        assertThat(sign("george.tan", last, seen)).hasStatus(409).bodyText().contains("signed already");
        UUID id = UUID.fromString(page.substring(page.lastIndexOf('/') + 1));
        filesAreKept(page, id);
        noSqlChanges(id);
        whatTheOwnerSwapsIsNotHandedOut(page, id);
        leadershipAndAuditorsAreTold(id);
    }

    @Test
    void a_period_from_before_the_record_is_refused_by_the_server_and_by_the_database() {
        somethingHappens();
        Period before = Period.quarterOf(LocalDate.of(1969, 10, 1));
        String address = "/reports/board?period=own&from=" + before.from() + "&to=" + before.to();
        assertThat(get("george.tan", address).getResponse().getContentAsByteArray())
                .asString(java.nio.charset.StandardCharsets.UTF_8)
                .doesNotContain("name=\"seen\"");

        assertThat(sign("george.tan", before, "0".repeat(64)))
                .hasStatus(409)
                .bodyText()
                .contains("over before the record begins");
        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into report.signed_report values (gen_random_uuid(), 'BOARD', ?, ?, 0,
                                    repeat('0', 64), 'george.tan', now())""")
                        .params(before.from(), before.to())
                        .update())
                .rootCause()
                .hasMessageContaining("the record begins on");
    }

    private void filesAreKept(String page, UUID id) throws Exception {
        RecordEntry entry = record.newest(EntryFilter.ofKind("report-signed"), Long.MAX_VALUE, 1)
                .get(0);
        assertThat(entry.facts()).containsEntry("reportId", id.toString()).containsKey("rootHash");
        for (String ending : List.of("docx", "pdf", "csv")) {
            byte[] first = bytes("august.lund", page + "/report." + ending);
            assertThat(bytes("august.lund", page + "/report." + ending)).isEqualTo(first);
            assertThat(entry.body()).contains(Sha256.hex(first));
            byte[] leaders = bytes("lena.hoffman", page + "/report." + ending);
            assertThat(entry.body()).contains(Sha256.hex(leaders));
        }
        assertThat(get("lena.hoffman", page).getResponse().getContentAsString())
                .contains("George Tan", "entry " + entry.index() + " of the record");
        assertThat(get("lena.hoffman", "/reports/signed"))
                .hasStatusOk()
                .bodyText()
                .contains(page);
        for (String other : List.of("erin.walsh", "dana.whitfield", "sofia.marin", "olga.petrova")) {
            assertThat(get(other, page)).hasStatus(403);
            assertThat(get(other, page + "/report.pdf")).hasStatus(403);
        }
        assertThat(get("august.lund", page + "/report.exe")).hasStatus(404);
    }

    /** As the application role, which owns nothing here. */
    private void noSqlChanges(UUID id) {
        for (String sql : List.of(
                "update report.signed_report set root_hash = repeat('0', 64)",
                "delete from report.signed_file",
                "delete from report.signed_report",
                "update report.signed_file set bytes = ''",
                "truncate report.signed_file",
                "alter table report.signed_file disable trigger all",
                "insert into report.signed_file values ('" + id
                        + "', 'FULL', 'csv', 'x', encode(sha256('x'), 'hex')) on conflict (report_id, edition, ending)"
                        + " do update set bytes = excluded.bytes",
                "insert into report.signed_file select report_id, 'LEADERSHIP', 'csv', bytes, sha256 from"
                        + " report.signed_file where ending = 'pdf' limit 1")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update())
                    .as(sql)
                    .rootCause()
                    .hasMessageFindingMatch("permission denied|must be owner|no file is added");
        }
    }

    private void whatTheOwnerSwapsIsNotHandedOut(String page, UUID id) {
        String file = "report_id = '" + id + "' and edition = 'FULL' and ending = 'csv'";
        String before = "decode('" + HexFormat.of().formatHex(bytes("august.lund", page + "/report.csv")) + "', 'hex')";
        swap(file, "'Other figures'::bytea");

        assertThat(get("august.lund", page + "/report.csv"))
                .hasStatus(409)
                .bodyText()
                .contains("not the one that was signed");

        assertThat(record.lastVerification()).get().satisfies(found -> assertThat(found.problem())
                .contains("report.signed_report tells otherwise of the signed report " + id + " (files)"));
        swap(file, before);
        assertThat(get("august.lund", page + "/report.csv")).hasStatusOk();
        assertThat(record.verify("system").problem()).isNull();
    }

    private static void swap(String file, String bytes) {
        TableOwner.executes(
                "alter table report.signed_file disable trigger never_changes; update report.signed_file set"
                        + " bytes = " + bytes + ", sha256 = encode(sha256(" + bytes + "), 'hex') where " + file
                        + "; alter table report.signed_file enable always trigger never_changes");
    }

    private void leadershipAndAuditorsAreTold(UUID id) {
        RecurringWork delivering = recurring.stream()
                .filter(work -> work.getClass().getSimpleName().startsWith("DeliveringReports"))
                .findFirst()
                .orElseThrow();
        delivering.run();
        delivering.run();

        assertThat(jdbc.sql("select count(*) from report.delivery where report_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        String told = jdbc.sql("select string_agg(serialized_event, ' ') from events.event_publication"
                        + " where serialized_event like ?")
                .param("%" + id + "%")
                .query(String.class)
                .optional()
                .orElse("");
        List<String> notices = jdbc.sql("select title from notification.notice where link = ?")
                .param("/reports/signed/" + id)
                .query(String.class)
                .list();
        assertThat(told + notices).contains("SHA-256 of the PDF: ");
    }

    @Test
    void everybody_in_the_company_reads_the_staff_report_and_only_those_above_the_statement() throws Exception {
        int year = last.to().getYear();
        assertThat(get("erin.walsh", "/reports/staff?year=" + year + "&tier=T3"))
                .hasStatusOk()
                .bodyText()
                .contains("Staff report " + year + ", tier T3", "Numbers from 1 to 4 are hidden", "Quarter 1");
        assertThat(get("erin.walsh", "/reports/staff.pdf?year=" + year)).hasStatusOk();
        assertThat(get("erin.walsh", "/reports/staff"))
                .bodyText()
                .contains("href=\"/contracts\"", "href=\"/letters\"", "href=\"/concern-outcomes\"");
        assertThat(get("elena.rossi", "/reports/staff"))
                .hasStatusOk()
                .bodyText()
                .contains("What came of concerns")
                .doesNotContain("href=\"/concern-outcomes\"");
        assertThat(get("erin.walsh", "/reports/staff.csv?year=" + year))
                .hasStatusOk()
                .bodyText()
                .contains("\"Signed without valid decision\",\"In the whole record\",\"Number\",");
        assertThat(bytes("erin.walsh", "/reports/staff.xlsx?year=" + year)).startsWith('P', 'K');
        assertThat(get("erin.walsh", "/reports/statement.csv")).hasStatus(403);
        assertThat(get("lena.hoffman", "/reports/statement.csv?year=" + year)).hasStatusOk();
        assertThat(bytes("lena.hoffman", "/reports/statement.xlsx?year=" + year))
                .startsWith('P', 'K');
        assertThat(get("erin.walsh", "/reports/staff?tier=T9")).hasStatus(422);
        assertThat(get("erin.walsh", "/reports/staff.exe")).hasStatus(404);
        assertThat(get("lena.hoffman", "/reports/statement?year=" + year))
                .hasStatusOk()
                .bodyText()
                .contains("Public statement " + year, "What we cannot see", "Assurance")
                .doesNotContain("Sign the report");
        assertThat(get("lena.hoffman", "/reports/statement.docx?year=" + year)).hasStatusOk();
        assertThat(get("erin.walsh", "/reports/statement")).hasStatus(403);
        assertThat(get("erin.walsh", "/reports/board")).hasStatus(403);
    }

    private void somethingHappens() {
        ContractId contract = new ContractId(UUID.randomUUID());
        Instant day = last.to().atTime(9, 0).toInstant(ZoneOffset.UTC);
        Map<String, Object> facts = new HashMap<>(Map.of("reference", "C-" + contract, "title", "Late", "agency", "X"));
        facts.put("contractId", contract.toString());
        transaction.executeWithoutResult(status -> events.publishEvent(
                new Happened("contract-registered", contract, "dana.whitfield", day, facts).whole()));
    }

    private String seen(String address) throws Exception {
        MvcTestResult page = get("george.tan", address);
        assertThat(page).hasStatusOk();
        Matcher seen = SEEN.matcher(page.getResponse().getContentAsString());
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private MvcTestResult sign(String username, Period period, String seen) {
        return pages.post()
                .uri("/reports/signed")
                .with(People.signedInAs(username))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .param("kind", "BOARD")
                .param("from", period.from().toString())
                .param("to", period.to().toString())
                .param("seen", seen)
                .param("read", "yes")
                .exchange();
    }

    private byte[] bytes(String username, String path) {
        MvcTestResult answer = get(username, path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private MvcTestResult get(String username, String path) {
        return pages.get()
                .uri(java.net.URI.create(path))
                .with(People.signedInAs(username))
                .exchange();
    }
}
