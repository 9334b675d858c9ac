package org.contractethics.concern.internal.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The signer's half, as the browser gets it, run by Node against the test vectors of RFC 9474. */
class BlindRsaScriptTests {

    private static final Path NODE = Path.of(System.getenv().getOrDefault("PLAYWRIGHT_NODEJS_PATH", "/usr/bin/node"));
    private static final Path CHECK = Path.of("src/test/resources/concern/blind-rsa-check.mjs");
    private static final Path SCRIPT = Path.of("src/main/resources/static/app/blind-rsa.js");

    @Test
    void the_script_agrees_with_the_rfc_and_refuses_what_is_no_answer() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(NODE), () -> "SKIPPED: no Node.js at " + NODE + ", blind-rsa.js was not checked");

        Process node = new ProcessBuilder(NODE.toString(), CHECK.toString(), SCRIPT.toString(), Rfc9474.FILE.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.startsWith("ok: "))).hasSize(11);
    }

    @Test
    void the_script_needs_nothing_but_the_browser() throws IOException {
        assertThat(Files.readString(SCRIPT))
                .doesNotContain("import ", "require(", "fetch(", "localStorage", "sessionStorage", "eval(");
        assertThat(Files.readAllLines(SCRIPT)).hasSizeLessThan(160);
    }
}
