package org.contractethics.shared;

import java.util.Map;
import java.util.Set;

/** What the register withholds from staff of contracts whose terms or existence are secret (H15, H18). Implemented by the contracts. */
@FunctionalInterface
public interface SecretFacts {

    /** By contract what is withheld: TITLE, AGENCY, SUPPLIER, VALUE. Contracts of which nothing is are not there. */
    Map<ContractId, Set<String>> withheld();
}
