package org.contractethics.document.extraction;

import java.time.Duration;
import java.util.function.Consumer;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.jspecify.annotations.Nullable;

/**
 * Reads any document in the thread of the caller, within limits it asks for from inside. Whatever a parser throws becomes a
 * named reason; a parser that never returns can only be stopped with its process, so nothing but a reading process uses this.
 */
public final class TextReader {

    /** Goes up when files give another text or other clauses than before: then they are read anew, in time. */
    public static final int NUMBER = 2;

    private final Duration timeLimit;
    private final @Nullable Recognition recognition;
    private final Consumer<Progress> progress;

    /** @param timeLimit for one file, without the recognition of pictures */
    public TextReader(Duration timeLimit) {
        this(timeLimit, null, at -> {});
    }

    /** @param recognition how pages without a text layer are read; null where they are only named */
    public TextReader(Duration timeLimit, @Nullable Recognition recognition, Consumer<Progress> progress) {
        this.timeLimit = timeLimit;
        this.recognition = recognition;
        this.progress = progress;
    }

    /** The text, or the reason why there is none. */
    public Reading read(ReadingRequest request) {
        // the readers of the older Office formats take the password from the thread
        Biff8EncryptionKey.setCurrentUserPassword(request.password());
        try {
            Draft draft = new Draft(new Budget(timeLimit), request, recognition, progress);
            Readers.of(request.type()).read(request.file(), draft);
            return draft.reading();
        } catch (Throwable e) { // parsers throw errors too: missing classes, exhausted stacks
            return new Unreadable(Failures.reason(e));
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }
}
