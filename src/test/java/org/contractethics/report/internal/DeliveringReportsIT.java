package org.contractethics.report.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.record.TreeHead;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.report.internal.SignedReport.Edition;
import org.contractethics.report.internal.SignedReport.File;
import org.contractethics.report.internal.SignedReport.Kind;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.contractethics.shared.Sha256;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told what of a report, and that each is told once. What it writes is taken back. */
@IntegrationTest
class DeliveringReportsIT {

    private static final Instant JANUARY = Instant.parse("2031-01-02T06:00:00Z");
    private static final Period QUARTER = Period.quarterOf(LocalDate.of(2030, 12, 31));

    private final List<Notice> told = new ArrayList<>();
    private final SignedReports signed;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    @Autowired
    DeliveringReportsIT(
            SignedReports signed,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.signed = signed;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void in_january_the_chair_is_reminded_of_the_yearly_statement_once() {
        takenBack(() -> {
            run("george.tan", JANUARY);
            run("george.tan", JANUARY.plusSeconds(86_400));

            assertThat(links("/reports/statement?year=2030"))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.usernames()).containsExactly("george.tan"));
        });
    }

    @Test
    void a_signed_statement_is_not_reminded_of() {
        takenBack(() -> {
            sign(Kind.STATEMENT, Period.year(2030));

            run("george.tan", JANUARY);

            assertThat(links("/reports/statement?year=2030")).isEmpty();
        });
    }

    @Test
    void readers_are_told_once_that_a_quarter_can_be_read_although_nobody_signs() {
        takenBack(() -> {
            run("", JANUARY);
            run("", JANUARY.plusSeconds(86_400));

            assertThat(links("/reports/board?period=own&from=2030-10-01&to=2030-12-31"))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.roles())
                            .containsExactlyInAnyOrder(Role.LEADERSHIP, Role.BOARD_COMMITTEE, Role.AUDITOR));
        });
    }

    @Test
    void the_chair_gets_the_reminder_and_not_the_readers_notice_as_well() {
        takenBack(() -> {
            run("george.tan", JANUARY);

            assertThat(links("/reports/board?period=own&from=2030-10-01&to=2030-12-31"))
                    .filteredOn(notice -> notice.isFor("george.tan"))
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.usernames()).containsExactly("george.tan"));
        });
    }

    @Test
    void the_board_committee_is_told_of_a_signed_report_with_the_hash_of_its_own_edition() {
        takenBack(() -> {
            UUID report = sign(Kind.BOARD, QUARTER);

            run("george.tan", JANUARY);
            run("george.tan", JANUARY);

            assertThat(links("/reports/signed/" + report))
                    .extracting(Notice::roles)
                    .containsExactlyInAnyOrder(Set.of(Role.LEADERSHIP), Set.of(Role.BOARD_COMMITTEE, Role.AUDITOR));
            assertThat(links("/reports/signed/" + report))
                    .filteredOn(notice -> notice.roles().contains(Role.BOARD_COMMITTEE))
                    .extracting(Notice::title)
                    .allMatch(title -> title.endsWith(Sha256.hex(bytes(Edition.FULL))));
            assertThat(links("/reports/board?period=own&from=2030-10-01&to=2030-12-31"))
                    .isEmpty();
        });
    }

    @Test
    void what_was_announced_is_neither_changed_nor_removed() {
        for (String sql : List.of(
                "update report.announcement set told_at = now()",
                "delete from report.announcement",
                "truncate report.announcement")) {
            assertThatThrownBy(() -> jdbc.sql(sql).update()).as(sql).hasStackTraceContaining("permission denied");
        }
        for (String values : List.of("'OTHER', '2020-01-01'", "'STATEMENT_DUE', '2999-12-31'")) {
            assertThatThrownBy(() -> jdbc.sql("insert into report.announcement values (" + values + ", now())")
                            .update())
                    .as(values)
                    .hasStackTraceContaining("violates check constraint");
        }
    }

    private void run(String chair, Instant now) {
        new DeliveringReports(
                        signed,
                        new ReportProperties(chair),
                        event -> told.add((Notice) event),
                        transaction,
                        Clock.fixed(now, ZoneOffset.UTC))
                .run();
    }

    private List<Notice> links(String link) {
        return told.stream().filter(notice -> notice.link().equals(link)).toList();
    }

    private void takenBack(Runnable test) {
        transaction.executeWithoutResult(status -> events.publishEvent(new Happened(
                        "contract-registered",
                        new ContractId(UUID.randomUUID()),
                        "dana.whitfield",
                        Instant.now(),
                        Map.of("reference", "C-told"))
                .whole()));
        transaction.executeWithoutResult(status -> {
            test.run();
            status.setRollbackOnly();
        });
    }

    private UUID sign(Kind kind, Period period) {
        List<File> files = List.of(Edition.values()).stream()
                .map(edition -> new File(edition, "pdf", Sha256.hex(bytes(edition))))
                .toList();
        SignedReport report = new SignedReport(
                UUID.randomUUID(), kind, period, new TreeHead(1, "0".repeat(64)), "george.tan", JANUARY, files);
        assertThat(signed.add(report)).isTrue();
        files.forEach(file -> signed.add(report.id(), file, bytes(file.edition())));
        return report.id();
    }

    private static byte[] bytes(Edition edition) {
        return edition.name().getBytes(StandardCharsets.UTF_8);
    }
}
