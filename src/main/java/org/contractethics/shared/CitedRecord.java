package org.contractethics.shared;

import java.util.OptionalLong;

/**
 * What modules below the record may cite of it: where it stands, and at which place a fact stands in it. Implemented by
 * the record, which nobody below it may use.
 */
public interface CitedRecord {

    /** The record as committed now; facts of a transaction that has not committed are not in it. */
    Head head();

    /** Number of the newest entry of this kind about the contract that holds the fact with this value. */
    OptionalLong entry(ContractId contract, String kind, String fact, String value);

    /** Whether enough witnesses outside have cosigned a checkpoint that covers the entry: only then it counts as recorded. */
    boolean witnessed(long entry);

    /**
     * @param size number of entries
     * @param rootHash RFC 6962 tree hash over all of them, lower-case hex
     */
    record Head(long size, String rootHash) {}
}
