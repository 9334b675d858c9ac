package org.contractethics.record.internal.watch;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells auditors, the board committee and leadership when something becomes wrong with the record, and when it is mended. */
@Component
class RaisingAlarms implements Alarms {

    private static final Set<Role> READERS = Set.of(Role.AUDITOR, Role.BOARD_COMMITTEE);
    private static final long LOCK = 6_100_002;
    private static final int LONGEST_TITLE = 300;
    private static final String WHAT_TO_DO =
            "Have it looked into at once; whoever runs the application finds in the operations manual of the record what each"
                    + " sentence asks for. It is told once, and again when it is mended.";
    private static final String NOTHING_TO_DO = "What was told before is no longer found.";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate own;
    private final Clock clock;

    RaisingAlarms(
            JdbcClient jdbc, ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        // whoever verifies may only read, and what they do may be undone: people are told all the same
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Override
    public void standing(Alarm alarm, @Nullable Long entry, @Nullable String problem) {
        Instant now = clock.instant();
        own.executeWithoutResult(status -> {
            Standing before = locked(alarm, now);
            Standing standing = before.seeing(alarm.key(entry, problem), now);
            boolean news = standing.isNews(alarm.patience(), now);
            Standing after = news ? standing.toldNow() : standing;
            if (!after.equals(before)) {
                keep(alarm, after);
            }
            if (news) {
                tell(alarm, problem);
            }
        });
    }

    /** The page of the record is not for leadership; the one on its proofs is for everybody. */
    private void tell(Alarm alarm, @Nullable String problem) {
        String title = oneLine(alarm.title(problem));
        String text = problem == null ? NOTHING_TO_DO : WHAT_TO_DO;
        events.publishEvent(Notice.toRoles(READERS, title, text, "/audit"));
        events.publishEvent(Notice.toRoles(Set.of(Role.LEADERSHIP), title, text, "/record/proofs"));
    }

    private static String oneLine(String title) {
        String line = title.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE - 1) + "\u2026";
    }

    /** Two nodes that see the same at once tell it once. */
    private Standing locked(Alarm alarm, Instant now) {
        jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")").query(row -> {});
        return jdbc.sql("select told, seen, since from record.alarm where watched = :alarm order by id desc limit 1")
                .param("alarm", alarm.name())
                .query((row, number) -> new Standing(
                        row.getString("told"),
                        row.getString("seen"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional()
                .orElseGet(() -> new Standing(null, null, now));
    }

    /** Rows are only added: the application may change none in this part of the database. */
    private void keep(Alarm alarm, Standing standing) {
        jdbc.sql("insert into record.alarm (watched, told, seen, since) values (:alarm, :told, :seen, :since)")
                .param("alarm", alarm.name())
                .param("told", standing.told(), Types.VARCHAR)
                .param("seen", standing.seen(), Types.VARCHAR)
                .param("since", standing.since().atOffset(ZoneOffset.UTC))
                .update();
    }
}
