package org.contractethics.review.internal.execution;

import java.time.LocalDate;
import java.util.List;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;

/** A signature as it was confirmed. */
public record Executed(
        ContractId contract,
        ExecutionVerdict verdict,
        String companySignatory,
        String customerSignatory,
        LocalDate signedOn,
        List<Kept> copies) {

    public Executed {
        copies = List.copyOf(copies);
    }

    /** A copy that is kept, with the hash of its bytes. */
    public record Kept(DocumentVersionId version, String fileName, String sha256) {}
}
