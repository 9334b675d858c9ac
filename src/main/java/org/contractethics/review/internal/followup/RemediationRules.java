package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.followup.Remediation.Plan;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/**
 * H1 in a remediation: nobody approves a plan of their own, and nobody who planned or carried it out verifies the remedy. H13: who
 * must not learn of the concern it began with has no part in it.
 */
@Component
class RemediationRules implements StepRules {

    private final Remediations remediations;
    private final Separation separation;
    private final ConcernKnowledge concerns;

    RemediationRules(Remediations remediations, Separation separation, ConcernKnowledge concerns) {
        this.remediations = remediations;
        this.separation = separation;
        this.concerns = concerns;
    }

    @Override
    public FollowUp followUp() {
        return FollowUp.REMEDIATION;
    }

    @Override
    public ContractId contractOf(UUID subject) {
        return remediations.get(subject).contract();
    }

    @Override
    public Optional<ConcernId> concernOf(UUID subject) {
        return remediations.get(subject).concern();
    }

    @Override
    public boolean mayKnow(UUID subject, Actor actor) {
        return mayKnow(remediations.get(subject), actor);
    }

    private boolean mayKnow(Remediation remediation, Actor actor) {
        return remediation
                .concern()
                .filter(concern -> concerns.withheldFrom(actor).contains(concern))
                .isEmpty();
    }

    @Override
    public List<String> against(UUID subject, FollowUpStep step, Actor actor) {
        Remediation remediation = remediations.get(subject);
        if (!mayKnow(remediation, actor)) {
            return List.of("There is no such task.");
        }
        List<String> objections = separation.objections(remediation.contract(), step.candidates(), actor);
        if (step == FollowUpStep.APPROVE_REMEDY_PLAN
                && remediation.proposed().filter(plan -> planned(plan, actor)).isPresent()) {
            objections.add("You made this plan. Somebody else has to approve it (H1).");
        }
        if (step == FollowUpStep.VERIFY_REMEDY) {
            if (remediation.approved().filter(plan -> planned(plan, actor)).isPresent()) {
                objections.add("You made the plan. Somebody else has to verify the remedy (H1).");
            }
            if (remediation.measuresOf(actor.username()).findAny().isPresent()) {
                objections.add("You own a measure of the plan. Somebody else has to verify the remedy (H1).");
            }
            if (remediation.reportedBy(actor.username()) && objections.isEmpty()) {
                objections.add("You reported on a measure of the plan. Somebody else has to verify the remedy (H1).");
            }
        }
        return objections;
    }

    private static boolean planned(Plan plan, Actor actor) {
        return plan.plannedBy().equals(actor.username());
    }
}
