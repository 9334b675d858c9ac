package org.contractethics.contract.internal.redaction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Secrecy terms withhold facts from staff as any redaction does (H18): whoever states them asks for one, somebody else approves it, and
 * it ends. In the first days of a contract in the register it withholds already before, so that what must not be told is not told before
 * anybody could decide.
 */
@Component
class SecrecyTerms {

    private static final String OTHER_TERMS = "The contract is not under these secrecy terms any more.";

    private final Redactions redactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecrecyTerms(Redactions redactions, ApplicationEventPublisher events, Clock clock) {
        this.redactions = redactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A request for terms that are not stated any more is withdrawn. What was approved for other terms stays until somebody decides on
     * the new ones; without any terms it ends at once.
     */
    @EventListener
    void stated(SecrecyStated stated) {
        Instant now = clock.instant();
        stated.changed().forEach(contract -> withdraw(contract, stated.actor(), now));
        List<Contract> asking = Stream.concat(stated.registered().stream(), stated.changed().stream())
                .filter(contract -> contract.secrecy() != Secrecy.NONE)
                .toList();
        asking.forEach(contract -> ask(contract, stated.actor(), now));
        if (!asking.isEmpty()) {
            tell(asking);
        }
    }

    private void withdraw(Contract contract, String actor, Instant now) {
        redactions.lockOfSecrecy(contract.id()).forEach(redaction -> {
            if (redaction.approved() == null) {
                redactions.withdraw(redaction.id(), OTHER_TERMS, now);
                events.publishEvent(RedactionFact.refused(redaction, Redactions.SYSTEM, now));
            } else if (contract.secrecy() == Secrecy.NONE && redaction.inForceOn(day(now))) {
                redactions.end(redaction.id(), OTHER_TERMS, actor, now);
                events.publishEvent(RedactionFact.ended(redaction, actor, now));
            }
        });
    }

    private void ask(Contract contract, String actor, Instant now) {
        RedactionRequest request = RedactionRequest.ofSecrecy(contract, day(now));
        UUID id = UUID.randomUUID();
        redactions.ask(id, contract.id(), request, actor, now);
        events.publishEvent(RedactionFact.requested(id, contract, request, actor, now));
    }

    private void tell(List<Contract> asking) {
        Contract first = asking.get(0);
        boolean one = asking.size() == 1;
        events.publishEvent(Notice.toRoles(
                Set.of(RedactingContracts.APPROVING),
                (one ? first.reference() : asking.size() + " contracts") + ": secrecy terms wait for a decision",
                "Whether what they withhold from staff is withheld. Without a decision staff see it once a contract is in the register for "
                        + RedactionRequest.PROVISIONAL_DAYS + " days.",
                one ? page(first.id()) : "/contracts/redactions"));
    }

    static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    static String page(ContractId contract) {
        return "/contracts/" + contract + "/redaction";
    }
}
