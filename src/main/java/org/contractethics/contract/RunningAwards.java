package org.contractethics.contract;

import java.time.LocalDate;
import java.util.Optional;
import org.contractethics.shared.ContractId;

/** What published awards say of contracts of the register, as they were imported: whoever edits the facts of a contract does not change it. */
public interface RunningAwards {

    /** First day of the services that an award has run on this day; empty where none does, or where no award was published. */
    Optional<LocalDate> runningSince(ContractId contract, LocalDate day);
}
