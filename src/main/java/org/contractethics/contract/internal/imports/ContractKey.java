package org.contractethics.contract.internal.imports;

import org.contractethics.contract.internal.Contracts.PiidKey;

/**
 * What makes two rows speak of the same contract: the ocid, or else the number given by the agency.
 *
 * @param ocid empty where there is none; then the other three count
 */
record ContractKey(String ocid, String agency, String piid, String parentPiid) {

    static ContractKey ocid(String ocid) {
        return new ContractKey(ocid, "", "", "");
    }

    static ContractKey piid(PiidKey key) {
        return piid(key.agency(), key.piid(), key.parentPiid());
    }

    static ContractKey piid(String agency, String piid, String parentPiid) {
        return new ContractKey("", agency, piid, parentPiid);
    }

    boolean byOcid() {
        return !ocid.isEmpty();
    }

    PiidKey piidKey() {
        return new PiidKey(agency, piid, parentPiid);
    }
}
