package org.contractethics.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** Every entry about the contract that holds the fact with this value and tells of no concern, in order. */
    List<Cited> entries(ContractId contract, String fact, String value);

    /**
     * One entry of the record.
     *
     * @param words what it says, as one sentence
     * @param leafHash RFC 6962 leaf hash, lower-case hex
     */
    record Cited(long index, String words, Instant occurredAt, String leafHash) {}

    /** Whether enough witnesses outside have cosigned a checkpoint that covers the entry: only then it counts as recorded. */
    boolean witnessed(long entry);

    /**
     * What proves offline that the entry is in the record (C2SP tlog-proof), as text; where nothing was witnessed under a checkpoint
     * that is only signed. Empty where no checkpoint covers the entry. Callers check who may see it.
     */
    Optional<String> receipt(long entry);

    /** The newest checkpoint with the signature of the record, byte for byte as it is checked; empty while nothing has been signed. */
    Optional<String> checkpoint();

    /**
     * @param size number of entries
     * @param rootHash RFC 6962 tree hash over all of them, lower-case hex
     */
    record Head(long size, String rootHash) {}
}
