package org.contractethics.record.verification;

/** Bytes that are no JSON text or not in its canonical form. */
class NotCanonicalException extends Exception {

    NotCanonicalException(String what, int at) {
        super(what + " at byte " + at);
    }
}
