package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last day of an approval has passed, and nothing else ended it. That is a fact of the record, once; nothing is decided by it
 * (H9): the gate refuses a signature by the date alone.
 */
@Component
class RunningOut implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(RunningOut.class);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunningOut(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Notices notices,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Past(UUID decision, UUID review, ContractId contract, LocalDate lastDay) {}

    @Override
    public void run() {
        past().forEach(this::noteAlone);
    }

    /** One that fails is tried again the next time, and keeps none of the others from being told. */
    private void noteAlone(Past one) {
        try {
            transaction.executeWithoutResult(status -> note(one));
        } catch (RuntimeException failed) {
            log.error("an approval that ran out was not noted decision={}", one.decision(), failed);
        }
    }

    private List<Past> past() {
        return jdbc.sql(
                        "select id, review_id, contract_id, last_day from review.approval_past_its_day order by last_day")
                .query((row, number) -> new Past(
                        row.getObject("id", UUID.class),
                        row.getObject("review_id", UUID.class),
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        row.getObject("last_day", LocalDate.class)))
                .list();
    }

    /** Where another node was faster, or somebody decided meanwhile, there is nothing to tell any more. */
    private void note(Past one) {
        Instant now = clock.instant();
        int noted = jdbc.sql(
                        """
                        insert into review.approval_run_out (decision_id, last_day, noted_at)
                        select p.id, p.last_day, :now from review.approval_past_its_day p where p.id = :id
                        on conflict do nothing
                        """)
                .param("id", one.decision())
                .param("now", Rows.at(now))
                .update();
        if (noted == 1) {
            events.publishEvent(Facts.of("reviewId", one.review())
                    .and("decisionId", one.decision())
                    .and("lastDay", one.lastDay())
                    .recorded("approval-ran-out", one.contract(), Actor.SYSTEM.username(), now));
            notices.ranOut(one.contract(), one.lastDay());
        }
    }
}
