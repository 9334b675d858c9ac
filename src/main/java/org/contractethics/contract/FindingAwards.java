package org.contractethics.contract;

import java.util.List;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** Contracts found by what their records say, whoever the supplier is: agency, supplier, its parent, resellers and descriptions together. */
public interface FindingAwards {

    /** At the end of a wording: its last word may go on. */
    String ANY_ENDING = "*";

    /**
     * Something looked for, in all its wordings: a contract has it if one of them stands in its records.
     *
     * @param wordings words that stand beside each other, for example {@code facial recognition}
     */
    record Need(List<String> wordings) {
        public Need {
            wordings = List.copyOf(wordings);
        }
    }

    /**
     * A contract as its viewer may see it in the register.
     *
     * @param supplier null where it is withheld from the viewer
     */
    record Award(ContractId id, String reference, String name, String agency, @Nullable String supplier) {}

    /** @param total how many contracts have one of the needs, as far as the viewer may know */
    record Awards(int total, List<Award> first) {
        public Awards {
            first = List.copyOf(first);
        }
    }

    /**
     * Those that have most of the needs come first, a rare need counting more than a common one. Contracts whose facts are withheld from
     * the viewer are neither found nor counted; nothing is found for people outside the company.
     */
    Awards find(List<Need> needs, Actor viewer, int most);
}
