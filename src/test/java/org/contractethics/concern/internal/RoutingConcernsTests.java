package org.contractethics.concern.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.contractethics.contract.ContractState;
import org.contractethics.policy.ConcernRouting.ContractPhase;
import org.contractethics.shared.ConcernMatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a contract's state means for a concern about it: one that has ended is remedied, not reopened; one signed once runs on. */
class RoutingConcernsTests {

    @ParameterizedTest
    @CsvSource({
        "REGISTERED, false, false, BEFORE_SIGNATURE",
        "REGISTERED, false, true, RUNNING",
        "REGISTERED, true, false, RUNNING",
        "IN_REVIEW, false, false, BEFORE_SIGNATURE",
        "IN_REVIEW, false, true, BEFORE_SIGNATURE",
        "APPROVED_WITH_CONDITIONS, false, true, BEFORE_SIGNATURE",
        "IN_REVIEW, true, false, RUNNING",
        "APPROVED, true, false, RUNNING",
        "REJECTED, true, false, RUNNING",
        "SIGNED, true, false, RUNNING",
        "SUSPENDED, true, false, RUNNING",
        "EXITING, true, false, RUNNING",
        "EXITED, true, true, ENDED",
        "REJECTED, false, true, RUNNING",
        "REJECTED, false, false, ENDED",
        "STOPPED, false, true, RUNNING",
        "STOPPED, false, false, ENDED"
    })
    void a_state_has_its_phase(ContractState state, boolean signedOnce, boolean awardRuns, ContractPhase phase) {
        assertThat(RoutingConcerns.phase(state, signedOnce, awardRuns)).isEqualTo(phase);
    }

    @Test
    void of_the_contracts_of_an_agency_one_that_runs_counts_before_all_others() {
        assertThat(RoutingConcerns.furthest(EnumSet.allOf(ContractPhase.class))).isEqualTo(ContractPhase.RUNNING);
        assertThat(RoutingConcerns.furthest(EnumSet.of(ContractPhase.ENDED, ContractPhase.BEFORE_SIGNATURE)))
                .isEqualTo(ContractPhase.BEFORE_SIGNATURE);
        assertThat(RoutingConcerns.furthest(EnumSet.of(ContractPhase.ENDED))).isEqualTo(ContractPhase.ENDED);
        assertThat(RoutingConcerns.furthest(EnumSet.noneOf(ContractPhase.class)))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "POLICY, END_USE, REVIEW",
        "PROCESS, TERMS, REVIEW",
        "PROCESS, RETALIATION, REVIEW",
        "POLICY, HARM, REVIEW",
        "POLICY, IMMINENT_HARM, IMMINENT_HARM",
        "CAPABILITY, END_USE, END_USE"
    })
    void policy_and_process_go_to_the_ombuds_first_unless_people_are_about_to_be_harmed(
            ConcernMatter.Kind kind, ConcernTopic topic, ConcernTopic asked) {
        assertThat(RoutingConcerns.asked(topic, new ConcernMatter(kind, "1"))).isEqualTo(asked);
        assertThat(RoutingConcerns.asked(topic, null)).isEqualTo(topic);
    }
}
