package org.contractethics.contract;

import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;

/** What a contract may be called before somebody who need not know its facts. */
public interface RegisterNames {

    /**
     * Reference, title and agency in one line, as far as this viewer may see them today: what is under secrecy terms or
     * redacted (H18) is left out. A missing contract is refused with 404.
     */
    String inWords(ContractId contract, Actor viewer);

    /** Whether something of the contract is withheld from this viewer today: free texts about it may tell it. */
    boolean withholds(ContractId contract, Actor viewer);
}
