package org.contractethics.record.verification;

import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the tree from the stored bytes and believes nothing else: every place is taken once and in order, every leaf is
 * the hash of its bytes, the bytes are canonical and say the same as the columns beside them, and the head is the root over
 * all of it. Stops at the first thing that is wrong.
 */
final class Verifier {

    private static final int LONGEST_BODY = 65_535;

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
        while (entries.hasNext()) {
            StoredEntry entry = entries.next();
            String problem = problem(entry);
            if (problem != null) {
                return bad(entry.index(), problem);
            }
            tree.add(entry.leaf());
            String rewritten = seals.treeProblem(tree);
            if (rewritten != null) {
                return new Verdict(tree, new Finding(null, rewritten), values.erased());
            }
        }
        return new Verdict(tree, endProblem(head), values.erased());
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

    private @Nullable String problem(StoredEntry entry) {
        long expected = tree.size();
        if (entry.index() != expected) {
            return "stands where entry " + expected + " is missing.";
        }
        if (entry.body().length > LONGEST_BODY) {
            return "the body is longer than " + LONGEST_BODY + " bytes.";
        }
        if (!Arrays.equals(entry.leaf(), tree.leafHash(entry.body()))) {
            return "the leaf hash is not the hash of the body.";
        }
        try {
            return fieldProblem(entry, CanonicalReader.read(entry.body()));
        } catch (NotCanonicalException e) {
            return "the body is not canonical JSON: " + e.getMessage() + ".";
        }
    }

    private @Nullable String fieldProblem(StoredEntry entry, Object read) {
        String body = EntryBody.problem(entry.index(), read);
        if (body != null) {
            return body;
        }
        Map<?, ?> fields = (Map<?, ?>) read;
        String columns = columnProblem(entry, fields);
        if (columns != null) {
            return columns;
        }
        String seal = seals.entryProblem(entry);
        return seal == null ? ruleProblem(entry, fields) : seal;
    }

    private @Nullable String ruleProblem(StoredEntry entry, Map<?, ?> fields) {
        String time = rules.timeProblem(entry);
        String decision = time == null ? rules.decisionProblem(entry.index(), fields) : time;
        return decision == null ? values.problem(entry.index(), fields) : decision;
    }

    private static @Nullable String columnProblem(StoredEntry entry, Map<?, ?> body) {
        Object contract = entry.contract() == null ? null : entry.contract().toString();
        if (!Objects.equals(body.get("contract"), contract)) {
            return differs("contract");
        }
        if (!Objects.equals(body.get("kind"), entry.kind())) {
            return differs("kind");
        }
        if (!Objects.equals(body.get("actor"), entry.actor())) {
            return differs("actor");
        }
        if (!isTime(body.get("occurredAt"), entry.occurredAt())) {
            return differs("occurredAt");
        }
        return isTime(body.get("recordedAt"), entry.recordedAt()) ? null : differs("recordedAt");
    }

    private static String differs(String field) {
        return "the column beside the body says something else about " + field + ".";
    }

    /** The text has to be the one fixed form of the time: UTC, milliseconds. */
    private static boolean isTime(@Nullable Object text, Instant column) {
        String shown = column.toString();
        String seconds = shown.substring(0, 19);
        int millis = (int) Math.floorMod(column.toEpochMilli(), 1000L);
        boolean precise = Instant.ofEpochMilli(column.toEpochMilli()).equals(column);
        return precise && (seconds + "." + String.valueOf(1000 + millis).substring(1) + "Z").equals(text);
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
