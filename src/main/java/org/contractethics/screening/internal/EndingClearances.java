package org.contractethics.screening.internal;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells legal reviewers two weeks before a clearance ends, and when it has ended: from then on its hit is open again and bars a denial at
 * triage, so that silence would surprise whoever relies on it.
 */
@Component
class EndingClearances implements RecurringWork {

    /** Time to compare the party with the entry anew, and for a second person to agree. */
    static final int DAYS_BEFORE = 14;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EndingClearances(JdbcClient jdbc, ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run() {
        transaction.executeWithoutResult(status -> {
            List<Boolean> ended = mark(clock.instant());
            tell(
                    (int) ended.stream().filter(over -> !over).count(),
                    "A clearance of a hit ends within two weeks",
                    " clearances of hits end within two weeks",
                    "Compare the party with the entry again, and clear or confirm the hit before the last day is over.",
                    "CLEARED");
            tell(
                    (int) ended.stream().filter(over -> over).count(),
                    "A clearance of a hit has ended",
                    " clearances of hits have ended",
                    "The hit is open again, as if nobody had cleared it. Compare the party with the entry anew.",
                    "OPEN");
        });
    }

    /** Each clearance that ends soon or has ended and was not told of yet, by whether it has ended. */
    private List<Boolean> mark(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return jdbc.sql(
                        """
                        insert into screening.clearance_told (hit_id, number, ended, told_at)
                        select a.hit_id, a.number, a.ends_on < :today, :now
                          from screening.answer a
                          left join screening.approval p on p.hit_id = a.hit_id and p.number = a.number
                         where a.verdict = 'CLEARED' and a.ends_on <= :soon and p.approved is not false
                           and not exists (select 1 from screening.answer l where l.hit_id = a.hit_id and l.number > a.number)
                           and not exists (select 1 from screening.closing c where c.hit_id = a.hit_id)
                           and not exists (select 1 from screening.clearance_told t
                                           where t.hit_id = a.hit_id and t.number = a.number and t.ended = (a.ends_on < :today))
                        on conflict do nothing
                        returning ended
                        """)
                .param("today", Date.valueOf(today))
                .param("soon", Date.valueOf(today.plusDays(DAYS_BEFORE)))
                .param("now", Timestamp.from(now))
                .query(Boolean.class)
                .list();
    }

    /** One notice for all of them; it names no contract, because not everybody may know of each. */
    private void tell(int many, String one, String several, String text, String state) {
        if (many > 0) {
            events.publishEvent(Notice.toRoles(
                    Set.of(Role.LEGAL_REVIEWER), many == 1 ? one : many + several, text, "/screening?state=" + state));
        }
    }
}
