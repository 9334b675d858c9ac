package org.contractethics.record.verification;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was made with keys that the database does not know, and has to fit the entries in it. */
class Seals {

    private final SealKeys keys;
    private final long unsealedBelow;
    private final List<SealedCheckpoint> checkpoints;
    private int next;

    /**
     * @param macFrom entries below it were written before there were keyed hashes; the first checkpoint covers them
     * @param checkpoints the smallest first
     */
    Seals(SealKeys keys, long macFrom, List<SealedCheckpoint> checkpoints) {
        this.keys = keys;
        this.checkpoints = checkpoints;
        keys.verify(checkpoints);
        this.unsealedBelow = checkpoints.isEmpty()
                ? macFrom
                : Math.min(macFrom, checkpoints.get(0).size());
    }

    @Nullable
    String entryProblem(StoredEntry entry) {
        byte[] mac = entry.mac();
        if (mac == null) {
            return entry.index() < unsealedBelow
                    ? null
                    : "the keyed hash is missing: it was removed, or the entry was put in by somebody else.";
        }
        return keys.fits(entry, mac)
                ? null
                : "the keyed hash is wrong: this application did not write it so, it was edited, moved or put in.";
    }

    /** Called after each entry: a checkpoint of this size must have this root. */
    @Nullable
    String treeProblem(CompactRange tree) {
        while (next < checkpoints.size() && checkpoints.get(next).size() == tree.size()) {
            SealedCheckpoint checkpoint = checkpoints.get(next++);
            String problem = keys.problem(checkpoint);
            if (problem != null) {
                return "The checkpoint of " + checkpoint.size() + " entries is no longer what was signed: " + problem
                        + ".";
            }
            if (!Arrays.equals(checkpoint.root(), tree.root())) {
                return "The first " + checkpoint.size()
                        + " entries are not those whose checkpoint was signed: the record" + " was rewritten.";
            }
        }
        return null;
    }

    /** Called after the last entry. */
    @Nullable
    String endProblem(long size) {
        return next == checkpoints.size()
                ? null
                : "A checkpoint of " + checkpoints.get(checkpoints.size() - 1).size()
                        + " entries was signed, but there are only " + size + ": the record was cut.";
    }
}
