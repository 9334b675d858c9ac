package org.contractethics.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.contractethics.contract.ContractFixtures;
import org.contractethics.shared.CapabilityCatalogue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Capabilities are those of the policy that this application runs by, and of no other one beside it. */
class CatalogueCapabilitiesTests {

    @Test
    void two_applications_in_one_machine_each_name_what_their_own_policy_has() {
        CatalogueCapabilities first = of(Map.of("DRONES", "Drones"));
        CatalogueCapabilities second = of(Map.of("SENSORS", "Sensors"));

        assertThat(first.inForce().all()).containsExactly(Map.entry("DRONES", "Drones"));
        assertThat(second.inForce().all()).containsExactly(Map.entry("SENSORS", "Sensors"));
        assertThat(first.label("SENSORS"))
                .as("a code it does not have stands for itself")
                .isEqualTo("SENSORS");
    }

    @Test
    void what_no_catalogue_has_is_refused_by_the_catalogue_that_is_asked() {
        ContractForm form = ContractForm.of(ContractFixtures.aDraft(), ContractFixtures.packedAgencies());

        assertThat(form.read(null, of(Map.of("DRONES", "Drones")).inForce(), ContractFixtures.packedAgencies())
                        .problems())
                .extracting(problem -> problem.field())
                .isEqualTo(List.of("capabilities"));
    }

    static CatalogueCapabilities of(Map<String, String> labels) {
        CapabilityCatalogue policy = () -> labels;
        return new CatalogueCapabilities(
                new StaticListableBeanFactory(Map.of("policy", policy)).getBeanProvider(CapabilityCatalogue.class));
    }
}
