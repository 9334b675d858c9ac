package org.contractethics.concern.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractethics.contract.ContractState;
import org.contractethics.policy.ConcernRouting.ContractPhase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a contract's state means for a concern about it: one that has ended is remedied, not reopened. */
class RoutingConcernsTests {

    @ParameterizedTest
    @CsvSource({
        "REGISTERED, BEFORE_SIGNATURE",
        "IN_REVIEW, BEFORE_SIGNATURE",
        "APPROVED_WITH_CONDITIONS, BEFORE_SIGNATURE",
        "SIGNED, RUNNING",
        "SUSPENDED, RUNNING",
        "EXITING, RUNNING",
        "EXITED, ENDED",
        "REJECTED, ENDED",
        "STOPPED, ENDED"
    })
    void a_state_has_its_phase(ContractState state, ContractPhase phase) {
        assertThat(RoutingConcerns.phase(state)).isEqualTo(phase);
    }
}
