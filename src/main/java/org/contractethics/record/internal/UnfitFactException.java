package org.contractethics.record.internal;

/** An event carries a value that the record does not take; a mistake of the module that published it. */
public class UnfitFactException extends IllegalArgumentException {

    UnfitFactException(String path, String what) {
        super("Not fit for the record: " + path + " " + what);
    }
}
