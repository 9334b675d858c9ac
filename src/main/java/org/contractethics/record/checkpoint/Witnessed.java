package org.contractethics.record.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.contractethics.record.checkpoint.Checkpoints.Seen;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Policy.Accepted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest checkpoint that enough witnesses have cosigned. What is read is verified; what was verified is remembered. */
@Component
class Witnessed {

    /** The newest few have enough of them unless a witness is silent. */
    private static final int AT_FIRST = 10;

    private static final int THEN = 500;

    private final Checkpoints checkpoints;
    private final TrustPolicy trust;
    private volatile @Nullable Cosigned newest;

    /** How many lines those had that were looked at and have too few. */
    private final Map<Long, Integer> tooFew = new ConcurrentHashMap<>();

    /**
     * @param note with the lines of witnesses below that of the log
     */
    record Cosigned(long size, String note) {}

    Witnessed(Checkpoints checkpoints, TrustPolicy trust) {
        this.checkpoints = checkpoints;
        this.trust = trust;
    }

    /**
     * Empty where no checkpoint has enough of them, or where the policy asks for none. However long a witness has been silent, the last
     * that had enough is found below all that have not. Never larger than the record: what is remembered counts only while the
     * database, which may have failed over to one that lags behind, still tells of it.
     */
    Optional<Cosigned> newest() {
        if (!trust.policy().asksForWitnesses()) {
            return Optional.empty();
        }
        long below = Long.MAX_VALUE;
        List<Seen> page = checkpoints.cosigned(below, AT_FIRST);
        while (!page.isEmpty()) {
            Optional<Cosigned> found = page.stream().flatMap(this::enough).findFirst();
            if (found.isPresent()) {
                remember(found.get());
                return found;
            }
            below = page.get(page.size() - 1).size();
            page = checkpoints.cosigned(below, THEN);
        }
        return Optional.empty();
    }

    private void remember(Cosigned found) {
        newest = found;
        tooFew.keySet().removeIf(size -> size <= found.size());
    }

    private Stream<Cosigned> enough(Seen seen) {
        Cosigned known = newest;
        if (known != null && known.size() == seen.size()) {
            return Stream.of(known);
        }
        if (Integer.valueOf(seen.lines()).equals(tooFew.get(seen.size()))) {
            return Stream.empty();
        }
        Optional<Cosigned> cosigned =
                checkpoints.find(seen.size()).map(this::cosigned).filter(this::enough);
        if (cosigned.isEmpty()) {
            tooFew.put(seen.size(), seen.lines());
        }
        return cosigned.stream();
    }

    /** The checkpoint with whatever cosignatures there are. */
    Cosigned cosigned(StoredCheckpoint checkpoint) {
        List<String> lines = checkpoints.lines(checkpoint.size());
        return new Cosigned(checkpoint.size(), checkpoint.note() + String.join("", lines));
    }

    private boolean enough(Cosigned cosigned) {
        try {
            Accepted accepted = trust.policy().accept(cosigned.note().getBytes(StandardCharsets.UTF_8));
            return accepted.quorum() && accepted.checkpoint().size() == cosigned.size();
        } catch (NotProvenException e) {
            return false;
        }
    }
}
