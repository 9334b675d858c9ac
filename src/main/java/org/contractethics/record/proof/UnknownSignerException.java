package org.contractethics.record.proof;

/** A note that is well formed, but signed by no key that is believed here: nothing is wrong with it, and nothing is proven. */
public final class UnknownSignerException extends NotProvenException {

    private static final long serialVersionUID = 1L;

    private final String text;

    UnknownSignerException(String text) {
        this("no signature by a known key", text);
    }

    UnknownSignerException(String why, String text) {
        super(why);
        this.text = text;
    }

    /** What the note says, with its last line feed. */
    public String text() {
        return text;
    }
}
