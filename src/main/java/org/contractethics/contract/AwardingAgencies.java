package org.contractethics.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/** The agency that awarded a contract and whatever else it awarded, as one person may see them in the register today. */
public interface AwardingAgencies {

    /** Contracts on one page. */
    int PAGE = 25;

    /**
     * What the register knows of an agency.
     *
     * @param parent the department above it; null where none is known, and for whoever may not know the facts of the contract
     * @param typeSource where its class comes from, in words
     * @param country ISO 3166-1 alpha-2 code
     * @param countryName the same in words
     * @param countrySource where its country comes from, in words
     */
    record Described(
            String name,
            @Nullable String parent,
            AgencyType type,
            String typeSource,
            String country,
            String countryName,
            String countrySource) {}

    /**
     * A contract that the agency awarded.
     *
     * @param name what it may be called before this person
     * @param facts whether this person may know its facts
     * @param withheld whether something of its line is withheld from this person: free texts about it may tell what
     */
    record Award(
            ContractId id,
            String reference,
            String name,
            ContractState state,
            @Nullable String tier,
            @Nullable String outcome,
            boolean facts,
            boolean withheld) {}

    /**
     * A page of what an agency awarded: first what is decided, then what is triaged, the newest first.
     *
     * @param states how many contracts stand in which state, on all pages
     * @param page the page shown, from 1
     * @param leftOut whether contracts may be missing because their agency is withheld from this person; told to all who do not read
     *     every fact, whether or not one is missing
     */
    record Awards(List<Award> awards, Map<ContractState, Integer> states, int page, boolean leftOut) {

        public int total() {
            return states.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Empty where there is no such contract, and where its agency is withheld from this person (H18): the two look the same. */
    Optional<Described> of(ContractId contract, Actor viewer);

    /**
     * What is left out because its agency is withheld from this person is not counted either. Three statements, however many there are.
     *
     * @param agency its name as {@link Described} tells it
     * @param page from 1; what is out of range is the nearest page there is
     */
    Awards awardedBy(String agency, int page, Actor viewer);
}
