package org.contractethics.record.proof;

/** What was handed in proves nothing: malformed, signed by nobody known, or contradicted by its own hashes. Says why. */
public class NotProvenException extends Exception {

    public NotProvenException(String why) {
        super(why);
    }
}
