package org.contractethics.access;

/**
 * The people directory does not answer and never did for this question. Whoever asks must not take that for "nobody": a right is
 * denied, a delivery is tried again, a page says so (503).
 */
public class PeopleUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PeopleUnavailable(String question) {
        super("the people directory does not answer: " + question);
    }
}
