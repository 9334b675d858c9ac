package org.contractethics.contract.internal.redaction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.Notice;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells before a redaction ends by itself: whoever decides on it while it waits, the account owner once it was approved. */
@Component
class RemindingOfRedactions implements RecurringWork {

    private static final int AT_ONCE = 50;

    private final Redactions redactions;
    private final ContractRegister contracts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RemindingOfRedactions(
            Redactions redactions,
            ContractRegister contracts,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.redactions = redactions;
        this.contracts = contracts;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        LocalDate today = SecrecyTerms.day(now);
        transaction.executeWithoutResult(
                status -> redactions.soonOver(today, now, AT_ONCE).forEach(this::tell));
    }

    private void tell(Redaction redaction) {
        String day = Times.words(redaction.withholdsUntil());
        String page = SecrecyTerms.page(redaction.contract());
        if (redaction.approved() == null) {
            events.publishEvent(Notice.toRoles(
                    Set.of(RedactingContracts.APPROVING),
                    redaction.reference() + ": secrecy terms still wait for a decision",
                    "Nobody approved what they withhold. Staff see it after " + day + ".",
                    page));
        } else {
            String owner = Objects.requireNonNullElse(
                    contracts.get(redaction.contract()).submitter(), redaction.requestedBy());
            events.publishEvent(Notice.toPerson(
                    owner,
                    redaction.reference() + ": a redaction ends on " + day,
                    "Staff see what it withholds after that day. Ask for another one where its reason still holds.",
                    page));
        }
    }
}
