package org.contractethics.contract.internal;

/** A value that cannot be read; the message tells the person what is wrong with it and what to do. */
public class BadValue extends Exception {

    public BadValue(String message) {
        super(message);
    }
}
