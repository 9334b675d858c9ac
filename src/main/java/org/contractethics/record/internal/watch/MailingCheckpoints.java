package org.contractethics.record.internal.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.contractethics.record.RecordProofs;
import org.contractethics.record.RecordProofs.SignedCheckpoint;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once a week leadership and auditors get the newest checkpoint by mail: a copy with a date, in places that whoever can rewrite the
 * record cannot reach. Its subject is all that a mail carries, so it stands there.
 */
@Component
class MailingCheckpoints implements RecurringWork {

    private static final String TEXT =
            "Leave the mail of this notice where it is: nobody who can change the record can change it there. Its two values are"
                    + " the second and the third line of the checkpoint. If the record is ever doubted, its checkpoint of as many"
                    + " entries must have the same root hash; another hash, or no checkpoint of that number, proves that the record"
                    + " was rewritten. The page How to check the record says how they are compared.";

    private final RecordProofs proofs;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final WatchSettings settings;
    private final Clock clock;

    MailingCheckpoints(
            RecordProofs proofs,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            WatchSettings settings,
            Clock clock) {
        this.proofs = proofs;
        this.jdbc = jdbc;
        this.events = events;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** A day on which the application stood still is made up for on the next. */
    @Override
    public void run() {
        Instant now = clock.instant();
        LocalDate due = LocalDate.ofInstant(now, ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(settings.mailCheckpointOn()));
        if (isMailed(due)) {
            return;
        }
        proofs.newest()
                .ifPresent(newest -> transaction.executeWithoutResult(status -> {
                    if (keep(due, newest, now)) {
                        events.publishEvent(Notice.toRoles(
                                Set.of(Role.LEADERSHIP, Role.AUDITOR), title(newest), TEXT, "/record/proofs"));
                    }
                }));
    }

    /** The root hash as the checkpoint writes it, to be compared letter by letter. */
    static String title(SignedCheckpoint checkpoint) {
        String[] lines = checkpoint.note().split("\n", 4);
        return "Keep this mail: the record has " + lines[1] + " entries and the root hash " + lines[2];
    }

    private boolean isMailed(LocalDate due) {
        return jdbc.sql("select exists (select from record.mailed_checkpoint where due_on = :due)")
                .param("due", due)
                .query(Boolean.class)
                .single();
    }

    /** False where another node was faster. */
    private boolean keep(LocalDate due, SignedCheckpoint checkpoint, Instant now) {
        return jdbc.sql(
                                """
                                insert into record.mailed_checkpoint (due_on, size, mailed_at) values (:due, :size, :now)
                                on conflict do nothing""")
                        .param("due", due)
                        .param("size", checkpoint.size())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
