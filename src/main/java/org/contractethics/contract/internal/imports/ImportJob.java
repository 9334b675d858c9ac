package org.contractethics.contract.internal.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as its page shows it.
 *
 * @param rowsRead readable rows found in the file; 0 until it was read to the end
 * @param rowsDone rows stored or found unchanged
 * @param registered contracts new in the register
 * @param updated contracts whose facts or award transactions changed
 * @param unchanged contracts that the register already held so
 * @param problems how many problems were found
 * @param failure why the file as a whole could not be read
 */
public record ImportJob(
        UUID id,
        String fileName,
        ImportFormat format,
        String sha256,
        long bytes,
        String uploadedBy,
        Instant uploadedAt,
        State state,
        int rowsRead,
        int rowsDone,
        int registered,
        int updated,
        int unchanged,
        int problems,
        @Nullable Instant finishedAt,
        @Nullable String failure) {

    /** Where an import stands. */
    public enum State {
        QUEUED("Waiting"),
        RUNNING("Running"),
        DONE("Finished"),
        FAILED("Could not be read");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public boolean finished() {
        return state == State.DONE || state == State.FAILED;
    }

    /** Share of the rows done, 0 to 100. */
    public int percent() {
        if (finished()) {
            return 100;
        }
        return rowsRead == 0 ? 0 : (int) Math.min(100L, 100L * rowsDone / rowsRead);
    }
}
