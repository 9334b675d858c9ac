package org.contractethics.shared;

import java.util.Optional;
import java.util.UUID;

/** Which contract a thing belongs to that addresses name by an id of its own. Implemented by the reviews. */
public interface ContractOf {

    /**
     * The answer never changes. Empty where there is no such thing.
     *
     * @param thing how addresses call its id, for example {@code reviewId}
     */
    Optional<ContractId> contract(String thing, UUID id);
}
