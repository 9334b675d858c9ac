package org.contractethics.contract.internal.redaction;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.ConflictsInReview;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.Visibility;
import org.contractethics.contract.internal.owner.AccountOwners;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** H18: a redaction is asked for with a reason and an end, approved by somebody else, and may be ended before its day. */
@Service
public class RedactingContracts {

    static final Role[] APPROVING = {Role.PANEL_CHAIR, Role.BOARD_COMMITTEE};
    private static final Role[] READING = {
        Role.PANEL_CHAIR, Role.BOARD_COMMITTEE, Role.LEGAL_REVIEWER, Role.OMBUDS, Role.AUDITOR
    };
    private static final int MOST_LISTED = 200;

    private final Redactions redactions;
    private final ContractRegister contracts;
    private final AccountOwners owners;
    private final ConflictsInReview reviews;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RedactingContracts(
            Redactions redactions,
            ContractRegister contracts,
            AccountOwners owners,
            ConflictsInReview reviews,
            ApplicationEventPublisher events,
            Clock clock) {
        this.redactions = redactions;
        this.contracts = contracts;
        this.owners = owners;
        this.reviews = reviews;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the actor may ask that something of this contract is withheld: its account owner, or legal. */
    public boolean mayAsk(Contract contract, Actor actor) {
        return !observes(actor) && (Visibility.owns(contract, actor) || actor.has(Role.LEGAL_REVIEWER));
    }

    /** Whether the actor may decide on this request: not one of the own, nor one on a contract that pays them (H1) or that they stepped back from (H2). */
    public boolean mayDecide(Redaction redaction, Contract contract, Actor actor) {
        return !observes(actor)
                && actor.hasAny(APPROVING)
                && !actor.username().equals(redaction.requestedBy())
                && !owners.everOwned(contract.id(), actor.username())
                && reviews.againstDeciding(contract.id(), actor).isEmpty();
    }

    /** To show more is easier than to show less: whoever may ask for a redaction or decide on one may end it. */
    public boolean mayEnd(Contract contract, Actor actor) {
        return !observes(actor) && (actor.hasAny(APPROVING) || mayAsk(contract, actor));
    }

    public boolean mayLook(Contract contract, Actor viewer) {
        return Visibility.owns(contract, viewer) || viewer.hasAny(READING);
    }

    /** The redactions of a contract with their reasons, for those who may look; refused with 404 otherwise. */
    @Transactional(readOnly = true)
    public List<Redaction> of(ContractId id, Actor viewer) {
        if (!mayLook(contracts.get(id), viewer)) {
            throw Refused.notFound("There is no such page for you.");
        }
        return redactions.of(id);
    }

    /** The newest of all contracts, those that wait first. */
    @Transactional(readOnly = true)
    public List<Redaction> all(Actor viewer) {
        if (!viewer.hasAny(READING)) {
            throw Refused.notAllowed("The list of redactions is for those who decide on them or check them.");
        }
        return redactions.newest(MOST_LISTED);
    }

    public List<FormProblem> problems(RedactionRequest request) {
        return request.problems(today());
    }

    @Transactional
    public UUID ask(ContractId id, RedactionRequest request, Actor actor) {
        Contract contract = contracts.get(id);
        if (!mayAsk(contract, actor)) {
            throw Refused.notAllowed("Only the account owner or a legal reviewer can ask for a redaction.");
        }
        List<FormProblem> problems = problems(request);
        if (!problems.isEmpty()) {
            throw Refused.invalid(problems);
        }
        Instant now = clock.instant();
        redactions.dropOverdue(id, today(), now);
        if (redactions.of(id).stream().anyMatch(other -> other.approved() == null && other.secrecy() == null)) {
            throw Refused.conflict("A redaction of this contract waits for a decision already.");
        }
        UUID redaction = UUID.randomUUID();
        redactions.ask(redaction, id, request, actor.username(), now);
        events.publishEvent(RedactionFact.requested(redaction, contract, request, actor.username(), now));
        events.publishEvent(Notice.toRoles(
                Set.of(APPROVING),
                contract.reference() + ": a redaction waits for a decision",
                "Somebody asked that facts of this contract are withheld from staff for a time.",
                SecrecyTerms.page(id)));
        return redaction;
    }

    @Transactional
    public void approve(UUID id, Actor actor) {
        Redaction redaction = waiting(id, actor);
        Instant now = clock.instant();
        redactions.decide(id, true, null, actor.username(), now);
        events.publishEvent(RedactionFact.approved(redaction, actor.username(), now));
        endsEarlierTerms(redaction, actor, now);
        tell(redaction, "redaction approved", "It ends by itself on " + Times.words(redaction.endsOn()) + ".");
    }

    @Transactional
    public void refuse(UUID id, String why, Actor actor) {
        String reason = demandReason(why);
        Redaction redaction = waiting(id, actor);
        Instant now = clock.instant();
        redactions.decide(id, false, reason, actor.username(), now);
        events.publishEvent(RedactionFact.refused(redaction, actor.username(), now));
        endsEarlierTerms(redaction, actor, now);
        tell(redaction, "redaction refused", "The reason stands on the page of the redaction.");
    }

    @Transactional
    public void end(UUID id, String why, Actor actor) {
        String reason = demandReason(why);
        Redaction redaction = find(id);
        if (!mayEnd(contracts.get(redaction.contract()), actor)) {
            throw Refused.notAllowed("Only who may ask for a redaction or decide on it can end it.");
        }
        if (!redaction.inForceOn(today())) {
            throw Refused.conflict("This redaction is not in force, so there is nothing to end.");
        }
        Instant now = clock.instant();
        redactions.end(id, reason, actor.username(), now);
        events.publishEvent(RedactionFact.ended(redaction, actor.username(), now));
        tell(redaction, "redaction ended", "Staff see again what it withheld.");
    }

    /** What was approved for terms that the contract was under before was kept only until somebody decided on the present ones. */
    private void endsEarlierTerms(Redaction decided, Actor actor, Instant now) {
        if (decided.secrecy() == null) {
            return;
        }
        redactions.lockOfSecrecy(decided.contract()).stream()
                .filter(other -> !other.id().equals(decided.id()) && other.inForceOn(today()))
                .forEach(other -> {
                    redactions.end(other.id(), "Decided anew for the present secrecy terms.", actor.username(), now);
                    events.publishEvent(RedactionFact.ended(other, actor.username(), now));
                });
    }

    public LocalDate today() {
        return SecrecyTerms.day(clock.instant());
    }

    private Redaction waiting(UUID id, Actor actor) {
        Redaction redaction = find(id);
        Contract contract = contracts.get(redaction.contract());
        if (!mayDecide(redaction, contract, actor)) {
            throw Refused.notAllowed(
                    actor.hasAny(APPROVING)
                            ? "Whoever asked for a redaction, owns the contract, is paid by it or stepped back from its review does not"
                                    + " decide on it (H1, H2, H18)."
                            : "The panel chair or the board committee decides on redactions.");
        }
        if (redaction.standingOn(today()) != Redaction.Standing.WAITING) {
            throw Refused.conflict("This redaction does not wait for a decision any more.");
        }
        return redaction;
    }

    private Redaction find(UUID id) {
        return redactions.lock(id).orElseThrow(() -> Refused.notFound("There is no such redaction."));
    }

    private void tell(Redaction redaction, String what, String text) {
        events.publishEvent(Notice.toPerson(
                redaction.requestedBy(),
                redaction.reference() + ": " + what,
                text,
                SecrecyTerms.page(redaction.contract())));
    }

    /** Auditors write nothing, leadership takes no part. */
    private static boolean observes(Actor actor) {
        return actor.observes();
    }

    private static String demandReason(String why) {
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > 2_000) {
            throw Refused.invalid(List.of(new FormProblem("reason", "Give the reason in at most 2,000 characters.")));
        }
        return reason;
    }
}
