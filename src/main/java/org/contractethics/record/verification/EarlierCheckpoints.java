package org.contractethics.record.verification;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.record.proof.Checkpoint;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Policy;
import org.contractethics.record.proof.UnknownSignerException;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of an export from before its newest one, which may be nearly as many as its entries: their signatures are verified on
 * all processors, some of them at a time.
 */
final class EarlierCheckpoints {

    private static final int AT_ONCE = 1_024;

    private final ExportFiles files;
    private final Policy policy;
    private final ExportedTimestamps timestamps;
    private final Map<Long, Checkpoint> found = new TreeMap<>();
    private int otherwiseSigned;

    @SuppressWarnings("ArrayRecordComponent") // never compared, only read
    private record Read(String name, byte[] note, @Nullable Instant stamped) {}

    private record Opened(String name, @Nullable Checkpoint checkpoint, @Nullable NotProvenException problem) {}

    EarlierCheckpoints(ExportFiles files, Policy policy, ExportedTimestamps timestamps) {
        this.files = files;
        this.policy = policy;
        this.timestamps = timestamps;
    }

    /** By their sizes, none larger than the newest. */
    Map<Long, Checkpoint> upTo(Checkpoint newest) throws IOException, NotProvenException {
        List<String> names = files.names("checkpoints");
        for (int from = 0; from < names.size(); from += AT_ONCE) {
            List<Read> some = new ArrayList<>();
            for (String name : names.subList(from, Math.min(from + AT_ONCE, names.size()))) {
                byte[] note = files.read("checkpoints/" + name);
                some.add(new Read(name, note, timestamps.of(name, note)));
            }
            for (Opened one : some.parallelStream().map(this::opened).toList()) {
                add(one.name(), signed(one), newest);
            }
        }
        return found;
    }

    /** How many are signed by keys that the policy does not name. */
    int otherwiseSigned() {
        return otherwiseSigned;
    }

    private Opened opened(Read read) {
        try {
            return new Opened(
                    read.name(), policy.accept(read.note(), read.stamped()).checkpoint(), null);
        } catch (NotProvenException e) {
            return new Opened(read.name(), null, e);
        }
    }

    /** One of before a change of keys may be signed by none that this policy names; it has to be a beginning of the record all the same. */
    private Checkpoint signed(Opened one) throws NotProvenException {
        Checkpoint checkpoint = one.checkpoint();
        NotProvenException problem = one.problem();
        if (problem instanceof UnknownSignerException unknown) {
            otherwiseSigned++;
            return Checkpoint.parse(unknown.text());
        }
        if (checkpoint == null) {
            throw problem == null ? ExportLines.unreadable("checkpoints/" + one.name()) : problem;
        }
        return checkpoint;
    }

    private void add(String name, Checkpoint checkpoint, Checkpoint newest) throws NotProvenException {
        if (!checkpoint.sizeText().equals(name) || !checkpoint.origin().equals(newest.origin())) {
            throw new NotProvenException("checkpoints/" + name + " is another checkpoint");
        }
        if (Long.compareUnsigned(checkpoint.size(), newest.size()) > 0) {
            throw new NotProvenException("checkpoints/" + name + " is larger than the newest checkpoint");
        }
        found.put(checkpoint.size(), checkpoint);
    }
}
