package org.contractethics.document.extraction;

/** A file asked for more time, memory or text than one file may have. */
final class LimitHitException extends RuntimeException {

    LimitHitException(String limit) {
        super(limit);
    }
}
