package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractState;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps.FollowUpBegan;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** S15: begins the exit of a contract that two people decided to end. By hand only where that was before exits were planned here. */
@Component
public class OpeningExit {

    private static final Set<Role> OPENING = Set.of(Role.PANEL_CHAIR, Role.BOARD_COMMITTEE);

    private final FollowUpWork work;
    private final ContractExits exits;
    private final SignedContracts signed;
    private final Separation separation;
    private final FollowUpNotices notices;

    OpeningExit(
            FollowUpWork work,
            ContractExits exits,
            SignedContracts signed,
            Separation separation,
            FollowUpNotices notices) {
        this.work = work;
        this.exits = exits;
        this.signed = signed;
        this.separation = separation;
        this.notices = notices;
    }

    /** Why this person cannot begin it now; empty where they can. */
    public Optional<Refused> refusal(Contract contract, Actor actor) {
        List<String> objections = separation.objections(contract.id(), OPENING, actor);
        if (!objections.isEmpty()) {
            return Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, objections));
        }
        if (contract.state() != ContractState.EXITING) {
            return Optional.of(Refused.conflict("Two people decide first that a contract is to be ended. This one is "
                    + contract.state().words() + "."));
        }
        return exits.of(contract.id()).isPresent()
                ? Optional.of(Refused.conflict("The exit of this contract has begun already."))
                : Optional.empty();
    }

    public List<FormProblem> problems(String reason) {
        return Texts.demand(new Problems(), reason, "reason", "Say why the contract is ended.")
                .list();
    }

    @Transactional
    public UUID open(ContractId id, String reason, Actor actor) {
        Contract contract = signed.lock(id);
        refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(problems(reason));
        return add(contract, reason, actor.username());
    }

    /** The board committee confirmed the proposal to end the contract; it is to be ended from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    void decided(Contract contract, String reasons, String by) {
        if (exits.of(contract.id()).isEmpty()) {
            add(contract, reasons, by);
        }
    }

    private UUID add(Contract contract, String reason, String by) {
        Instant now = work.now();
        ContractExit exit = new ContractExit(UUID.randomUUID(), contract.id(), reason, by, now, null, List.of());
        exits.add(exit);
        work.record(
                "exit-opened",
                Facts.of(FollowUp.EXIT.idFact(), exit.id()).and("reason", reason),
                contract.id(),
                by,
                now);
        work.publish(new FollowUpBegan(
                FollowUp.EXIT,
                exit.id(),
                contract.id(),
                contract.tier(),
                Map.of(),
                separation.excluded(contract.id()),
                now));
        notices.waits(contract.id(), FollowUpStep.PLAN_EXIT, exit.id());
        return exit.id();
    }
}
