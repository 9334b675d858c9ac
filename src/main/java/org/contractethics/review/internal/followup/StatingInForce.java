package org.contractethics.review.internal.followup;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.contractethics.contract.Contract;
import org.contractethics.contract.RunningAwards;
import org.contractethics.review.internal.Days;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.SignedContracts.ServicesGoOn;
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

/**
 * States that a contract was in force before its review. From then on its services can be restricted, suspended and ended as those of a
 * contract that was signed here (S11, S13, S15); it is signed by its gate only, as any other (H7).
 */
@Component
public class StatingInForce {

    private static final Set<Role> STATING = Set.of(Role.LEGAL_REVIEWER, Role.PANEL_CHAIR, Role.BOARD_COMMITTEE);

    private final FollowUpWork work;
    private final InForceStatements statements;
    private final SignedContracts signed;
    private final Separation separation;
    private final OpeningSuspension suspension;
    private final RunningAwards awards;

    StatingInForce(
            FollowUpWork work,
            InForceStatements statements,
            SignedContracts signed,
            Separation separation,
            OpeningSuspension suspension,
            RunningAwards awards) {
        this.awards = awards;
        this.work = work;
        this.statements = statements;
        this.signed = signed;
        this.separation = separation;
        this.suspension = suspension;
    }

    /**
     * What is stated.
     *
     * @param since first day on which the contract was in force; null where none was given
     * @param source what shows that
     */
    public record Claim(@Nullable LocalDate since, String source) {}

    /** Why this person cannot state it of this contract; empty where they can. */
    public Optional<Refused> refusal(Contract contract, Actor actor) {
        List<String> objections = separation.objections(contract.id(), STATING, actor);
        if (!objections.isEmpty()) {
            return Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, objections));
        }
        if (signed.signedHere(contract.id())) {
            return Optional.of(
                    Refused.conflict("This contract was signed through this application. Its record says since when."));
        }
        return statements
                .find(contract.id())
                .map(stated -> Refused.conflict("It is stated already that this contract has been in force since "
                        + Times.words(stated.since()) + "."));
    }

    public List<FormProblem> problems(Claim claim) {
        Problems problems = new Problems()
                .when(
                        !Days.behind(claim.since(), today()),
                        "since",
                        "State the first day on which the contract was in force; not a day to come." + Days.BEHIND);
        return Texts.demand(problems, claim.source(), "source", "Say what shows that it is in force.")
                .list();
    }

    @Transactional
    public void state(ContractId id, Claim claim, Actor actor) {
        Contract contract = signed.lock(id);
        refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(problems(claim));
        add(contract, Objects.requireNonNull(claim.since()), claim.source(), actor.username());
        suspension.becauseRefused(id);
    }

    /**
     * The same by the system, where a published award says that services run today. It does nothing where they do not, where it is known,
     * and while a signature may lie ahead: then somebody states it.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void asPublished(ContractId id) {
        Contract contract = signed.lock(id);
        if (contract.state().noSignatureAhead() && !signed.signedOnce(id)) {
            awards.runningSince(id, today())
                    .ifPresent(since -> add(contract, since, published(contract), Actor.SYSTEM.username()));
        }
    }

    /** What a published award says, for whoever states it; empty where none runs. */
    public Optional<LocalDate> published(ContractId id) {
        return awards.runningSince(id, today());
    }

    private static String published(Contract contract) {
        String piid = contract.identifiers().piid();
        String number = piid == null ? contract.identifiers().ocid() : piid;
        return number == null ? "The published award says so." : "The published award " + number + " says so.";
    }

    private void add(Contract contract, LocalDate since, String source, String by) {
        InForce statement = new InForce(contract.id(), since, source, by, work.now());
        statements.add(statement);
        work.record(
                "contract-in-force-stated",
                Facts.of("contractId", contract.id())
                        .and("reference", contract.reference())
                        .and("since", since)
                        .and("source", source),
                contract.id(),
                by,
                statement.statedAt());
        work.publish(new ServicesGoOn(contract.id()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(work.now(), ZoneOffset.UTC);
    }
}
