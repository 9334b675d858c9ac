package org.contractethics.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.contractethics.policy.ConcernRouting.ConcernAction;
import org.contractethics.policy.ConcernRouting.ConcernFacts;
import org.contractethics.policy.ConcernRouting.ConcernRoute;
import org.contractethics.policy.ConcernRouting.ContractPhase;
import org.contractethics.policy.Policy.DecisionFacts;
import org.contractethics.policy.Policy.DecisionSpace;
import org.contractethics.policy.Policy.Involvement;
import org.contractethics.policy.Policy.Leverage;
import org.contractethics.policy.Policy.Likelihood;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.Triage;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.policy.Safeguards.GapWeight;
import org.contractethics.policy.Safeguards.SafeguardState;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each table of the policy, row by row. */
class DecisionTableTests {

    private static final Policy POLICY = EvaluatedPolicy.packed();

    @ParameterizedTest(name = "{0} is {11}")
    @CsvFileSource(resources = "/policy/scenarios.csv", numLinesToSkip = 1)
    void gives_the_tier_of_known_cases(
            String scenario,
            String capabilities,
            String agencyType,
            String band,
            String agencyRecord,
            boolean conflict,
            boolean vulnerable,
            boolean gap,
            int capability,
            int agency,
            int context,
            Tier tier) {
        TriageFacts facts = new TriageFacts(
                Set.of(capabilities.split(" ")),
                agencyType,
                band,
                agencyRecord,
                false,
                conflict,
                false,
                vulnerable,
                gap,
                false,
                false);

        Triage triage = POLICY.triage(facts);

        assertThat(triage.tier()).as(scenario).isEqualTo(tier);
        assertThat(triage.capabilityRisk()).isEqualTo(capability);
        assertThat(triage.agencyScore()).isEqualTo(agency);
        assertThat(triage.contextScore()).isEqualTo(context);
        assertThat(triage.why()).isNotBlank();
        assertThat(triage.matched()).containsOnlyKeys("capability-risk", "agency-risk", "context-risk", "triage-tier");
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/policy/context.csv", numLinesToSkip = 1)
    void scores_the_context(
            @Nullable Boolean sanctions,
            @Nullable Boolean conflict,
            @Nullable Boolean finding,
            @Nullable String agencyRecord,
            @Nullable String band,
            int score) {
        TriageFacts facts = new TriageFacts(
                Set.of("PUBLIC_WEBSITE"),
                "CULTURE",
                band,
                agencyRecord,
                sanctions,
                conflict,
                finding,
                false,
                false,
                false,
                false);

        assertThat(POLICY.triage(facts).contextScore()).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/policy/severity.csv", numLinesToSkip = 1)
    void rates_the_severity(
            @Nullable Integer scale, @Nullable Integer scope, @Nullable Integer irremediability, Severity severity) {
        assertThat(POLICY.severity(scale, scope, irremediability)).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/policy/priority.csv", numLinesToSkip = 1)
    void sets_the_priority(
            @Nullable Severity severity, @Nullable Likelihood likelihood, String priority, boolean remediation) {
        assertThat(POLICY.priority(severity, likelihood).code()).isEqualTo(priority);
        assertThat(POLICY.priority(severity, likelihood).remediation()).isEqualTo(remediation);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/policy/decision-space.csv", numLinesToSkip = 1)
    void limits_the_outcomes(
            @Nullable Boolean gaps,
            @Nullable Severity severity,
            @Nullable Likelihood likelihood,
            @Nullable Involvement involvement,
            @Nullable Leverage leverage,
            String allowed,
            String decider,
            String majority) {
        DecisionSpace space =
                POLICY.decisionSpace(new DecisionFacts(gaps, severity, likelihood, involvement, leverage));

        assertThat(space.allowed()).isEqualTo(outcomes(allowed));
        assertThat(space.decider()).isEqualTo(decider);
        assertThat(space.majority()).isEqualTo(majority);
        assertThat(space.basis()).isNotBlank();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/policy/safeguard-gaps.csv", numLinesToSkip = 1)
    void weighs_a_safeguard_that_is_not_there(
            @Nullable SafeguardState state, String safeguard, @Nullable Tier tier, GapWeight weight) {
        Map<String, SafeguardState> states = state == null ? Map.of() : Map.of(safeguard, state);

        assertThat(POLICY.safeguardGaps(tier, states).rows())
                .filteredOn(gap -> gap.safeguard().equals(safeguard))
                .singleElement()
                .satisfies(gap -> assertThat(gap.weight()).isEqualTo(weight))
                .satisfies(gap -> assertThat(gap.reason()).isNotBlank());
    }

    @Test
    void safeguards_block_when_one_is_missing_and_are_unknown_when_one_was_not_checked() {
        Map<String, SafeguardState> states = new LinkedHashMap<>();
        POLICY.safeguards().forEach(safeguard -> states.put(safeguard.code(), SafeguardState.PRESENT));
        assertThat(POLICY.safeguardGaps(Tier.T4, states).blocking()).isFalse();

        states.remove("INCIDENT_NOTICE");
        assertThat(POLICY.safeguardGaps(Tier.T4, states).blocking()).isNull();
        assertThat(POLICY.safeguardGaps(Tier.T2, states).blocking()).isFalse();

        states.put("END_USE_RESTRICTION", SafeguardState.REFUSED);
        assertThat(POLICY.safeguardGaps(Tier.T4, states).blocking()).isTrue();
        assertThat(POLICY.safeguardGaps(Tier.T2, Map.of()).blocking()).isNull();
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/policy/concerns.csv", numLinesToSkip = 1)
    void routes_a_concern(
            String topic,
            int signatories,
            @Nullable ContractPhase phase,
            String urgency,
            int acknowledge,
            int meeting,
            int reply,
            ConcernAction action) {
        ConcernRoute route = POLICY.concernRoute(new ConcernFacts(topic, signatories, phase));

        assertThat(route.urgency()).isEqualTo(urgency);
        assertThat(route.acknowledgeDays()).isEqualTo(acknowledge);
        assertThat(route.meetingWorkingDays()).isEqualTo(meeting);
        assertThat(route.replyDays()).isEqualTo(reply);
        assertThat(route.action()).isEqualTo(action);
        assertThat(route.why()).isNotBlank();
    }

    private static Set<Outcome> outcomes(String names) {
        return Arrays.stream(names.split(" ")).map(Outcome::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
