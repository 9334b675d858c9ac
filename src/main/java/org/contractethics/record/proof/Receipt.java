package org.contractethics.record.proof;

import java.util.Collection;
import java.util.List;

/**
 * A file that proves without any network that an entry is in a log (C2SP tlog-proof).
 *
 * @param index place of the entry, unsigned
 * @param path hashes from the entry to the root
 * @param checkpoint the signed note with the root
 */
public record Receipt(long index, List<byte[]> path, String checkpoint) {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";

    public Receipt {
        path = List.copyOf(path);
    }

    public static Receipt parse(byte[] file) throws NotProvenException {
        Lines lines = new Lines(Strict.text(file));
        if (!lines.next().equals(HEADER)) {
            throw new NotProvenException("the first line is not " + HEADER);
        }
        if (lines.nextStartsWith("extra ")) {
            Strict.base64(lines.after("extra"));
        }
        long index = Strict.number(lines.after("index"));
        List<byte[]> path = lines.hashes();
        return new Receipt(index, path, lines.rest());
    }

    /** The checkpoint, once it is signed by a known log and the entry is found in it. Whether witnesses saw it is for {@link Policy}. */
    public Checkpoint verify(byte[] entry, Collection<VerifierKey> known) throws NotProvenException {
        SignedNote note = SignedNote.open(checkpoint, known);
        Checkpoint parsed = Checkpoint.parse(note.text());
        boolean byLog = note.signatures().stream()
                .anyMatch(signature ->
                        !signature.key().cosigns() && signature.key().name().equals(parsed.origin()));
        if (!byLog) {
            throw new NotProvenException("the checkpoint is not signed by the log " + parsed.origin());
        }
        MerkleProof.inclusion(index, parsed.size(), MerkleProof.leafHash(entry), path, parsed.root());
        return parsed;
    }
}
