package org.contractethics.record.checkpoint;

/** The record is not in a state that may be signed; says why in a sentence. */
class NotSignedException extends RuntimeException {

    NotSignedException(String why) {
        super(why);
    }
}
