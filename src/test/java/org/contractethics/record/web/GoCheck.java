package org.contractethics.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The verifier in Go as it lies in every export, with the libraries of others. */
final class GoCheck {

    /** Debian's packages golang-go and golang-golang-x-mod-dev; elsewhere -Dproof.go=... -Dproof.gopath=... */
    private static final Path GO = Path.of(System.getProperty("proof.go", "/usr/bin/go"));

    private static final String GOPATH = System.getProperty("proof.gopath", "/usr/share/gocode");

    private GoCheck() {}

    /** Says so where it cannot run: a check that was left out must not look like one that passed. */
    static boolean isHere() {
        boolean here = Files.isExecutable(GO);
        if (!here) {
            System.err.println("NOT CHECKED by golang.org/x/mod: " + GO + " is missing (Debian packages golang-go and"
                    + " golang-golang-x-mod-dev).");
        }
        return here;
    }

    static void says(Path unzipped, int code, String... words) throws IOException, InterruptedException {
        ProcessBuilder go = new ProcessBuilder(
                        GO.toString(), "run", unzipped.resolve("check.go").toString(), unzipped.toString())
                .redirectErrorStream(true);
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "contract-ethics-go-cache");
        go.environment().putAll(Map.of("GO111MODULE", "off", "GOPATH", GOPATH, "GOCACHE", cache.toString()));
        Process process = go.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();

        assertThat(said).contains(words);
        assertThat(process.exitValue()).isEqualTo(code);
    }

    static Path unzipped(Path zip, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = target.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
        }
        return target;
    }
}
