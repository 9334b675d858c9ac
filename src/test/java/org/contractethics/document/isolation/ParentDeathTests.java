package org.contractethics.document.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.contractethics.document.isolation.ReadingPool.Workplace;
import org.junit.jupiter.api.Test;

/** An application that is killed in the middle of a reading leaves no process behind. */
class ParentDeathTests {

    @Test
    void a_reading_process_ends_with_the_application_that_is_killed() throws Exception {
        Process application = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(":", ReaderCommand.classPath()),
                        Application.class.getName()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        ProcessHandle reader = readerOf(application);

        application.destroyForcibly();

        await().atMost(Duration.ofSeconds(10)).until(() -> !reader.isAlive());
    }

    private static ProcessHandle readerOf(Process application) throws IOException {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(application.getInputStream(), StandardCharsets.UTF_8))) {
            String line = said.readLine();
            while (line != null && !line.equals("reading")) {
                line = said.readLine();
            }
            assertThat(line).isEqualTo("reading");
        }
        return application.toHandle().children().findFirst().orElseThrow();
    }

    /** Stands for the application: has one file read that hangs. */
    static final class Application {

        private Application() {}

        public static void main(String[] arguments) throws Exception {
            ReadingLimits limits = new ReadingLimits("64m", Duration.ofMinutes(5), 1, 1, Duration.ofMinutes(5), null);
            try (ReadingPool pool = new ReadingPool(limits, ScriptedProcess.class);
                    Workplace place = pool.workplace("test")) {
                Files.writeString(place.file(), "hang");
                pool.read(place, null, at -> System.out.println("reading"));
            }
        }
    }
}
