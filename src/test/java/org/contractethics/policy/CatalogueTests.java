package org.contractethics.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.junit.jupiter.api.Test;

/** The catalogues and the version of the policy. */
class CatalogueTests {

    private static final Policy POLICY = EvaluatedPolicy.packed();

    @Test
    void knows_43_rights_each_with_its_article() {
        assertThat(POLICY.rights()).hasSize(43).allSatisfy(right -> {
            assertThat(right.code()).matches("R\\d\\d");
            assertThat(right.name()).isNotBlank();
            assertThat(right.udhr()).isNotBlank();
            assertThat(right.instruments()).isNotBlank();
        });
    }

    @Test
    void every_trigger_of_a_right_is_a_capability_of_the_catalogue() {
        Set<String> codes = POLICY.capabilities().stream().map(Capability::code).collect(Collectors.toSet());

        assertThat(POLICY.rights()).flatExtracting(HumanRight::triggers).isSubsetOf(codes);
    }

    @Test
    void names_what_was_not_read_again_as_unverified() {
        assertThat(POLICY.right("R41").orElseThrow().instruments()).contains("ICRMW 14 (unverified)");
        assertThat(POLICY.right("R03").orElseThrow().instruments())
                .contains("ICPPED 16")
                .doesNotContain("unverified");
        assertThat(POLICY.safeguards())
                .filteredOn(safeguard -> safeguard.source().endsWith("unverified"))
                .extracting(Safeguards.Safeguard::code)
                .containsExactly("AUDIT_OR_VERIFICATION_RIGHT");
    }

    /** ICCPR 4(2), ECHR 15(2), CAT 2(2), ICPPED 1(2), common article 3 */
    @Test
    void the_core_of_these_rights_is_never_suspended_and_of_no_other() {
        assertThat(POLICY.rights())
                .filteredOn(HumanRight::nonDerogable)
                .extracting(HumanRight::code)
                .containsExactly("R01", "R02", "R03", "R04", "R07", "R08", "R26", "R43");
    }

    @Test
    void lists_the_most_severe_capabilities_first() {
        assertThat(POLICY.capabilities()).hasSize(32).isSortedAccordingTo((a, b) -> b.score() - a.score());
    }

    @Test
    void carries_a_number_a_date_and_a_hash_that_two_readings_share() {
        assertThat(POLICY.current().number()).isPositive();
        assertThat(POLICY.current().contentHash()).matches("[0-9a-f]{64}");
        assertThat(EvaluatedPolicy.packed().current()).isEqualTo(POLICY.current());
    }

    /** H15 */
    @Test
    void a_secret_contract_is_never_below_t3() {
        TriageFacts secret = new TriageFacts(
                Set.of("PUBLIC_WEBSITE"), "CULTURE", "LOW", "NONE", false, false, false, false, false, false, true);

        assertThat(POLICY.triage(secret).tier()).isEqualTo(Tier.T3);
    }

    @Test
    void a_contract_nothing_is_known_about_is_never_light() {
        TriageFacts nothing = new TriageFacts(Set.of(), null, null, null, null, null, null, null, null, null, false);

        assertThat(POLICY.triage(nothing).tier()).isEqualTo(Tier.T3);
    }

    @Test
    void a_single_unknown_fact_lifts_an_otherwise_light_contract_out_of_t1() {
        TriageFacts known = new TriageFacts(
                Set.of("PUBLIC_WEBSITE"), "CULTURE", "LOW", "NONE", false, false, false, false, false, false, false);
        TriageFacts unknownGroups = new TriageFacts(
                Set.of("PUBLIC_WEBSITE"), "CULTURE", "LOW", "NONE", false, false, false, null, false, false, false);

        assertThat(POLICY.triage(known).tier()).isEqualTo(Tier.T1);
        assertThat(POLICY.triage(unknownGroups).tier()).isEqualTo(Tier.T2);
    }
}
