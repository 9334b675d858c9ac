package org.contractethics.record.verification;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.record.proof.Checkpoint;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.SignedNote;
import org.contractethics.record.proof.VerifierKey;
import org.contractethics.record.signing.CheckpointKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows what lies outside the database: the key of the keyed hashes and the public keys of the checkpoints. */
@Component
class SealKeys {

    private final Mac macKey;
    private final String origin;
    private final List<VerifierKey> known = new ArrayList<>();
    private final long unsealedBelow;
    private final Set<String> verified = ConcurrentHashMap.newKeySet();

    SealKeys(RecordSettings settings, CheckpointKeys keys) throws NotProvenException {
        this.macKey = keyed(settings.macSecret());
        this.origin = settings.origin();
        for (String key : keys.known()) {
            known.add(VerifierKey.parse(key));
        }
        this.unsealedBelow = settings.unsealedBelow();
    }

    /** Entries below it may have no keyed hash, whatever larger number the database tells. */
    long unsealedBelow() {
        return unsealedBelow;
    }

    /** HMAC-SHA256 over a fixed text, the number of the entry and its leaf hash. */
    boolean fits(StoredEntry entry, byte[] mac) {
        return MessageDigest.isEqual(keyed("contract-ethics record entry v1\0", entry.index(), entry.leaf()), mac);
    }

    /** The same over a row of the access trail, under a text of its own. */
    boolean fits(byte[] leaf, AccessRow row) {
        return MessageDigest.isEqual(keyed("contract-ethics access entry v1\0", row.index(), leaf), row.mac());
    }

    private byte[] keyed(String purpose, long index, byte[] leaf) {
        try {
            Mac hmac = (Mac) macKey.clone();
            hmac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            hmac.update(ByteBuffer.allocate(Long.BYTES).putLong(index).flip());
            return hmac.doFinal(leaf);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the HmacSHA256 of every Java can be copied", e);
        }
    }

    private static Mac keyed(byte[] secret) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return hmac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** Verifies many signatures on all processors; what is wrong with one is said when its turn comes. */
    void verify(List<SealedCheckpoint> checkpoints) {
        checkpoints.parallelStream().forEach(this::problem);
    }

    /** What is wrong with the note itself; null where it is signed and says the same as the columns beside it. */
    @Nullable
    String problem(SealedCheckpoint checkpoint) {
        if (!checkpoint.origin().equals(origin) || verified.contains(checkpoint.note())) {
            return same(checkpoint, checkpoint.note());
        }
        try {
            String text = SignedNote.open(checkpoint.note(), known).text();
            verified.add(checkpoint.note());
            return same(checkpoint, text);
        } catch (NotProvenException e) {
            return e.getMessage();
        }
    }

    private static @Nullable String same(SealedCheckpoint checkpoint, String note) {
        try {
            int blank = note.indexOf("\n\n");
            Checkpoint said = Checkpoint.parse(blank < 0 ? note : note.substring(0, blank + 1));
            boolean same = said.origin().equals(checkpoint.origin())
                    && said.size() == checkpoint.size()
                    && Arrays.equals(said.root(), checkpoint.root());
            return same ? null : "its columns say something else than its note";
        } catch (NotProvenException e) {
            return e.getMessage();
        }
    }
}
