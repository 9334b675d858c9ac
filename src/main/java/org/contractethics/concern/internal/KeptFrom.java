package org.contractethics.concern.internal;

import java.util.Map;
import java.util.Set;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;

/**
 * From whom some concerns are kept, as it was when read.
 *
 * @param filers who filed each
 * @param excluded whom the filer of each does not want to handle it
 * @param owners account owner of each contract complained about
 */
record KeptFrom(Map<ConcernId, String> filers, Map<ConcernId, Set<String>> excluded, Map<ContractId, String> owners) {

    /** Whether this person must not learn that the concern exists: in no list, count, task, notice or entry. */
    boolean isWithheld(Concern concern, String username) {
        ContractId contract = concern.contract();
        return excluded.getOrDefault(concern.id(), Set.of()).contains(username)
                || (contract != null && username.equals(owners.get(contract)));
    }

    /** Whether this person must not handle it: nobody handles what they filed, nor what is not among those read. */
    boolean isBarred(Concern concern, String username) {
        String filer = filers.get(concern.id());
        return isWithheld(concern, username) || filer == null || username.equals(filer);
    }
}
