package org.contractethics.contract.internal.imports;

/** A file that cannot be read; the message tells the person why and what to do. */
public class UnreadableFile extends Exception {

    public UnreadableFile(String message) {
        super(message);
    }
}
