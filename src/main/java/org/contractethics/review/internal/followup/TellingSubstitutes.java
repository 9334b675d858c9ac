package org.contractethics.review.internal.followup;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.Reviews.SteppedAside;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.panel.ChairOfContract;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells whoever acts in the place of the panel chairs that a suspension waits for their proposal, by notice and in their work list; nobody while a chair can act. */
@Component
class TellingSubstitutes {

    /** Who sits on panels, or is of the board committee. */
    private static final Role[] IN_PLACE = {
        Role.BOARD_COMMITTEE, Role.HR_REVIEWER, Role.LEGAL_REVIEWER, Role.EXTERNAL_EXPERT, Role.EMPLOYEE_PANELIST
    };

    private final ChairOfContract chair;
    private final ReviewCases reviews;
    private final Suspensions suspensions;
    private final ContractRegister contracts;
    private final ApplicationEventPublisher events;

    TellingSubstitutes(
            ChairOfContract chair,
            ReviewCases reviews,
            Suspensions suspensions,
            ContractRegister contracts,
            ApplicationEventPublisher events) {
        this.chair = chair;
        this.reviews = reviews;
        this.suspensions = suspensions;
        this.contracts = contracts;
        this.events = events;
    }

    void propose(ContractId contract, UUID suspension) {
        chair.toSubstitute(
                        contract,
                        Set.of(),
                        contracts.find(contract).map(Contract::reference).orElse("A contract")
                                + ": propose on the suspension",
                        "Conflicts bar everybody who is a panel chair, so the proposal falls to you. Somebody else of the board"
                                + " committee confirms it.",
                        "/suspensions/" + suspension)
                .ifPresent(events::publishEvent);
    }

    /** The suspension reviews for which this person proposes in their place. */
    Set<UUID> waitingFor(Actor actor) {
        if (actor.has(Role.PANEL_CHAIR) || !actor.hasAny(IN_PLACE)) {
            return Set.of();
        }
        return suspensions.openOnes().stream()
                .filter(review -> review.waiting().isEmpty())
                .filter(review ->
                        chair.objections(review.contract(), Set.of(), actor).isEmpty())
                .map(SuspensionReview::id)
                .collect(Collectors.toSet());
    }

    /** In the transaction in which they step aside, and of a panel chair's only: whoever acts then is told once. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SteppedAside aside) {
        ContractId contract = reviews.get(aside.review()).contract();
        suspensions
                .openOf(contract)
                .filter(review -> review.waiting().isEmpty() && chair.holdsRole(aside.person()))
                .ifPresent(review -> propose(contract, review.id()));
    }
}
