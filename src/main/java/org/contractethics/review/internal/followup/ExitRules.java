package org.contractethics.review.internal.followup;

import java.util.List;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.internal.followup.ContractExit.Plan;
import org.contractethics.review.internal.followup.ContractExit.Report;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Component;

/** H1 in an exit: nobody approves a plan or confirms a report of their own. */
@Component
class ExitRules implements StepRules {

    private final ContractExits exits;
    private final Separation separation;

    ExitRules(ContractExits exits, Separation separation) {
        this.exits = exits;
        this.separation = separation;
    }

    @Override
    public FollowUp followUp() {
        return FollowUp.EXIT;
    }

    @Override
    public ContractId contractOf(UUID subject) {
        return exits.get(subject).contract();
    }

    @Override
    public List<String> against(UUID subject, FollowUpStep step, Actor actor) {
        ContractExit exit = exits.get(subject);
        List<String> objections = separation.objections(exit.contract(), step.candidates(), actor);
        boolean ownPlan = exit.proposed()
                .map(Plan::plannedBy)
                .filter(actor.username()::equals)
                .isPresent();
        if (step == FollowUpStep.APPROVE_EXIT_PLAN && ownPlan) {
            objections.add("You made this plan. Somebody else has to approve it (H1).");
        }
        boolean ownReport = exit.approved()
                .flatMap(Plan::reported)
                .map(Report::reportedBy)
                .filter(actor.username()::equals)
                .isPresent();
        if (step == FollowUpStep.CONFIRM_EXIT && ownReport) {
            objections.add("You made this report. Somebody else has to confirm it (H1).");
        }
        return objections;
    }
}
