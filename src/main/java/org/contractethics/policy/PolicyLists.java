package org.contractethics.policy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lists that a version of the policy holds beside its tables. Who changes them changes tiers, so they change by a proposal only. */
public interface PolicyLists {

    /** Code of the class that the list of agencies gives to an agency of this name; empty where it knows none. */
    Optional<String> agencyType(String name);

    /** The class of an agency: that of the list, or the one in the register where the list knows no agency of this name. */
    default String agencyType(String name, String registered) {
        return agencyType(name).orElse(registered);
    }

    /** Of these red flags those that the stated facts do not tell, in the order in which they are given (H16). */
    List<UntoldFlag> untold(Collection<String> redFlags, StatedFacts facts);

    /**
     * What the facts of a contract say that can tell a red flag.
     *
     * @param capabilities codes of the catalogue
     * @param dataKinds codes of the kinds of data
     * @param secrecy whether any secrecy terms are named
     * @param resellers whether a reseller is named
     */
    record StatedFacts(Set<String> capabilities, Set<String> dataKinds, boolean secrecy, boolean resellers) {

        public StatedFacts {
            capabilities = Set.copyOf(capabilities);
            dataKinds = Set.copyOf(dataKinds);
        }
    }

    /** @param words what is not known where nothing tells it, without a full stop */
    record UntoldFlag(String check, String words) {}
}
