package org.contractethics.review.internal.followup;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps.FollowUpBegan;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S14: a harm that is there opens a remediation: by a person, who names what showed it. */
@Component
public class OpeningRemediation {

    private static final Set<Role> OPENING = Set.of(Role.HR_REVIEWER, Role.MONITOR, Role.OMBUDS, Role.PANEL_CHAIR);
    private static final String CONCERN = "concern";
    private static final String BEGUN =
            "The remediation for this has begun already. It stands on the page of the contract.";

    private final FollowUpWork work;
    private final Remediations remediations;
    private final Incidents incidents;
    private final ActualHarms harms;
    private final ContractRegister contracts;
    private final SignedContracts signed;
    private final Separation separation;
    private final ConcernKnowledge concerns;
    private final FollowUpNotices notices;

    OpeningRemediation(
            FollowUpWork work,
            Remediations remediations,
            Incidents incidents,
            ActualHarms harms,
            ContractRegister contracts,
            SignedContracts signed,
            Separation separation,
            ConcernKnowledge concerns,
            FollowUpNotices notices) {
        this.work = work;
        this.remediations = remediations;
        this.incidents = incidents;
        this.harms = harms;
        this.contracts = contracts;
        this.signed = signed;
        this.separation = separation;
        this.concerns = concerns;
        this.notices = notices;
    }

    /**
     * What a person writes down.
     *
     * @param concern id of the concern, where that is the cause
     */
    public record Draft(String cause, String concern, @Nullable Involvement involvement, String harm) {}

    /** Why this person cannot open one; empty where they can. */
    public Optional<Refused> refusal(ContractId contract, Actor actor) {
        List<String> objections = separation.objections(contract, OPENING, actor);
        return objections.isEmpty() ? Optional.empty() : Optional.of(new Refused(Refused.Kind.NOT_ALLOWED, objections));
    }

    /** What can have shown the harm, for this person; a concern only for who handles it. */
    public Map<String, String> causes(ContractId contract, Actor actor) {
        Map<String, String> causes = new LinkedHashMap<>();
        incidents
                .of(contract)
                .forEach(incident -> causes.put(
                        "incident:" + incident.id(),
                        incident.kind().label() + " of " + Times.words(incident.happenedOn()) + ": "
                                + incident.account()));
        harms.of(contract).forEach(found -> causes.put(found.cause(), found.words()));
        if (actor.has(Role.OMBUDS)) {
            causes.put(CONCERN, "A concern that I handle");
        }
        causes.keySet().removeIf(cause -> remediations.opened(contract, cause));
        return causes;
    }

    public List<FormProblem> problems(ContractId contract, Draft draft, Actor actor) {
        boolean ofConcern = draft.cause().equals(CONCERN);
        // in this order: one that begins between the two is said to have begun, and not that nothing was chosen
        Set<String> offered = causes(contract, actor).keySet();
        boolean begun = remediations.opened(contract, draft.cause());
        Problems problems = new Problems()
                .when(begun, "cause", BEGUN)
                .when(!begun && !offered.contains(draft.cause()), "cause", "Choose what showed the harm.")
                .when(
                        ofConcern && concern(contract, draft, actor).isEmpty(),
                        "concern",
                        "Give the id of an open concern about this contract that you handle, as it stands in the address of"
                                + " its page.")
                .when(
                        ofConcern
                                && concern(contract, draft, actor)
                                        .filter(id -> remediations.opened(contract, CONCERN + ":" + id))
                                        .isPresent(),
                        "concern",
                        "The remediation for this concern has begun already.")
                .when(draft.involvement() == null, "involvement", "Say how the company is involved in the harm.");
        return Texts.demand(problems, draft.harm(), "harm", "Say what happened to people.")
                .list();
    }

    private Optional<ConcernId> concern(ContractId contract, Draft draft, Actor actor) {
        try {
            return Optional.of(ConcernId.valueOf(draft.concern()))
                    .filter(id -> concerns.mayOpen(id, actor) && concerns.isOpenAbout(id, contract));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Of two people who open it for the same harm at once, the second one waits for the first and is told. */
    @Transactional
    public UUID open(ContractId id, Draft draft, Actor actor) {
        Contract contract = signed.lock(id);
        refusal(id, actor).ifPresent(refused -> {
            throw refused;
        });
        if (remediations.opened(id, draft.cause())) {
            throw Refused.conflict(BEGUN);
        }
        Problems.refuse(problems(id, draft, actor));
        String cause = draft.cause().equals(CONCERN)
                ? CONCERN + ":" + concern(id, draft, actor).orElseThrow()
                : draft.cause();
        return add(contract, cause, draft.involvement(), draft.harm(), actor.username());
    }

    /** Table 2.6: what is occurring is remedied, whatever else is decided. Once for each assessment. */
    void found(ActualHarms.Found harm, ContractId contract) {
        if (!remediations.opened(contract, harm.cause())) {
            add(
                    contracts.get(contract),
                    harm.cause(),
                    harm.involvement(),
                    "The assessment found that this is happening to " + harm.rights() + ". The people affected: "
                            + Texts.upTo(harm.harm(), 3_000),
                    Actor.SYSTEM.username());
        }
    }

    private UUID add(Contract contract, String cause, @Nullable Involvement involvement, String harm, String by) {
        Instant now = work.now();
        Remediation opened =
                new Remediation(UUID.randomUUID(), contract.id(), cause, involvement, harm, by, now, null, List.of());
        remediations.add(opened);
        int colon = cause.indexOf(':');
        Facts facts = Facts.of(FollowUp.REMEDIATION.idFact(), opened.id())
                .and(cause.substring(0, colon) + "Id", cause.substring(colon + 1))
                .and("involvement", involvement)
                .and("harm", harm);
        work.record("remediation-opened", facts, contract.id(), by, now);
        work.publish(new FollowUpBegan(
                FollowUp.REMEDIATION, opened.id(), contract.id(), contract.tier(), Map.of(), excluded(opened), now));
        notices.waits(opened, FollowUpStep.PLAN_REMEDY);
        return opened.id();
    }

    /** Besides those who are paid or recused, whoever must not learn of the concern it began with (H13). */
    private Set<String> excluded(Remediation opened) {
        Set<String> excluded = new HashSet<>(separation.excluded(opened.contract()));
        opened.concern().map(concerns::keptFrom).ifPresent(excluded::addAll);
        return excluded;
    }
}
