package org.contractethics.record.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Policy.Accepted;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The newest checkpoint that enough witnesses have cosigned. What is read is verified; what was verified is remembered. */
@Component
class Witnessed {

    /** Below the newest few there is nothing that these would not cover. */
    private static final int LOOKED_AT = 10;

    private final Checkpoints checkpoints;
    private final TrustPolicy trust;
    private volatile @Nullable Cosigned newest;

    /**
     * @param note with the lines of witnesses below that of the log
     */
    record Cosigned(long size, String note) {}

    Witnessed(Checkpoints checkpoints, TrustPolicy trust) {
        this.checkpoints = checkpoints;
        this.trust = trust;
    }

    /**
     * Empty where no checkpoint has enough of them, or where the policy asks for none. Never larger than the record: what is remembered
     * counts only while the database, which may have failed over to one that lags behind, still tells of it.
     */
    Optional<Cosigned> newest() {
        if (!trust.policy().asksForWitnesses()) {
            return Optional.empty();
        }
        for (StoredCheckpoint checkpoint : checkpoints.cosigned(LOOKED_AT)) {
            Cosigned known = newest;
            if (known != null && known.size() == checkpoint.size()) {
                return Optional.of(known);
            }
            Cosigned cosigned = cosigned(checkpoint);
            if (enough(cosigned)) {
                newest = cosigned;
                return Optional.of(cosigned);
            }
        }
        return Optional.empty();
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
