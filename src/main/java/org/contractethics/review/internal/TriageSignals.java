package org.contractethics.review.internal;

import java.util.List;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.measure.HeardTiers;
import org.contractethics.review.internal.retriage.TriageFindings;
import org.contractethics.review.internal.returning.EarlierDeal;
import org.contractethics.review.internal.returning.ReturningDeals;
import org.contractethics.screening.Screenings;
import org.contractethics.screening.Screenings.ContractScreening;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.OpenConcerns;
import org.springframework.stereotype.Component;

/**
 * What speaks in a triage by itself: a letter that waits for an answer, what a hearing found or a finding against an earlier
 * triage, deals that were refused before, what was
 * found of the agency before, and names near those of lists.
 */
@Component
class TriageSignals {

    private final OpenConcerns concerns;
    private final HeardTiers heard;
    private final TriageFindings findings;
    private final ReturningDeals returning;
    private final EarlierRecords records;
    private final RedFlags redFlags;
    private final Screenings screenings;

    TriageSignals(
            OpenConcerns concerns,
            HeardTiers heard,
            TriageFindings findings,
            ReturningDeals returning,
            EarlierRecords records,
            RedFlags redFlags,
            Screenings screenings) {
        this.concerns = concerns;
        this.heard = heard;
        this.findings = findings;
        this.returning = returning;
        this.records = records;
        this.redFlags = redFlags;
        this.screenings = screenings;
    }

    boolean letterOpenOn(ContractId contract) {
        return concerns.letterOpenOn(contract);
    }

    /**
     * The lowest tier the contract can be triaged to: the highest that a hearing found, that a finding against a triage gives, or that any
     * triage of it confirmed (S4).
     */
    Optional<Floor> floor(ContractId contract) {
        return heard.of(contract).map(tier -> {
            if (findings.highest(contract).filter(tier::equals).isPresent()) {
                return new Floor(tier, "A finding against an earlier triage gives ");
            }
            if (heard.byRecords(contract).filter(tier::equals).isPresent()) {
                return new Floor(tier, "What was learned since an earlier triage gives ");
            }
            return heard.byHearing(contract).filter(tier::equals).isPresent()
                    ? new Floor(tier, "A hearing of those who signed found ")
                    : new Floor(tier, "An earlier triage of this contract confirmed ");
        });
    }

    /** @param words with the tier after it a sentence */
    record Floor(Tier tier, String words) {}

    List<EarlierDeal> deals(Contract contract) {
        return returning.of(contract);
    }

    Optional<EarlierRecords.Found> record(Contract contract) {
        return records.of(contract);
    }

    /** Which lists the named parties were held against, and which hits nobody cleared. */
    ContractScreening screening(ContractId contract) {
        return screenings.of(contract);
    }

    RedFlags redFlags() {
        return redFlags;
    }
}
