package org.contractethics.record.internal.watch;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.record.verification.Found;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells auditors, the board committee and leadership when something becomes wrong with the record, each day while it stands, and when it is mended. */
@Component
class RaisingAlarms implements Alarms {

    private static final Set<Role> READERS = Set.of(Role.AUDITOR, Role.BOARD_COMMITTEE);
    private static final long LOCK = 6_100_002;
    private static final int LONGEST_TITLE = 300;
    private static final String WHAT_TO_DO =
            "Have it looked into at once; whoever runs the application finds in the operations manual of the record what each"
                    + " sentence asks for. It is told again each day while it stands, and once when it is mended.";
    private static final String NOTHING_TO_DO = "What was told before is no longer found.";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate own;
    private final Clock clock;
    private final ToldHere here = new ToldHere();

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
    public void standing(Alarm alarm, List<Found> found) {
        Instant now = clock.instant();
        Map<String, Found> faults = new LinkedHashMap<>();
        found.forEach(one -> faults.putIfAbsent(one.source(), one));
        own.executeWithoutResult(status -> {
            Map<String, Standing> before = locked(alarm);
            faults.forEach((source, one) -> wrong(alarm, one, standing(before, source, now), now));
            long mended = before.entrySet().stream()
                    .filter(one -> !faults.containsKey(one.getKey()))
                    .filter(one -> isMended(alarm, one.getKey(), one.getValue(), now))
                    .count();
            if (mended > 0 && faults.isEmpty()) {
                tell(alarm, null);
            }
        });
    }

    private static Standing standing(Map<String, Standing> before, String source, Instant now) {
        return before.getOrDefault(source, new Standing(null, null, now));
    }

    private void wrong(Alarm alarm, Found found, Standing before, Instant now) {
        String place = alarm + " " + found.source();
        String key = Alarm.key(found);
        Standing standing = before.seeing(key, now);
        boolean news = standing.isNews(alarm.patience(), now);
        boolean due = here.isDue(place, key, alarm.patience(), now);
        if (news || due) {
            here.told(place, key, now);
            tell(alarm, found.sentence());
        }
        keep(alarm, found.source(), before, news ? standing.toldNow() : standing);
    }

    /** Whether people knew of it and it is found no longer. */
    private boolean isMended(Alarm alarm, String source, Standing before, Instant now) {
        here.mended(alarm + " " + source);
        Standing standing = before.seeing(null, now);
        boolean news = standing.isNews(alarm.patience(), now);
        keep(alarm, source, before, news ? standing.toldNow() : standing);
        return news;
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
    private Map<String, Standing> locked(Alarm alarm) {
        jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")").query(row -> {});
        Map<String, Standing> standing = new LinkedHashMap<>();
        jdbc.sql(
                        """
                        select distinct on (source) source, told, seen, since from record.alarm
                        where watched = :alarm order by source, id desc""")
                .param("alarm", alarm.name())
                .query(row -> {
                    standing.put(
                            row.getString("source"),
                            new Standing(
                                    row.getString("told"),
                                    row.getString("seen"),
                                    row.getObject("since", OffsetDateTime.class).toInstant()));
                });
        return standing;
    }

    /** Rows are only added: the application may change none in this part of the database. */
    private void keep(Alarm alarm, String source, Standing before, Standing after) {
        if (after.equals(before)) {
            return;
        }
        jdbc.sql(
                        """
                        insert into record.alarm (watched, source, told, seen, since)
                        values (:alarm, :source, :told, :seen, :since)""")
                .param("alarm", alarm.name())
                .param("source", source)
                .param("told", after.told(), Types.VARCHAR)
                .param("seen", after.seen(), Types.VARCHAR)
                .param("since", after.since().atOffset(ZoneOffset.UTC))
                .update();
    }
}
