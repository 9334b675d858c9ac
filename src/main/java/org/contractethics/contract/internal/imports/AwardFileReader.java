package org.contractethics.contract.internal.imports;

/** Reads one format of award files. */
interface AwardFileReader {

    /**
     * Hands every row to the sink: the readable ones, and what is wrong with the others.
     *
     * @throws UnreadableFile where the file as a whole cannot be read; rows handed over before stay good
     */
    void read(byte[] content, RowSink sink) throws UnreadableFile;

    /** The column of the file that a fact of the register comes from, for messages. */
    String column(String fact);
}
