package org.contractethics.screening;

import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;

/**
 * What was written of the agencies and countries of a contract since its triage. Asked by this module, answered by {@code review}, which
 * triages.
 */
public interface SinceTriage {

    /**
     * By the id of the finding or record, a line for whoever may read the facts of the contract: since which triage it is written, and
     * what came of the tier. What the triage in effect knew is left out.
     */
    Map<UUID, String> of(ContractId contract);
}
