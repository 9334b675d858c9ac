package org.contractethics.workflow.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.contractethics.review.Reviews.StageCompleted;
import org.contractethics.review.Stage;

/**
 * The few small facts that a process branches on. Nothing else of a completed stage reaches the engine: no reasons, no
 * texts, no votes.
 */
final class StageFacts {

    private static final Map<String, Set<String>> KNOWN = Map.of(
            "tier", Set.of("T1", "T2", "T3", "T4"),
            "legalResult", Set.of("CLEAR", "LICENCE_NEEDED", "STOP"),
            "outcome", Set.of("APPROVE", "CONDITIONAL", "REJECT", "RETURN", "SUSPEND", "EXIT"),
            "appealResult", Set.of("CONFIRM", "CHANGE", "RETURN"),
            "gateResult", Set.of("SIGNED", "LAPSED", "RETURN"),
            "triageResult", Set.of("ANEW", "ON"));

    private static final Map<Stage, String> DEMANDED = Map.of(
            Stage.TRIAGE, "tier",
            Stage.LEGAL_STOP, "legalResult",
            Stage.DECISION, "outcome",
            Stage.APPEAL, "appealResult",
            Stage.SIGNATURE_GATE, "gateResult");

    private StageFacts() {}

    /**
     * The process variables that the completed stage sets.
     *
     * @throws IllegalArgumentException if the fact that the process branches on next is missing or unknown: that is a
     *     defect of the caller, and going on would choose a way nobody decided on
     */
    static Map<String, Object> of(StageCompleted completed) {
        Map<String, Object> facts = new HashMap<>();
        KNOWN.forEach((name, values) -> {
            String value = completed.variables().get(name);
            if (value != null && !values.contains(value)) {
                throw new IllegalArgumentException("unknown %s after stage %s".formatted(name, completed.stage()));
            }
            if (value != null) {
                facts.put(name, value);
            }
        });
        String demanded = DEMANDED.get(completed.stage());
        if (demanded != null && !facts.containsKey(demanded)) {
            throw new IllegalArgumentException("%s is missing after stage %s".formatted(demanded, completed.stage()));
        }
        return facts;
    }
}
