package org.contractethics.contract.internal.owner;

import java.util.List;
import java.util.Set;
import org.contractethics.contract.ContractHandedOver;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells both owners of a hand-over, and the panel chair, who has to see that nobody is made an owner to keep them from a review. */
@Component
class HandOverNotices {

    private final ApplicationEventPublisher events;

    HandOverNotices(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void handedOver(ContractHandedOver change) {
        String link = "/contracts/" + change.contract();
        events.publishEvent(Notice.toPerson(
                change.owner(),
                change.reference() + ": you are its account owner now",
                "The contract was handed over to you. What waited for its account owner waits for you.",
                link));
        events.publishEvent(Notice.toPerson(
                change.previousOwner(),
                change.reference() + ": handed over",
                "The contract has another account owner. Its open tasks and questions went with it; from its review you stay excluded.",
                link));
        events.publishEvent(Notice.toRoles(
                        Set.of(Role.PANEL_CHAIR),
                        change.reference() + " was handed over",
                        "The contract has another account owner, who takes no part in its review from now on.",
                        link)
                .exceptFor(Set.copyOf(List.of(change.actor(), change.owner(), change.previousOwner()))));
    }
}
