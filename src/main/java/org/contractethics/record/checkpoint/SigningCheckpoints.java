package org.contractethics.record.checkpoint;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.contractethics.record.checkpoint.RecordTree.Head;
import org.contractethics.record.proof.Checkpoint;
import org.contractethics.record.proof.MerkleProof;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.SignedNote;
import org.contractethics.record.signing.CheckpointKeys;
import org.contractethics.record.signing.Notes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs the record as committed. Refuses where it does not continue what was signed before, where an entry is not the application's own,
 * and for ever once a witness has contradicted it; whoever asks, with whatever rights in the database.
 */
@Component
class SigningCheckpoints {

    /** One node signs at a time; the number is the name of the lock. */
    private static final long LOCK = 0x7265636f7264L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final RecordTree tree;
    private final NewEntries entries;
    private final Checkpoints checkpoints;
    private final CheckpointFile file;
    private final CheckpointKeys keys;
    private final TrustPolicy trust;
    private final Clock clock;
    private @Nullable Checkpoint remembered;
    private @Nullable Opened newest;

    SigningCheckpoints(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Sources sources,
            CheckpointFile file,
            CheckpointKeys keys,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.tree = sources.tree();
        this.entries = sources.entries();
        this.checkpoints = sources.checkpoints();
        this.trust = sources.trust();
        this.file = file;
        this.keys = keys;
        this.clock = clock;
    }

    /** What is signed and what it is checked against. */
    @Component
    record Sources(RecordTree tree, NewEntries entries, Checkpoints checkpoints, TrustPolicy trust) {}

    /** A note whose signatures were found to be by keys of this record, which do not change while it runs. */
    private record Opened(String note, Checkpoint checkpoint) {}

    /** The newest checkpoint, signed now if entries have come since the last; empty while the record is. */
    synchronized Optional<StoredCheckpoint> sign() {
        demandRemembered();
        Optional<StoredCheckpoint> signed = transaction.execute(status -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query(row -> {});
            return signed();
        });
        signed.ifPresent(this::remember);
        return signed;
    }

    private Optional<StoredCheckpoint> signed() {
        checkpoints.contradiction().ifPresent(what -> {
            throw new NotSignedException("Nothing is signed any more: " + what);
        });
        Head head = tree.head();
        Optional<StoredCheckpoint> last = checkpoints.last();
        last.ifPresent(checkpoint -> demandContinued(opened(checkpoint.note()), head.size()));
        long covered = last.map(StoredCheckpoint::size).orElse(0L);
        if (covered == head.size()) {
            return last;
        }
        entries.demandOurs(covered, head.size());
        byte[] root = tree.hashes().root(head.size());
        if (!MessageDigest.isEqual(root, head.root())) {
            throw new NotSignedException("The root hash of the head is not the root over the entries.");
        }
        last.ifPresent(checkpoint -> demandProven(opened(checkpoint.note()), head.size(), root));
        if (remembered != null) {
            demandProven(remembered, head.size(), root);
        }
        String text = Notes.checkpoint(checkpoints.origin(), head.size(), root);
        StoredCheckpoint next = new StoredCheckpoint(
                checkpoints.origin(),
                head.size(),
                root,
                keys.note(text),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        checkpoints.add(next);
        return Optional.of(next);
    }

    /** What this process signed itself, or finds in the file outside the database when it starts. */
    synchronized void demandRemembered() {
        if (remembered == null) {
            remembered = file.last()
                    .filter(note -> note.startsWith(checkpoints.origin() + "\n"))
                    .map(this::opened)
                    .orElse(null);
        }
        if (remembered != null) {
            demandContinued(remembered, tree.head().size());
        }
    }

    private void remember(StoredCheckpoint signed) {
        Checkpoint known = remembered;
        if (known == null || known.size() < signed.size()) {
            file.add(signed);
            remembered = opened(signed.note());
        }
    }

    /** That the tree still begins with what was signed. A second look reads everything anew before it says no. */
    private void demandContinued(Checkpoint signed, long size) {
        if (signed.size() > size) {
            throw new NotSignedException(
                    "A checkpoint of " + signed.sizeText() + " entries was signed, but there are only " + size
                            + ": the record was cut or restored from an older copy.");
        }
        if (!MessageDigest.isEqual(tree.hashes().root(signed.size()), signed.root())) {
            tree.hashes().forget();
            if (!MessageDigest.isEqual(tree.hashes().root(signed.size()), signed.root())) {
                throw rewritten(signed);
            }
        }
    }

    /**
     * That the very root which is to be signed continues what was signed. The look before it may have seen hashes that were read earlier
     * than those of this root.
     */
    private void demandProven(Checkpoint signed, long size, byte[] root) {
        try {
            MerkleProof.consistency(
                    signed.size(), size, signed.root(), root, tree.hashes().consistency(signed.size(), size));
        } catch (NotProvenException e) {
            throw rewritten(signed);
        }
    }

    private static NotSignedException rewritten(Checkpoint signed) {
        return new NotSignedException("The first " + signed.sizeText()
                + " entries are not those that were signed: the record was rewritten.");
    }

    /** The same note is read several times in a round and by the next one again; its signatures take most of it. */
    private Checkpoint opened(String note) {
        Opened known = newest;
        if (known == null || !known.note().equals(note)) {
            known = new Opened(note, verified(note));
            newest = known;
        }
        return known.checkpoint();
    }

    private Checkpoint verified(String note) {
        try {
            return Checkpoint.parse(SignedNote.open(note, trust.known()).text());
        } catch (NotProvenException e) {
            throw new NotSignedException(
                    "A kept checkpoint is not signed by a key of this record: " + e.getMessage() + ".");
        }
    }
}
