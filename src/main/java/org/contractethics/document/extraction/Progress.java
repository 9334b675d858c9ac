package org.contractethics.document.extraction;

/**
 * How far the reading of a file has come.
 *
 * @param page which one of {@code pages} is being read, from 1; 0 where that is not known
 */
public record Progress(Phase phase, int page, int pages) {

    /** What is being done with the file; the names also stand in the database. */
    public enum Phase {
        WAITING,
        OPENING,
        READING,
        RECOGNISING,
        STORING
    }

    public static Progress of(Phase phase) {
        return new Progress(phase, 0, 0);
    }
}
