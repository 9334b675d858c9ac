package org.contractethics.shared;

import java.util.List;

/**
 * Makes of a file that somebody sent a copy that can be read without danger, for its reader and for whoever sent it: rebuilt from what is
 * seen, never cleaned by taking away what somebody thought of. {@code document} implements it, in a process of its own; nothing of the
 * file is written to a disk.
 */
public interface CleanCopies {

    /** Looks at the bytes, whatever the file is called. Never fails for a file: the worst there is to say is that there is no copy. */
    Cleaned of(byte[] original);

    /**
     * @param extension of the copy, one of {@code jpg}, {@code png}, {@code pdf}, {@code txt}; empty where there is none
     * @param copy the rebuilt file; empty where there is none
     * @param found what the original tells besides what is seen
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Cleaned(Outcome outcome, String extension, byte[] copy, List<Found> found) {

        public Cleaned {
            found = List.copyOf(found);
        }

        public static Cleaned without(Outcome outcome) {
            return new Cleaned(outcome, "", new byte[0], List.of());
        }
    }

    /** What became of a file. */
    enum Outcome {
        COPIED,
        /** A kind of file that is not rebuilt. */
        NOT_REBUILT,
        /** Protected by a password. */
        LOCKED,
        /** Damaged, built to harm, or more than one file may cost. */
        GIVEN_UP
    }

    /** @param detail the words or the number found; may be empty */
    record Found(Trace trace, String detail) {}

    /** What a file can tell besides what is seen. */
    enum Trace {
        AUTHOR,
        LAST_CHANGED_BY,
        COMPANY,
        TITLE,
        PROGRAM,
        CREATED,
        OWN_PROPERTIES,
        COMMENTS,
        TRACKED_CHANGES,
        HIDDEN_TEXT,
        TEMPLATE,
        PICTURES,
        FILES_INSIDE,
        SCRIPT,
        PLACE,
        CAMERA,
        TAKEN,
        NOTE,
        MORE_BYTES
    }
}
