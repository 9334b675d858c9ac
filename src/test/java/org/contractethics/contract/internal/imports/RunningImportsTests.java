package org.contractethics.contract.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.contract.internal.imports.ImportJob.State;
import org.junit.jupiter.api.Test;

class RunningImportsTests {

    private static final ImportJob JOB = new ImportJob(
            new UUID(0, 1),
            "awards.xlsx",
            ImportFormat.TEMPLATE,
            "00",
            1,
            "sofia.marin",
            Instant.EPOCH,
            State.RUNNING,
            0,
            0,
            0,
            0,
            0,
            0,
            null,
            null);

    @Test
    void whatever_a_reader_throws_becomes_words_instead_of_an_import_without_end() {
        assertThat(read(new IllegalStateException("a case nobody thought of")))
                .contains("could not be read")
                .doesNotContain("nobody thought of");
        assertThat(read(new UnreadableFile("The file is empty."))).isEqualTo("The file is empty.");
    }

    private static String read(Exception thrown) {
        return String.valueOf(RunningImports.read(JOB, new BrokenReader(thrown), new byte[0], new Collected()));
    }

    private record BrokenReader(Exception thrown) implements AwardFileReader {

        @Override
        public void read(byte[] content, RowSink sink) throws UnreadableFile {
            if (thrown instanceof UnreadableFile unreadable) {
                throw unreadable;
            }
            throw (RuntimeException) thrown;
        }

        @Override
        public String column(String fact) {
            return fact;
        }
    }
}
