package org.contractethics.report.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.contractethics.report.internal.SignedReport.Edition;
import org.contractethics.report.internal.SignedReport.File;
import org.contractethics.report.internal.SignedReport.Kind;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each quarter the chair is told that its report waits to be signed, and leadership and auditors, once it is, where it stands and
 * by which hash the file is known. No mail holds a figure.
 */
@Component
class DeliveringReports implements RecurringWork {

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
        remind();
        signed.undelivered()
                .forEach(report -> transaction.executeWithoutResult(status -> deliver(report, clock.instant())));
    }

    private void remind() {
        Instant now = clock.instant();
        Period last = Period.quarterOf(LocalDate.ofInstant(now, ZoneOffset.UTC)).before();
        if (properties.committeeChair().isEmpty()
                || signed.isBeforeTheRecord(last)
                || signed.of(Kind.BOARD, last).isPresent()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (signed.reminded(last.to(), now)) {
                events.publishEvent(Notice.toPerson(
                        properties.committeeChair(),
                        "The board report, " + last.words() + ", waits for your signature",
                        "The quarter is over. Read the report and sign it.",
                        "/reports/board?period=own&from=" + last.from() + "&to=" + last.to()));
            }
        });
    }

    /** Leadership has an edition of its own, so its hash is another. */
    private void deliver(SignedReport report, Instant now) {
        if (signed.delivered(report.id(), now)) {
            tell(report, Edition.LEADERSHIP, Role.LEADERSHIP);
            tell(report, Edition.FULL, Role.AUDITOR);
        }
    }

    private void tell(SignedReport report, Edition edition, Role role) {
        String hash = report.files().stream()
                .filter(file -> file.edition() == edition && file.ending().equals("pdf"))
                .map(File::sha256)
                .findFirst()
                .orElseThrow();
        events.publishEvent(Notice.toRoles(
                Set.of(role),
                report.title() + ", was signed. SHA-256 of the PDF: " + hash,
                "It is kept as it was signed and cannot be changed.",
                "/reports/signed/" + report.id()));
    }
}
