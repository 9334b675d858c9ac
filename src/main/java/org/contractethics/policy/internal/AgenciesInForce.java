package org.contractethics.policy.internal;

import org.contractethics.shared.AgencyList;
import org.springframework.stereotype.Component;

/** The agencies that contracts are registered by: those of the version in force. */
@Component
class AgenciesInForce implements AgencyList {

    private final PolicyInForce policy;

    AgenciesInForce(PolicyInForce policy) {
        this.policy = policy;
    }

    @Override
    public Listed inForce() {
        return policy.now().agencies();
    }
}
