package org.contractethics.record.signing;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys of the checkpoints of one record: the one that signs or, while keys are exchanged, the two; and the public halves of those
 * that signed before and sign no more.
 */
public final class CheckpointKeys {

    private final List<SigningKey> signing;
    private final List<String> retired;

    public CheckpointKeys(List<SigningKey> signing, List<String> retired) {
        this.signing = List.copyOf(signing);
        this.retired = List.copyOf(retired);
    }

    public static CheckpointKeys of(SigningKey only) {
        return new CheckpointKeys(List.of(only), List.of());
    }

    /** A signed note of this text, with a line by each key that signs. */
    public String note(String text) {
        return Notes.signed(text, signing.stream().map(key -> key.sign(text)).toList());
    }

    /** Public halves of the keys that sign now. */
    public List<String> signing() {
        return signing.stream().map(SigningKey::verifierKey).toList();
    }

    /** The same and those that signed before: what a checkpoint that was kept can be signed by. */
    public List<String> known() {
        return Stream.concat(signing().stream(), retired.stream()).toList();
    }
}
