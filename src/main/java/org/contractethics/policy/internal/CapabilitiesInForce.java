package org.contractethics.policy.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.shared.CapabilityCatalogue;
import org.springframework.stereotype.Component;

/** The capabilities that contracts can be said to have: those of the version in force. */
@Component
class CapabilitiesInForce implements CapabilityCatalogue {

    private final PolicyInForce policy;

    CapabilitiesInForce(PolicyInForce policy) {
        this.policy = policy;
    }

    @Override
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        policy.capabilities().forEach(capability -> labels.put(capability.code(), capability.label()));
        return labels;
    }
}
