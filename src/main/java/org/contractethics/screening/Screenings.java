package org.contractethics.screening;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * What was found of the named parties of a contract on lists of sanctions and debarment. Evidence for a reviewer: that a name is near a
 * listed one does not say that the party is the one listed, and that none is near clears nobody.
 */
public interface Screenings {

    /** For a caller that asked for the right to know already. */
    ContractScreening of(ContractId contract);

    /** Where the screening of the agency that awarded the contract, and of the department above it, stands; empty for whoever may not know of it. */
    Optional<AgencyScreening> ofAgency(ContractId contract, Actor viewer);

    /**
     * @param screenedAt of the last screening of the contract; null where it was never screened
     * @param hits those that nobody cleared, the strong ones first
     */
    record AgencyScreening(@Nullable Instant screenedAt, List<StandingHit> hits) {

        public AgencyScreening {
            hits = List.copyOf(hits);
        }
    }

    /**
     * A list that is asked.
     *
     * @param statedOn the day it says it is of; null where no version of it is loaded
     * @param staleSince since when it is too old to rest on; null where it is not
     * @param screened whether the last screening of the contract asked it
     */
    record AskedList(String name, @Nullable LocalDate statedOn, @Nullable LocalDate staleSince, boolean screened) {

        /** The list with its day, and why its silence says nothing where that is so. */
        public String words() {
            if (statedOn == null) {
                return name + " (no version is loaded: not screened against)";
            }
            String dated = name + " of " + Times.words(statedOn);
            if (!screened) {
                return dated + " (not screened against)";
            }
            return staleSince == null ? dated : dated + " (stale since " + Times.words(staleSince) + ")";
        }
    }

    /**
     * A hit that nobody cleared.
     *
     * @param state in words, for example "Open"
     * @param bars whether it keeps a triage from saying that no sanctions apply
     */
    record StandingHit(
            String role, String party, String matchedName, String list, boolean strong, String state, boolean bars) {

        public String words() {
            return role + " “" + party + "” is near “" + matchedName + "” of " + list + " ("
                    + (strong ? "strong" : "to be looked at") + ", " + state.toLowerCase(Locale.ROOT) + ")";
        }
    }

    /**
     * Where the screening of a contract stands.
     *
     * @param screenedAt of the last screening; null where it was never screened
     * @param hits those that nobody cleared, the strong ones first
     */
    record ContractScreening(@Nullable Instant screenedAt, List<AskedList> lists, List<StandingHit> hits) {

        public ContractScreening {
            lists = List.copyOf(lists);
            hits = List.copyOf(hits);
        }

        /** Whether a triage may not say that no sanctions apply. */
        public boolean barsDenial() {
            return hits.stream().anyMatch(StandingHit::bars);
        }

        /** What a reviewer has to know before an answer about sanctions, a sentence each. */
        public List<String> words() {
            if (screenedAt == null) {
                return List.of("The named parties were never screened against a list: nothing is known of them.");
            }
            List<String> words = new ArrayList<>();
            words.add("Screened " + Times.words(screenedAt) + " against: "
                    + String.join("; ", lists.stream().map(AskedList::words).toList()) + ".");
            hits.forEach(hit -> words.add(hit.words() + "."));
            if (hits.isEmpty()) {
                words.add("No hit stands. That clears nobody: other lists and other spellings were not asked.");
            }
            return List.copyOf(words);
        }
    }
}
