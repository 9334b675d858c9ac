package org.contractethics.document.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A network of its own without any device in it, for a reading process; where Linux lets an ordinary user have one. */
final class NetworkNamespace {

    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
    private static final List<String> PREFIX = available();

    private NetworkNamespace() {}

    /** What to write before the command; empty where the system offers no such thing. */
    static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> available() {
        List<String> prefix = List.of(UNSHARE.toString(), "--map-root-user", "--net", "--");
        if (!Files.isExecutable(UNSHARE)) {
            return List.of();
        }
        try {
            Process trial = new ProcessBuilder(UNSHARE.toString(), "--map-root-user", "--net", "--", "/bin/true")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean works = trial.waitFor(5, TimeUnit.SECONDS) && trial.exitValue() == 0;
            trial.destroyForcibly();
            return works ? prefix : List.of();
        } catch (IOException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }
}
