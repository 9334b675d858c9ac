package org.contractethics.concern.internal;

import java.util.Map;
import java.util.Set;
import org.contractethics.concern.internal.Reporters.FiledBy;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;

/**
 * From whom some concerns are kept, as it was when read.
 *
 * @param read the concerns it was read for
 * @param filers who filed each
 * @param named from whom each is kept by name: excluded by its filer, or stepped back
 * @param owners account owner of each contract complained about
 */
record KeptFrom(
        Set<ConcernId> read, FiledBy filers, Map<ConcernId, Set<String>> named, Map<ContractId, String> owners) {

    /** Whether this person must not learn that the concern exists: in no list, count, task, notice or entry. */
    boolean isWithheld(Concern concern, String username) {
        ContractId contract = concern.contract();
        return named.getOrDefault(concern.id(), Set.of()).contains(username)
                || (contract != null && username.equals(owners.get(contract)));
    }

    /** Whether this person must not handle it: nobody handles what they filed, nor what is not among those read. */
    boolean isBarred(Concern concern, String username) {
        return !read.contains(concern.id()) || isWithheld(concern, username) || filers.isOf(concern.id(), username);
    }
}
