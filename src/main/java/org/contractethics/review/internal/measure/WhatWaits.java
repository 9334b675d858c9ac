package org.contractethics.review.internal.measure;

import java.time.LocalDate;
import java.util.List;
import org.contractethics.shared.ConcernMeasures.Measure;
import org.contractethics.shared.ConcernMeasures.Taken;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;

/**
 * What a contract waits for because of concerns. The sentences name none: whoever is refused may be somebody from whom it is kept
 * (H13).
 */
@Component
public class WhatWaits {

    private static final String HELD =
            "The signature is held. What has to be settled first stands on the page of the contract,"
                    + " for whoever may know of it; until then nothing is signed (H7).";
    private static final String UNHEARD =
            "The panel has to hear those who signed before anything is decided. The chair records"
                    + " the hearing on the page of the contract (H3).";

    private final Measures measures;

    WhatWaits(Measures measures) {
        this.measures = measures;
    }

    /** Why nothing can be signed now; empty where nothing holds the signature. */
    public List<String> beforeSignature(ContractId contract) {
        return stands(Measure.HOLD, contract) ? List.of(HELD) : List.of();
    }

    /** Waits for a hold that is being taken or released, and refuses the signature while one stands. */
    public void demandSignable(ContractId contract) {
        measures.lock(contract);
        if (stands(Measure.HOLD, contract)) {
            throw Refused.conflict(HELD);
        }
    }

    /** Why nothing can be decided now; empty where nobody has to be heard. */
    public List<String> beforeDecision(ContractId contract) {
        return stands(Measure.HEARING, contract) ? List.of(UNHEARD) : List.of();
    }

    /** Refuses a decision while somebody has to be heard. */
    public void demandHeard(ContractId contract) {
        measures.lock(contract);
        if (stands(Measure.HEARING, contract)) {
            throw Refused.conflict(UNHEARD);
        }
    }

    /**
     * Whether a concern asked for the review to be opened again, and neither an earlier nor another review was opened by it.
     *
     * @param since the day of the approval; on the day itself it counts, because days are all that is kept
     */
    public boolean reopeningAsked(ContractId contract, ReviewId review, LocalDate since) {
        return measures.about(contract).stream()
                .filter(taken -> taken.measure() == Measure.REOPEN)
                .filter(taken -> !taken.takenOn().isBefore(since))
                .anyMatch(taken -> taken.review() == null || review.equals(taken.review()));
    }

    private boolean stands(Measure measure, ContractId contract) {
        return measures.about(contract).stream()
                .filter(taken -> taken.measure() == measure)
                .anyMatch(Taken::stands);
    }
}
