package org.contractethics.report.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.contractethics.report.internal.SignedReport.Edition;
import org.contractethics.report.internal.SignedReport.File;
import org.contractethics.report.internal.SignedReport.Kind;
import org.contractethics.report.internal.SignedReports.Announced;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once a period is over, the chair is told that its report waits to be signed, and its readers that they can read it; once it is
 * signed, the readers are told where it stands and by which hash their file is known. No mail holds a figure.
 */
@Component
class DeliveringReports implements RecurringWork {

    private static final Set<Role> READERS = Set.of(Role.LEADERSHIP, Role.BOARD_COMMITTEE, Role.AUDITOR);

    private final SignedReports signed;
    private final ReportProperties properties;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeliveringReports(
            SignedReports signed,
            ReportProperties properties,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.signed = signed;
        this.properties = properties;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Period quarter = Period.quarterOf(today).before();
        if (unsigned(Kind.BOARD, quarter)) {
            remind(quarter, now);
            tellReadable(quarter, now);
        }
        Period year = Period.year(today.getYear() - 1);
        if (unsigned(Kind.STATEMENT, year)) {
            remindOfStatement(year, now);
        }
        signed.undelivered()
                .forEach(report -> transaction.executeWithoutResult(status -> deliver(report, clock.instant())));
    }

    private boolean unsigned(Kind kind, Period period) {
        return !signed.isBeforeTheRecord(period) && signed.of(kind, period).isEmpty();
    }

    private void remind(Period quarter, Instant now) {
        if (properties.committeeChair().isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (signed.reminded(quarter.to(), now)) {
                events.publishEvent(Notice.toPerson(
                        properties.committeeChair(),
                        "The board report, " + quarter.words() + ", waits for your signature",
                        "The quarter is over. Read the report and sign it.",
                        board(quarter)));
            }
        });
    }

    /** A chair who does not sign keeps nobody from reading. */
    private void tellReadable(Period quarter, Instant now) {
        transaction.executeWithoutResult(status -> {
            if (signed.announced(Announced.QUARTER_READABLE, quarter.to(), now)) {
                Notice notice = Notice.toRoles(
                        READERS,
                        "The board report, " + quarter.words() + ", can be read",
                        "The quarter is over. The report is not signed yet; you are told when it is.",
                        board(quarter));
                events.publishEvent(
                        properties.committeeChair().isEmpty()
                                ? notice
                                : notice.exceptFor(Set.of(properties.committeeChair())));
            }
        });
    }

    private void remindOfStatement(Period year, Instant now) {
        if (properties.committeeChair().isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (signed.announced(Announced.STATEMENT_DUE, year.to(), now)) {
                events.publishEvent(Notice.toPerson(
                        properties.committeeChair(),
                        "The public statement " + year.from().getYear() + " is due and waits for your signature",
                        "The year is over. Read the statement and sign it, so that it can be published.",
                        "/reports/statement?year=" + year.from().getYear()));
            }
        });
    }

    private static String board(Period quarter) {
        return "/reports/board?period=own&from=" + quarter.from() + "&to=" + quarter.to();
    }

    /** Leadership has an edition of its own, so its hash is another. */
    private void deliver(SignedReport report, Instant now) {
        if (signed.delivered(report.id(), now)) {
            tell(report, Edition.LEADERSHIP, Set.of(Role.LEADERSHIP));
            tell(report, Edition.FULL, Set.of(Role.BOARD_COMMITTEE, Role.AUDITOR));
        }
    }

    private void tell(SignedReport report, Edition edition, Set<Role> roles) {
        String hash = report.files().stream()
                .filter(file -> file.edition() == edition && file.ending().equals("pdf"))
                .map(File::sha256)
                .findFirst()
                .orElseThrow();
        events.publishEvent(Notice.toRoles(
                roles,
                report.title() + ", was signed. SHA-256 of the PDF: " + hash,
                "It is kept as it was signed and cannot be changed.",
                "/reports/signed/" + report.id()));
    }
}
