package org.contractethics.shared;

import java.util.Map;
import java.util.Set;

/** What the register withholds from staff of contracts whose terms or existence are secret (H15, H18). Implemented by the contracts. */
@FunctionalInterface
public interface SecretFacts {

    /**
     * @param reference by which entries name a contract that do not tell its id, as those of imports
     * @param fields what is withheld because of its terms: TITLE, AGENCY, SUPPLIER, VALUE, PERIOD
     */
    record Secret(String reference, Set<String> fields) {

        public Secret {
            fields = Set.copyOf(fields);
        }
    }

    /** Each contract under secrecy terms with what is withheld of it today, which may be nothing. */
    Map<ContractId, Secret> secret();
}
