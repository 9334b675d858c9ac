package org.contractethics.review.web;

import java.time.Instant;
import java.util.List;
import org.contractethics.contract.AwardingAgencies.Award;
import org.contractethics.contract.AwardingAgencies.Awards;
import org.contractethics.contract.AwardingAgencies.Described;
import org.contractethics.review.internal.precedent.LastDecision;
import org.contractethics.screening.CitedFindings.Finding;
import org.contractethics.screening.Screenings.AgencyScreening;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;

/**
 * The agency of a contract as one person may know it.
 *
 * @param contract through which it was asked for, by reference and, where they may be known, its words
 * @param findings what others found of it, the gravest first
 * @param triaged the worst that a triage found of it; null where none did, or this person does not read the facts of every contract
 * @param screening against lists; null where this person may not know of it
 * @param rows the contracts of this page
 */
public record AgencyProfile(
        ContractId contract,
        String reference,
        Described agency,
        List<Finding> findings,
        @Nullable Triaged triaged,
        @Nullable AgencyScreening screening,
        Awards awards,
        List<Row> rows) {

    public AgencyProfile {
        findings = List.copyOf(findings);
        rows = List.copyOf(rows);
    }

    /**
     * @param code as the triage answers it
     * @param words the same in words
     */
    public record Triaged(String code, String words, Instant at) {}

    /** @param decision the last one; null where nothing is decided, or this person may not know what was */
    public record Row(Award award, @Nullable LastDecision decision) {

        /** Of the last decision and of those before it, in words. */
        public String conditions() {
            if (decision == null || decision.conditions() + decision.open() == 0) {
                return "None";
            }
            if (!award.facts()) {
                return String.valueOf(decision.conditions());
            }
            return decision.open() == 0 ? decision.conditions() + ", none open" : decision.open() + " open";
        }
    }
}
