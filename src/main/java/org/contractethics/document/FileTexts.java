package org.contractethics.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of files that are no documents of a contract, in the processes in which documents are read, within the same limits and
 * in turn with them. Nothing of it is kept here: no document comes of it, and no set of documents changes.
 */
public interface FileTexts {

    /** Name of the threads that wait for readings; whoever has files read does so on them, so that nothing else is held up. */
    String THREADS = "documentReadingExecutor";

    /**
     * Never fails for a file: the worst there is to say is why it has no text.
     *
     * @param name for log lines: an id, never the name of the file
     * @param extent whether files inside are read, too, each like the outer one
     * @param atWork told about once a second while it is read; must not throw
     * @throws java.io.UncheckedIOException where no process can be had
     * @throws InterruptedException also where the application is ending
     */
    FileText read(String name, byte[] file, Extent extent, Runnable atWork) throws InterruptedException;

    /** What of a file is read. */
    enum Extent {
        WITH_FILES_INSIDE,
        ALONE
    }

    /**
     * @param passages in reading order; empty unless it was read
     * @param gaps sentences about what the file holds and was not read
     * @param inside files found in it, at all depths, each behind the one it lies in
     */
    record FileText(Ending ending, List<Passage> passages, List<String> gaps, List<InsideText> inside) {

        public FileText {
            passages = List.copyOf(passages);
            gaps = List.copyOf(gaps);
            inside = List.copyOf(inside);
        }

        /** A file in which nothing was found inside. */
        public static FileText plain(Ending ending, List<Passage> passages) {
            return new FileText(ending, passages, List.of(), List.of());
        }
    }

    /**
     * What was read of a file inside another, such as an attachment of a mail.
     *
     * @param place its name and the names of the files around it, itself first, without the outermost; display only, never a path
     */
    record InsideText(List<String> place, Ending ending, List<Passage> passages, List<String> gaps) {

        public InsideText {
            place = List.copyOf(place);
            passages = List.copyOf(passages);
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * A passage, cut as clauses of documents are.
     *
     * @param part which part of the file it stands in
     * @param number as printed; empty where there is none
     * @param heading nearest heading; empty where there is none
     * @param page page, sheet or slide, from 1; null where the format has none
     */
    record Passage(String part, String number, String heading, String text, @Nullable Integer page) {}

    /** What came of a reading. */
    enum Ending {
        READ,
        LOCKED,
        UNSUPPORTED,
        DAMAGED,
        NO_TEXT,
        LIMIT_HIT,
        READER_STOPPED,
        HOSTILE
    }
}
