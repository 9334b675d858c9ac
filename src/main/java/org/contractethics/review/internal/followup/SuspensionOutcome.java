package org.contractethics.review.internal.followup;

import java.util.Arrays;
import java.util.List;
import org.contractethics.contract.ContractState;
import org.contractethics.review.internal.followup.SuspensionReview.Purpose;

/** What two people can decide about the services of a signed contract. */
public enum SuspensionOutcome {
    SUSPEND(Purpose.SUSPEND, "Suspend the services", "the services are suspended", ContractState.SUSPENDED),
    CONTINUE(Purpose.SUSPEND, "Let the services continue", "the services continue", ContractState.SIGNED),
    LIFT(Purpose.LIFT, "Lift the suspension", "the suspension is lifted", ContractState.SIGNED),
    KEEP(Purpose.LIFT, "Keep the services suspended", "the services stay suspended", ContractState.SUSPENDED),
    EXIT(null, "Exit: end the contract", "the contract is to be ended", ContractState.EXITING);

    private final @org.jspecify.annotations.Nullable Purpose purpose;
    private final String label;
    private final String done;
    private final ContractState state;

    SuspensionOutcome(
            @org.jspecify.annotations.Nullable Purpose purpose, String label, String done, ContractState state) {
        this.purpose = purpose;
        this.label = label;
        this.done = done;
        this.state = state;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    /** What is so once it is confirmed, inside a sentence. */
    String done() {
        return done;
    }

    /** What the contract becomes. */
    ContractState state() {
        return state;
    }

    /** Whether services do not run by it. */
    boolean holds() {
        return state != ContractState.SIGNED;
    }

    /** Whether a running interim measure is confirmed by it (H17). */
    boolean confirmsMeasure() {
        return this == SUSPEND || this == EXIT;
    }

    /** Those that answer the question. */
    public static List<SuspensionOutcome> of(Purpose purpose) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.purpose == null || outcome.purpose == purpose)
                .toList();
    }
}
