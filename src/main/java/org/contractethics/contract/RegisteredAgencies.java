package org.contractethics.contract;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;

/** The agencies that award the contracts of the register, by the names it writes them with. */
public interface RegisteredAgencies {

    /**
     * A contract of an agency.
     *
     * @param runs whether a published award says that its services run today
     */
    record Awarded(ContractId id, String reference, ContractState state, boolean runs) {}

    /**
     * The name of an agency as the register writes it, where this person may know of a contract of it: an agency that stands under
     * secrecy terms or is redacted everywhere (H18) is for them not there. People outside the company know published awards only.
     *
     * @param typed its name or one that the list of agencies knows it by, in any case
     */
    Optional<String> find(String typed, Actor viewer);

    /** The same for anybody at all: only agencies of published awards. */
    Optional<String> published(String typed);

    /** Every contract that it awarded, also those that few may know of. */
    List<Awarded> contractsOf(String agency);

    /** Those of these contracts whose agency this person may know today. */
    Set<ContractId> known(Collection<ContractId> contracts, Actor viewer);

    /** The one name by which the list of agencies knows it, whether or not a contract of it is registered; as typed where it knows none. */
    String listed(String typed);
}
