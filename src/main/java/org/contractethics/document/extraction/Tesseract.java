package org.contractethics.document.extraction;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command {@code tesseract}: one picture in, a table of words with their places and confidence out. */
final class Tesseract {

    private static final Duration TIME_FOR_A_PAGE = Duration.ofSeconds(60);

    /** A dense page has some 1,000 words of 60 bytes. */
    private static final long MAX_TABLE_BYTES = 4L * 1024 * 1024;

    private final Recognition recognition;

    Tesseract(Recognition recognition) {
        this.recognition = recognition;
    }

    /** @param time that is left; the command is ended when it is over */
    String table(Path picture, int dpi, Duration time) throws IOException {
        Path table = Files.createTempFile("page", ".tsv");
        Process process = start(picture, dpi, table);
        try {
            long millis = Math.min(time.toMillis(), TIME_FOR_A_PAGE.toMillis());
            if (!process.waitFor(Math.max(1, millis), TimeUnit.MILLISECONDS)) {
                throw new IOException("text recognition took too long");
            }
            if (process.exitValue() != 0 || Files.size(table) > MAX_TABLE_BYTES) {
                throw new IOException("text recognition failed");
            }
            return new String(Files.readAllBytes(table), StandardCharsets.UTF_8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(table);
        }
    }

    private Process start(Path picture, int dpi, Path table) throws IOException {
        List<String> command = List.of(
                recognition.program().toString(),
                picture.toString(),
                "stdout",
                "--dpi",
                Integer.toString(dpi),
                "-l",
                recognition.languages(),
                "tsv");
        ProcessBuilder builder = new ProcessBuilder(command);
        // its own threads gain little on a page and take the processor from everything else
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.redirectInput(ProcessBuilder.Redirect.from(picture.toFile()));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.redirectOutput(table.toFile());
        return builder.start();
    }
}
