package org.contractethics.review.internal.panel;

import java.time.LocalDate;
import java.util.List;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;

/** Hearings of those who signed, for papers. Whoever keeps what concerns do to contracts implements it. */
public interface HearingsHeld {

    /** @param actsAs as what it was recorded */
    record Hearing(String recordedBy, LocalDate on, ActsAs actsAs) {}

    /** Those that were recorded on these days, the earliest first; only of concerns that the viewer may know of (H13). */
    List<Hearing> knownTo(Actor viewer, ContractId contract, LocalDate from, LocalDate until);
}
