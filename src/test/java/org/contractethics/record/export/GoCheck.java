package org.contractethics.record.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The verifier in Go as it lies in every export, with the libraries of others. */
public final class GoCheck {

    /** Debian's packages golang-go and golang-golang-x-mod-dev; elsewhere -Dproof.go=... -Dproof.gopath=... */
    private static final Path GO = Path.of(System.getProperty("proof.go", "/usr/bin/go"));

    private static final String GOPATH = System.getProperty("proof.gopath", "/usr/share/gocode");

    /** All of the program, as the README of the export names them. */
    public static final List<String> SOURCES = List.of("check.go", "policy.go", "entries.go", "catalogue.go");

    private GoCheck() {}

    /** Says so where it cannot run: a check that was left out must not look like one that passed. */
    public static boolean isHere() {
        boolean here = Files.isExecutable(GO) && Files.isDirectory(Path.of(GOPATH, "src/golang.org/x/mod"));
        if (!here) {
            System.err.println("NOT CHECKED by golang.org/x/mod: " + GO
                    + " or the module is missing (Debian packages golang-go and" + " golang-golang-x-mod-dev).");
        }
        return here;
    }

    /** Lays the program beside an export that was made without it. */
    public static void sources(Path folder) throws IOException {
        for (String source : SOURCES) {
            Files.copy(Path.of("src/main/resources/record", source), folder.resolve(source));
        }
    }

    /** By the program in the export, and the keys that whoever checks it has from elsewhere. */
    public static void says(Path unzipped, Path policy, int code, String... words) throws IOException {
        Said said = run(program(unzipped), unzipped.toString(), policy.toString());

        assertThat(said.text()).contains(words);
        assertThat(said.code()).isEqualTo(code);
    }

    /**
     * @param code its own: {@code go run} ends with 1 instead and prints it
     */
    public record Said(int code, String text) {}

    /** Made of these sources, as {@code go run} makes it. */
    public static Path program(Path sources) throws IOException {
        Path made = sources.resolveSibling(sources.getFileName() + "-check");
        List<String> command = new ArrayList<>(List.of("build", "-o", made.toString()));
        SOURCES.forEach(name -> command.add(sources.resolve(name).toString()));
        Said said = run(GO, command.toArray(String[]::new));
        assertThat(said.code()).as(said.text()).isZero();
        return made;
    }

    public static Said run(Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder go = new ProcessBuilder(command).redirectErrorStream(true);
        Path cache = Path.of(System.getProperty("java.io.tmpdir"), "contract-ethics-go-cache");
        go.environment().putAll(Map.of("GO111MODULE", "off", "GOPATH", GOPATH, "GOCACHE", cache.toString()));
        Process process = go.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Said(process.waitFor(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(e.getMessage());
        }
    }

    public static Path unzipped(Path zip, Path target) throws IOException {
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
