package org.contractethics.record;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the record. Callers check who may see what: this face does not know viewers. Facts published in a transaction that
 * has not yet committed are not there.
 */
public interface RecordReader {

    /** The record as committed now. Every entry below {@link TreeHead#size()} can be read from then on. */
    TreeHead head();

    Optional<RecordEntry> find(long index);

    /** The matching entries below {@code before}, newest first, at most {@code limit}. */
    List<RecordEntry> newest(EntryFilter filter, long before, int limit);

    /** The matching entries above {@code after}, oldest first, at most {@code limit}. */
    List<RecordEntry> oldest(EntryFilter filter, long after, int limit);

    /**
     * Hands over every matching entry with {@code from <= index < to} in order, holding only a few hundred in memory. The
     * consumer must not write to the database.
     */
    void each(EntryFilter filter, long from, long to, Consumer<RecordEntry> consumer);

    /** How many entries match. */
    long count(EntryFilter filter);

    /** The kinds that occur, in alphabetical order. */
    List<String> kinds();

    /** What this process found when it last verified; empty where it has not since it was started. What the database tells of it proves nothing. */
    Optional<RecordVerification> lastVerification();

    /**
     * Recomputes the whole tree from the stored bytes, keeps the result and returns it; about a second for 100,000 entries.
     *
     * @param requestedBy account name of whoever wants to know, or {@code system}
     */
    RecordVerification verify(String requestedBy);
}
