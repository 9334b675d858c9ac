package org.contractethics.review.internal.measure;

import java.util.Set;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.panel.ChairOfContract;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells reviewers what waits on a contract. Names its number only, and tells nobody from whom the concern is kept (H13). */
@Component
class MeasureNotices {

    private final ContractRegister contracts;
    private final ConcernKnowledge concerns;
    private final ChairOfContract chair;
    private final ApplicationEventPublisher events;

    MeasureNotices(
            ContractRegister contracts,
            ConcernKnowledge concerns,
            ChairOfContract chair,
            ApplicationEventPublisher events) {
        this.chair = chair;
        this.contracts = contracts;
        this.concerns = concerns;
        this.events = events;
    }

    void taken(Taken taken) {
        if (taken.measure() == Measure.HEARING) {
            hearing(taken);
        }
        publish(taken, taken.words(), "What is asked for and why stands on the page of the contract.");
    }

    /** Where conflicts bar every chair from it, whoever records it in their place is told. */
    void hearing(Taken taken) {
        chair.toSubstitute(
                        taken.contract(),
                        concerns.keptFrom(taken.concern()),
                        contracts.get(taken.contract()).reference() + ": record a hearing",
                        "No panel chair records it, so it falls to you. The decision waits for it. What is asked for and why stands on"
                                + " the page of the contract.",
                        "/contracts/" + taken.contract())
                .ifPresent(events::publishEvent);
    }

    void ended(Taken taken) {
        publish(
                taken,
                taken.measure() == Measure.HOLD
                        ? "The signature is held no longer by it"
                        : "No decision waits for this hearing any more",
                "The reason stands on the page of the contract. Anything else that waits there still does.");
    }

    private void publish(Taken taken, String what, String text) {
        String reference = contracts.get(taken.contract()).reference();
        events.publishEvent(
                Notice.toRoles(told(taken.measure()), reference + ": " + what, text, "/contracts/" + taken.contract())
                        .exceptFor(concerns.keptFrom(taken.concern())));
    }

    private static Set<Role> told(Measure measure) {
        return switch (measure) {
            case HOLD -> Set.of(Role.LEGAL_REVIEWER, Role.PANEL_CHAIR);
            case REOPEN, HEARING -> Set.of(Role.PANEL_CHAIR);
            case BOARD -> Set.of(Role.BOARD_COMMITTEE);
            case SUSPENSION -> Set.of(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE);
        };
    }
}
