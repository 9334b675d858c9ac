package org.contractethics.finding;

import org.contractethics.shared.ContractId;

/** For whoever needs the findings of documents now and cannot wait for the scan that follows the reading. */
public interface FirstScans {

    /**
     * Scans those of the current documents that were read and never scanned, each in a transaction of its own. Call it before anything is
     * held. A document that cannot be scanned stays as it is, and is tried again by the timer.
     */
    void scan(ContractId contract);
}
