package org.contractethics.record.verification;

import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the tree from the stored bytes and believes nothing else: every place is taken once and in order, every leaf is
 * the hash of its bytes, the bytes are canonical and say the same as the columns beside them, and the head is the root over
 * all of it. Stops at the first thing that is wrong.
 *
 * <p>What an entry must be by itself is looked at on all processors ({@link EntryCheck}), what it must be behind the others in their order.
 */
final class Verifier {

    private final CompactRange tree = new CompactRange();
    private final EntryRules rules = new EntryRules();
    private final Seals seals;
    private final SealedValues values;

    /**
     * @param seals the keyed hashes and signed checkpoints that the entries must agree with
     * @param values what the entries commit to
     */
    Verifier(Seals seals, SealedValues values) {
        this.seals = seals;
        this.values = values;
    }

    Verdict verify(StoredHead head, Iterator<StoredEntry> entries) {
        try (InOrder<EntryCheck, EntryCheck.Checked> all = new InOrder<>(withValues(entries), EntryCheck::checked)) {
            while (all.hasNext()) {
                EntryCheck.Checked entry = all.next();
                String problem = problem(entry);
                if (problem != null) {
                    return bad(entry.entry().index(), problem);
                }
                tree.add(entry.entry().leaf());
                String rewritten = seals.treeProblem(tree);
                if (rewritten != null) {
                    return new Verdict(tree, new Finding(null, rewritten), values.erased());
                }
            }
        }
        return new Verdict(tree, endProblem(head), values.erased());
    }

    private Iterator<EntryCheck> withValues(Iterator<StoredEntry> entries) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public EntryCheck next() {
                StoredEntry entry = entries.next();
                return new EntryCheck(entry, values.take(entry.index()), seals);
            }
        };
    }

    private @Nullable Finding endProblem(StoredHead head) {
        Finding problem = headProblem(head);
        String cut = seals.endProblem(tree.size());
        if (problem != null || cut != null) {
            return problem != null ? problem : new Finding(null, String.valueOf(cut));
        }
        return values.endProblem();
    }

    private Verdict bad(long index, String problem) {
        return new Verdict(tree, new Finding(index, "Entry " + index + ": " + problem), values.erased());
    }

    private @Nullable String problem(EntryCheck.Checked checked) {
        StoredEntry entry = checked.entry();
        long expected = tree.size();
        if (entry.index() != expected) {
            return "stands where entry " + expected + " is missing.";
        }
        if (checked.problem() != null) {
            return checked.problem();
        }
        String time = rules.timeProblem(entry);
        String decision = time == null ? rules.bodyProblem(entry.index(), checked.body()) : time;
        return decision == null ? values.problem(entry.index(), checked.body(), checked.values()) : decision;
    }

    private @Nullable Finding headProblem(StoredHead head) {
        if (head.gone()) {
            return new Finding(null, "The head of the record is missing.");
        }
        if (head.size() != tree.size()) {
            return new Finding(null, "The head counts " + head.size() + " entries, but there are " + tree.size() + ".");
        }
        if (!Arrays.equals(head.root(), tree.root())) {
            return new Finding(null, "The root hash of the head is not the root over the entries.");
        }
        if (!Arrays.equals(head.frontier(), tree.frontier())) {
            return new Finding(null, "The subtree roots of the head are not those of the entries.");
        }
        return null;
    }
}
