package org.contractethics.record.proof;

/** What was handed in proves nothing: malformed, signed by nobody known, or contradicted by its own hashes. Says why. */
public class NotProvenException extends Exception {

    private final String why;

    public NotProvenException(String why) {
        super(why);
        this.why = why;
    }

    @Override
    public String getMessage() {
        return why;
    }
}
