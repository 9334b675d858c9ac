package org.contractethics.record.witness;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.record.proof.AddCheckpoint;
import org.contractethics.record.proof.Checkpoint;
import org.contractethics.record.proof.MerkleProof;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.SignedNote;
import org.contractethics.record.proof.VerifierKey;
import org.contractethics.record.signing.SigningKey;

/** Decides about checkpoints, one after the other, with the status codes of tlog-witness. */
final class Witness {

    private static final String TEXT = "text/plain; charset=utf-8";

    private final SigningKey key;
    private final Map<String, List<VerifierKey>> logs;
    private final WitnessState state;
    private final Clock clock;

    /**
     * @param contentType of the body
     */
    record Answer(int status, String contentType, String body) {

        static Answer refused(int status, String why) {
            return new Answer(status, TEXT, why + "\n");
        }

        static Answer conflict(long size) {
            return new Answer(409, "text/x.tlog.size", Long.toUnsignedString(size) + "\n");
        }
    }

    /** @param logs public keys by origin; one of them is enough */
    Witness(SigningKey key, Map<String, List<VerifierKey>> logs, WitnessState state, Clock clock) {
        this.key = key;
        this.logs = Map.copyOf(logs);
        this.state = state;
        this.clock = clock;
    }

    /** Synchronized: between the look at the last checkpoint and the keeping of the next nobody else may move it. */
    synchronized Answer add(byte[] body) throws IOException {
        AddCheckpoint request;
        List<VerifierKey> log;
        try {
            request = AddCheckpoint.parse(body);
            log = logs.get(request.origin());
        } catch (NotProvenException e) {
            return Answer.refused(400, e.getMessage());
        }
        return log == null ? Answer.refused(404, "this witness does not know that log") : add(request, log);
    }

    private Answer add(AddCheckpoint request, List<VerifierKey> log) throws IOException {
        SignedNote note;
        Checkpoint next;
        try {
            note = SignedNote.open(request.checkpoint(), log);
            next = Checkpoint.parse(note.text());
        } catch (NotProvenException e) {
            return Answer.refused(403, e.getMessage());
        }
        if (Long.compareUnsigned(request.old(), next.size()) > 0) {
            return Answer.refused(400, "the old size is larger than the checkpoint");
        }
        Optional<Checkpoint> last = state.last(next.origin(), log);
        long size = last.map(Checkpoint::size).orElse(0L);
        if (size != request.old()) {
            return Answer.conflict(size);
        }
        return continued(request, next, last)
                .map(why -> contradicted(request, next, size, why))
                .orElseGet(() -> cosigned(next.origin(), note.text(), request.checkpoint()));
    }

    /** Why the checkpoint does not continue the last one; empty where it does. */
    private static Optional<String> continued(AddCheckpoint request, Checkpoint next, Optional<Checkpoint> last) {
        if (last.isEmpty() || request.old() == 0) {
            return request.path().isEmpty() ? Optional.empty() : Optional.of("hashes where none are needed");
        }
        try {
            MerkleProof.consistency(request.old(), next.size(), last.get().root(), next.root(), request.path());
            return Optional.empty();
        } catch (NotProvenException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Two checkpoints of one size with different roots are a conflict, whatever the proof. */
    private Answer contradicted(AddCheckpoint request, Checkpoint next, long size, String why) {
        state.keepEvidence(request.checkpoint());
        return size == next.size() && size > 0 && request.path().isEmpty()
                ? Answer.conflict(size)
                : Answer.refused(422, why);
    }

    private Answer cosigned(String origin, String text, String checkpoint) {
        state.keep(origin, checkpoint);
        return new Answer(200, TEXT, key.cosign(text, clock.instant().getEpochSecond()));
    }
}
