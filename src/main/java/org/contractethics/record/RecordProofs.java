package org.contractethics.record;

import java.time.Instant;
import java.util.Optional;

/**
 * What the record can prove to people outside. Callers check who may see what; nothing here tells what an entry says.
 */
public interface RecordProofs {

    /** Whether enough witnesses outside have cosigned a checkpoint that covers the entry: from then on it counts as recorded. */
    boolean witnessed(long index);

    /** Whether there are witnesses to wait for. */
    boolean asksForWitnesses();

    /**
     * A file that proves offline that the entry is in the record (C2SP tlog-proof): under the newest checkpoint that was witnessed, or,
     * where none covers the entry, under the newest that was signed. Empty where none covers it.
     */
    Optional<String> receipt(long index);

    /** The newest checkpoint, whether it was witnessed or not; empty while nothing has been signed. */
    Optional<SignedCheckpoint> newest();

    /** Why no checkpoints are signed, as a sentence; empty where they are. */
    Optional<String> problem();

    /**
     * @param rootHash lower-case hex
     * @param note the signed note with all its signatures, for everybody to keep
     * @param witnessed whether enough witnesses have cosigned it
     */
    record SignedCheckpoint(long size, String rootHash, Instant signedAt, String note, boolean witnessed) {

        /** Its three lines and the signature of the record, byte for byte as they are checked; without the lines of witnesses. */
        public String withoutWitnesses() {
            int signature = note.indexOf("\n\n") + 2;
            int end = note.indexOf('\n', signature);
            return end < 0 ? note : note.substring(0, end + 1);
        }
    }
}
