package org.contractethics.shared;

import org.jspecify.annotations.Nullable;

/** A fact about no contract that nobody brought about but the application itself. */
public interface SystemEvent extends RecordedEvent {

    @Override
    default @Nullable ContractId contract() {
        return null;
    }

    @Override
    default String actor() {
        return Actor.SYSTEM.username();
    }
}
