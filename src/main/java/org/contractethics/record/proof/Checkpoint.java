package org.contractethics.record.proof;

/**
 * How large a log was and which root it had (C2SP tlog-checkpoint), without its signatures.
 *
 * @param origin the name of the log
 * @param size number of entries, unsigned
 * @param root RFC 6962 root hash over them
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its parts, never as a whole
public record Checkpoint(String origin, long size, byte[] root) {

    /** Extension lines may follow; nothing is read from them. */
    public static Checkpoint parse(String text) throws NotProvenException {
        Lines lines = new Lines(text);
        String origin = lines.next();
        if (origin.isEmpty()) {
            throw new NotProvenException("a checkpoint without an origin");
        }
        Checkpoint checkpoint = new Checkpoint(origin, Strict.number(lines.next()), Strict.hash(lines.next()));
        while (!lines.end()) {
            if (lines.next().isEmpty()) {
                throw new NotProvenException("an empty line inside a checkpoint");
            }
        }
        return checkpoint;
    }

    /** The size in decimal. */
    public String sizeText() {
        return Long.toUnsignedString(size);
    }
}
