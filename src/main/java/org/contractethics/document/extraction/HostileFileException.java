package org.contractethics.document.extraction;

/** A file is built to harm whoever opens it: it unpacks without end, or reaches outside of itself. */
final class HostileFileException extends RuntimeException {

    HostileFileException(String means) {
        super(means);
    }
}
