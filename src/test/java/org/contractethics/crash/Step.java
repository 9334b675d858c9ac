package org.contractethics.crash;

import java.net.http.HttpRequest;

/**
 * One thing that somebody does on the main path.
 *
 * @param preparing goes there and fills in the form; may be repeated
 * @param happened answers with one row for each time it was done
 */
record Step(String name, Preparation preparing, String happened) {

    /** A form that only needs to be sent. */
    record Prepared(Person person, HttpRequest request) {}

    /** Looks at the pages on the way to a form. */
    interface Preparation {
        Prepared prepare() throws Exception;
    }
}
