package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUps.FollowUpBegan;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.SuspensionReview.Purpose;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** S13: asks whether services are suspended, or go on again. Asking decides nothing. */
@Component
public class OpeningSuspension {

    static final Set<Role> OPENING = Set.of(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE);

    private final FollowUpWork work;
    private final Suspensions suspensions;
    private final SignedContracts signed;
    private final ContractRegister contracts;
    private final Separation separation;
    private final FollowUpNotices notices;

    OpeningSuspension(
            FollowUpWork work,
            Suspensions suspensions,
            SignedContracts signed,
            ContractRegister contracts,
            Separation separation,
            FollowUpNotices notices) {
        this.work = work;
        this.suspensions = suspensions;
        this.signed = signed;
        this.contracts = contracts;
        this.separation = separation;
        this.notices = notices;
    }

    /** Why this person cannot open one now; empty where they can. */
    public Optional<Refused> refusal(Contract contract, Actor actor) {
        List<String> objections = separation.objections(contract.id(), OPENING, actor);
        if (!objections.isEmpty()) {
            return Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, objections));
        }
        if (!signed.signedOnce(contract.id()) || contract.state().ending()) {
            return Optional.of(Refused.conflict(
                    "Only a contract that is in force and is not to be ended can be suspended. This one is "
                            + contract.state().words() + "."));
        }
        return suspensions.openOf(contract.id()).isPresent()
                ? Optional.of(Refused.conflict("A suspension review of this contract is open already."))
                : Optional.empty();
    }

    /** What would be asked: a suspended contract can only be set free. */
    public Purpose purpose(Contract contract) {
        return contract.state() == ContractState.SUSPENDED ? Purpose.LIFT : Purpose.SUSPEND;
    }

    public List<FormProblem> problems(String reason) {
        return Texts.demand(new Problems(), reason, "reason", "Say why this has to be decided.")
                .list();
    }

    @Transactional
    public UUID open(ContractId id, String reason, Actor actor) {
        Contract contract = signed.lock(id);
        refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(problems(reason));
        return add(contract, purpose(contract), null, reason, actor.username(), false);
    }

    /** H10: a blocking condition stayed overdue. Opened once for each condition, and not beside another one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void becauseOf(FollowedCondition condition) {
        Contract contract = signed.lock(condition.contract());
        boolean decidedBefore =
                contract.state() == ContractState.SUSPENDED || contract.state().ending();
        if (decidedBefore
                || suspensions.openedFor(condition.id())
                || suspensions.openOf(contract.id()).isPresent()) {
            return;
        }
        add(
                contract,
                Purpose.SUSPEND,
                condition.id(),
                "A blocking condition, due on " + Times.words(condition.dueOn()) + ", is not met.",
                Actor.SYSTEM.username(),
                false);
    }

    /** H17: whoever restricts at once has the question decided at once as well. */
    @Transactional(propagation = Propagation.MANDATORY)
    void becauseOf(InterimMeasure measure) {
        if (suspensions.openOf(measure.contract()).isEmpty()) {
            add(
                    contracts.get(measure.contract()),
                    Purpose.SUSPEND,
                    null,
                    "Services were restricted at once: " + measure.reasons(),
                    measure.imposedBy(),
                    true);
        }
    }

    /** A contract that was rejected or stopped is in force: its services do not go on as if nothing had been decided. Not beside another one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void becauseRefused(ContractId id) {
        Contract contract = signed.lock(id);
        if (contract.state().refused()
                && signed.signedOnce(id)
                && suspensions.openOf(id).isEmpty()) {
            add(
                    contract,
                    Purpose.SUSPEND,
                    null,
                    "The contract is " + contract.state().words()
                            + ", and it is in force. Its services have to be suspended or ended.",
                    Actor.SYSTEM.username(),
                    false);
        }
    }

    /**
     * Table 2.9: imminent harm.
     *
     * @return the review that decides whether services are suspended, opened now or before; empty while they do not run, or while it is
     *     asked whether they go on again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> becauseOfConcern(ContractId id) {
        Contract contract = signed.lock(id);
        Optional<SuspensionReview> open = suspensions.openOf(id);
        if (open.isPresent()) {
            return open.filter(review -> review.purpose() == Purpose.SUSPEND).map(SuspensionReview::id);
        }
        if (!signed.runs(contract)) {
            return Optional.empty();
        }
        return Optional.of(add(
                contract,
                Purpose.SUSPEND,
                null,
                "Harm may be imminent. Whether the services go on has to be decided at once.",
                Actor.SYSTEM.username(),
                true));
    }

    private UUID add(
            Contract contract, Purpose purpose, @Nullable UUID condition, String reason, String by, boolean urgent) {
        Instant now = work.now();
        SuspensionReview review = new SuspensionReview(
                UUID.randomUUID(), contract.id(), purpose, condition, reason, by, now, null, List.of());
        suspensions.add(review);
        work.record(
                "suspension-review-opened",
                Facts.of(FollowUp.SUSPENSION.idFact(), review.id())
                        .and("purpose", purpose.name())
                        .and("conditionId", condition)
                        .and("reason", reason),
                contract.id(),
                by,
                now);
        work.publish(new FollowUpBegan(
                FollowUp.SUSPENSION,
                review.id(),
                contract.id(),
                contract.tier(),
                urgent ? Map.of("urgent", "true") : Map.of(),
                separation.excluded(contract.id()),
                now));
        notices.opened(review);
        return review.id();
    }
}
