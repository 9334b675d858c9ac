package org.contractethics.concern.internal.letter;

import org.contractethics.policy.ConcernRouting.ContractPhase;
import org.jspecify.annotations.Nullable;

/** What follows when enough people have signed (table 2.9). */
public enum Consequence {
    HEARING("The panel hears those who signed"),
    HOLD("The signature of the contract is held"),
    REOPENING("The review of a running contract is opened again"),
    BOARD("The board committee is told");

    private final String label;

    Consequence(String label) {
        this.label = label;
    }

    /** The words shown on screen. */
    public String label() {
        return label;
    }

    /** Whether it means anything for a contract that is so far; a contract nobody knows is before its signature. */
    boolean concerns(@Nullable ContractPhase phase) {
        return switch (this) {
            case HEARING -> phase != ContractPhase.ENDED;
            case HOLD -> phase == null || phase == ContractPhase.BEFORE_SIGNATURE;
            case REOPENING -> phase == ContractPhase.RUNNING;
            case BOARD -> true;
        };
    }
}
