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

/** S0: the policy is looked at at least every 24 months (CSDDD 7); the board committee is reminded of it once, in time. */
@Component
class LookingAgain implements RecurringWork {

    /** The law's, so no setting. */
    private static final int MONTHS = 24;

    private static final int REMINDED_AFTER_MONTHS = 22;

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
                .filter(version ->
                        !version.effectiveOn().plusMonths(REMINDED_AFTER_MONTHS).isAfter(today))
                .ifPresent(version -> transaction.executeWithoutResult(status -> remind(version, now)));
    }

    /** Where another node was faster, or it was done before, nobody is told again. */
    private void remind(RecordedVersion version, Instant now) {
        int reminded = jdbc.sql(
                        """
                        insert into policy.review_reminder (number, reminded_at) values (:number, :now)
                        on conflict do nothing
                        """)
                .param("number", version.number())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (reminded == 1) {
            events.publishEvent(Notice.toRoles(
                    Set.of(Role.BOARD_COMMITTEE),
                    "Look at the policy again by "
                            + Times.words(version.effectiveOn().plusMonths(MONTHS)),
                    "Version " + version.number() + " of the rules is in force since "
                            + Times.words(version.effectiveOn())
                            + ". The policy is reviewed at least every 24 months; have a new version proposed in time.",
                    "/rules/versions/" + version.number()));
        }
    }
}
