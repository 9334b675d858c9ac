package org.contractethics.contract.internal.redaction;

import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Secrecy;

/**
 * Secrecy terms as they were stored just now. Published in the transaction that stores the contracts.
 *
 * @param registered contracts that are new in the register
 * @param changed contracts whose terms were others before
 * @param actor who stated them
 */
public record SecrecyStated(List<Contract> registered, List<Contract> changed, String actor) {

    public SecrecyStated {
        registered = registered.stream()
                .filter(contract -> contract.secrecy() != Secrecy.NONE)
                .toList();
        changed = List.copyOf(changed);
    }
}
