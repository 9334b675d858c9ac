package org.contractethics.contract.internal;

import org.contractethics.shared.AgencyList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The known agencies by the policy in force. */
@Component
public class AgencyDirectories {

    private final ObjectProvider<AgencyList> policy;

    AgencyDirectories(ObjectProvider<AgencyList> policy) {
        this.policy = policy;
    }

    /** Its answers do not change while it is used, so that one file is read by one list. */
    public AgencyDirectory inForce() {
        return new AgencyDirectory(policy.getObject().inForce());
    }
}
