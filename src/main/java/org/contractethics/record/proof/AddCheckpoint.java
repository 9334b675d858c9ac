package org.contractethics.record.proof;

import java.util.List;

/**
 * What a log asks of a witness (C2SP tlog-witness).
 *
 * @param old size of the checkpoint that the witness is expected to have cosigned last
 * @param path consistency proof from there
 * @param checkpoint the signed note to cosign
 */
public record AddCheckpoint(long old, List<byte[]> path, String checkpoint) {

    public AddCheckpoint {
        path = List.copyOf(path);
    }

    public static AddCheckpoint parse(byte[] body) throws NotProvenException {
        Lines lines = new Lines(Strict.text(body));
        long old = Strict.number(lines.after("old"));
        List<byte[]> path = lines.hashes();
        return new AddCheckpoint(old, path, lines.rest());
    }

    /** The name of the log as the checkpoint gives it, before anything is verified. */
    public String origin() throws NotProvenException {
        return new Lines(checkpoint).next();
    }
}
