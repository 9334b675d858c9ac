package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.review.FollowUp;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps.FollowUpBegan;
import org.contractethics.review.FollowUps.FollowUpEnded;
import org.contractethics.review.FollowUps.FollowUpStepDone;
import org.contractethics.review.FollowUps.ReReviewBroughtForward;
import org.contractethics.shared.ContractId;

/** One instance of a model that follows a signature, on the engine of a test class. */
final class FollowUpRig {

    final UUID subject = UUID.randomUUID();
    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final EngineRig rig;
    private final FollowUp followUp;
    private final FollowUpProcess process;

    FollowUpRig(EngineRig rig, FollowUp followUp) {
        this.rig = rig;
        this.followUp = followUp;
        this.process = new FollowUpProcess(
                rig.engine.getRuntimeService(), rig.engine.getTaskService(), rig.items, rig.eligibility());
        rig.neighbours.contracts.put(contract, Neighbours.contract(contract, "Cloud data processing"));
    }

    void begins(Map<String, String> facts) {
        rig.timeBecomes(EngineRig.MONDAY_MORNING);
        process.starts(
                new FollowUpBegan(followUp, subject, contract, "T3", facts, Set.of("sofia"), rig.clock.instant()));
    }

    /** Somebody of the group claims the open task and works it off. */
    void done(FollowUpStep step, String person, Map<String, String> facts) {
        rig.engine.getTaskService().setAssignee(item().taskId(), person);
        send(step, person, facts);
    }

    void send(FollowUpStep step, String person, Map<String, String> facts) {
        process.movesOn(new FollowUpStepDone(subject, step, person, new HashMap<>(facts), rig.clock.instant()));
    }

    void comesForward(String moment) {
        new ReReviewTimer(rig.engine.getRuntimeService(), rig.engine.getManagementService())
                .comesForward(new ReReviewBroughtForward(subject, Instant.parse(moment)));
    }

    void ended() {
        process.ends(new FollowUpEnded(followUp, subject, rig.clock.instant()));
    }

    InboxItem item() {
        return rig.items.ofSubject(subject).stream()
                .filter(item -> !item.done())
                .findFirst()
                .orElseThrow();
    }

    List<String> open() {
        return rig.openTasks(subject);
    }

    void timeBecomes(String moment) {
        rig.timeBecomes(Instant.parse(moment));
    }
}
