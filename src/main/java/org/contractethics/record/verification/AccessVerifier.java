package org.contractethics.record.verification;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows of the access trail against the entries of the record that fix them: no number is without its row but those that the
 * entry names, none of these has one, and the root over the rows is the one that was recorded. Rows that no entry fixes yet have their
 * keyed hashes. Who read is the one that a row commits to, or was erased. Stops at the first thing that is wrong.
 */
final class AccessVerifier {

    private final Iterator<AccessBatch> batches;
    private final BiPredicate<byte[], AccessRow> sealed;
    private final ErasedReaders erased;
    private @Nullable AccessBatch batch;
    private CompactRange tree = new CompactRange();
    private long expected = 1;

    /**
     * @param batches in the order of the record
     * @param sealed whether the keyed hash of a row fits its leaf hash
     * @param erased whose readers may be gone
     */
    AccessVerifier(List<AccessBatch> batches, BiPredicate<byte[], AccessRow> sealed, ErasedReaders erased) {
        this.batches = batches.iterator();
        this.sealed = sealed;
        this.erased = erased;
    }

    /** What is wrong, as a sentence; null where all is well. */
    @Nullable
    String problem(Iterator<AccessRow> rows) {
        String problem = next();
        while (problem == null && rows.hasNext()) {
            problem = problem(rows.next());
        }
        while (problem == null && batch != null) {
            problem = closed(batch);
        }
        return problem;
    }

    private @Nullable String problem(AccessRow row) {
        while (batch != null && row.index() > batch.last()) {
            String problem = closed(batch);
            if (problem != null) {
                return problem;
            }
        }
        String problem = batch == null ? null : placeProblem(row, batch);
        if (problem != null) {
            return problem;
        }
        byte[] leaf = tree.leafHash(row.bytes());
        if (!sealed.test(leaf, row)) {
            return "Access entry " + row.index() + ": the keyed hash is wrong: it was changed, or not written by this"
                    + " application.";
        }
        tree.add(leaf);
        return erased.problem(row);
    }

    private @Nullable String placeProblem(AccessRow row, AccessBatch within) {
        String gap = gapProblem(row.index(), within);
        expected = row.index() + 1;
        if (gap == null && within.isMissing(row.index())) {
            return "Access entry " + row.index() + ": was added after entry " + within.entry()
                    + " of the record said that there is none.";
        }
        return gap;
    }

    private @Nullable String gapProblem(long before, AccessBatch within) {
        while (expected < before && within.isMissing(expected)) {
            expected++;
        }
        return expected < before
                ? "Access entry " + expected + ": is missing; entry " + within.entry() + " of the record tells of it."
                : null;
    }

    /** The rows of this entry are complete; the next entry begins. */
    private @Nullable String closed(AccessBatch complete) {
        String gap = gapProblem(complete.last() + 1, complete);
        if (gap != null) {
            return gap;
        }
        if (tree.size() != complete.rows()
                || !HexFormat.of().formatHex(tree.root()).equals(complete.rootHash())) {
            return "Access entries " + complete.first() + " to " + complete.last() + " are not those that entry "
                    + complete.entry() + " of the record tells of.";
        }
        return next();
    }

    private @Nullable String next() {
        long end = batch == null ? 0 : batch.last();
        batch = batches.hasNext() ? batches.next() : null;
        tree = new CompactRange();
        expected = end + 1;
        return batch == null || (batch.first() == expected && batch.last() >= expected)
                ? null
                : "Entry " + batch.entry() + ": tells of access entries from " + batch.first() + " on, but " + expected
                        + " comes next.";
    }
}
