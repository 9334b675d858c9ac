package org.contractethics.document;

import java.time.Instant;
import java.util.Optional;
import org.contractethics.shared.ContractId;

/** On which document set the last decision about a contract was taken. Asked here; the module that decides answers. */
public interface DecidedDocuments {

    Optional<Decided> latest(ContractId contract);

    /**
     * @param documentSetHash the set decided on, as {@link Documents#documentSetHash} named it
     * @param outcome for example "Approve with conditions"
     */
    record Decided(String documentSetHash, String outcome, Instant at) {}
}
