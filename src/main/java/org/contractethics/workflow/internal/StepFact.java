package org.contractethics.workflow.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** The engine gave up a step of a case for now, or somebody had it tried again. */
record StepFact(String kind, @Nullable ContractId contract, String actor, Instant occurredAt, Map<String, Object> facts)
        implements RecordedEvent {

    static StepFact givenUp(StandingStep step, Instant at) {
        return new StepFact("step-given-up", contract(step), Actor.SYSTEM.username(), at, facts(step));
    }

    static StepFact triedAgain(StandingStep step, String actor, Instant at) {
        return new StepFact("step-tried-again", contract(step), actor, at, facts(step));
    }

    private static @Nullable ContractId contract(StandingStep step) {
        return step.contract() == null ? null : step.contract().id();
    }

    private static Map<String, Object> facts(StandingStep step) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(ProcessNames.idFact(step.procedure()), step.subject().toString());
        if (step.concern() != null) {
            facts.put("concernId", step.concern().toString());
        }
        facts.put("procedure", step.procedure());
        facts.put("step", step.element());
        return Map.copyOf(facts);
    }
}
