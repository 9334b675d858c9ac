package org.contractethics.record.checkpoint;

/** The record is not in a state that may be signed; says why in a sentence. */
class NotSignedException extends RuntimeException {

    private final String why;

    NotSignedException(String why) {
        super(why);
        this.why = why;
    }

    @Override
    public String getMessage() {
        return why;
    }
}
