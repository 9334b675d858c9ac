package org.contractethics.screening;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.contractethics.shared.ContractId;

/** From whom the hits of a contract are kept. Asked by this module, answered by {@code review}, which knows who is interested. */
public interface ScreeningConflicts {

    /**
     * Account names of those who own or ever owned the contract or are paid by it (H1), and of those who stepped back from a review of it
     * (H2); contracts of which there are none are left out.
     */
    Map<ContractId, Set<String>> of(Collection<ContractId> contracts);
}
