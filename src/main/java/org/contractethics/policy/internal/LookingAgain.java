package org.contractethics.policy.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * S0: the policy is looked at at least every 24 months (CSDDD 7); the board committee is reminded of it in time, and each month
 * once it is overdue.
 */
@Component
class LookingAgain implements RecurringWork {

    private final PolicyVersions versions;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LookingAgain(
            PolicyVersions versions,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.versions = versions;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        versions.inForce(today)
                .map(versions::get)
                .filter(version -> PolicyReview.reminding(version, today) > 0)
                .ifPresent(version -> transaction.executeWithoutResult(
                        status -> remind(version, PolicyReview.reminding(version, today), now)));
    }

    /** Where another node was faster, or it was done before, nobody is told again. */
    private void remind(RecordedVersion version, int month, Instant now) {
        int reminded = jdbc.sql(
                        """
                        insert into policy.review_reminder (number, month, reminded_at) values (:number, :month, :now)
                        on conflict do nothing
                        """)
                .param("number", version.number())
                .param("month", month)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (reminded == 1) {
            events.publishEvent(Notice.toRoles(
                    Set.of(Role.BOARD_COMMITTEE),
                    title(version, month),
                    "Version " + version.number() + " of the rules is in force since "
                            + Times.words(version.effectiveOn())
                            + ". The policy is reviewed at least every 24 months; have a new version proposed"
                            + (month < PolicyReview.MONTHS
                                    ? " in time."
                                    : ". This is told again each month until one is in force."),
                    "/rules/versions/" + version.number()));
        }
    }

    private static String title(RecordedVersion version, int month) {
        String due = Times.words(PolicyReview.due(version));
        return month < PolicyReview.MONTHS
                ? "Look at the policy again by " + due
                : "The review of the policy is overdue since " + due;
    }
}
