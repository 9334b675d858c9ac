package org.contractethics.shared;

import java.util.Map;
import java.util.Set;

/** What the register withholds from staff of contracts whose terms or existence are secret (H15, H18). Implemented by the contracts. */
@FunctionalInterface
public interface SecretFacts {

    /**
     * @param reference by which entries name a contract that do not tell its id, as those of imports
     * @param fields TITLE, AGENCY, SUPPLIER, VALUE
     */
    record Withheld(String reference, Set<String> fields) {

        public Withheld {
            fields = Set.copyOf(fields);
        }
    }

    /** By contract what is withheld. Contracts of which nothing is are not there. */
    Map<ContractId, Withheld> withheld();
}
