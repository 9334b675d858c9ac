package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Set;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.followup.VisibilityLimits.Limits;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S11: writes down what nobody can see of the use of a signed contract. */
@Component
public class Monitoring {

    private static final Set<Role> STATING = Set.of(Role.MONITOR, Role.HR_REVIEWER);

    private final FollowUpWork work;
    private final SignedContracts signed;
    private final VisibilityLimits limits;
    private final Separation separation;

    Monitoring(FollowUpWork work, SignedContracts signed, VisibilityLimits limits, Separation separation) {
        this.work = work;
        this.signed = signed;
        this.limits = limits;
        this.separation = separation;
    }

    public boolean mayState(ContractId contract, Actor actor) {
        return signed.signedOnce(contract)
                && separation.objections(contract, STATING, actor).isEmpty();
    }

    public List<FormProblem> limitsProblems(String statement) {
        return Texts.demand(new Problems(), statement, "statement", "Say what of the use cannot be seen, and why.")
                .list();
    }

    @Transactional
    public void state(ContractId contract, String statement, Actor actor) {
        signed.demandSigned(contract);
        separation.demand(contract, STATING, actor);
        Problems.refuse(limitsProblems(statement));
        signed.lock(contract);
        int version = limits.current(contract).map(Limits::version).orElse(0) + 1;
        Limits stated = new Limits(version, statement, actor.username(), work.now());
        limits.add(contract, stated);
        work.record(
                "visibility-limits-stated",
                Facts.of("version", version).and("statement", statement),
                contract,
                actor.username(),
                stated.statedAt());
    }
}
