package org.contractethics.record.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractethics.Requests;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.SignedNote;
import org.contractethics.record.proof.Vectors;
import org.contractethics.record.proof.VerifierKey;
import org.contractethics.record.signing.SigningKey;
import org.contractethics.record.witness.Witness.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The second program: it remembers, and refuses whatever does not continue what it remembers. */
class WitnessTests {

    private static final Instant NOW = Instant.parse("2026-11-24T09:14:05Z");
    private static final SigningKey KEY = SigningKey.ofWitness("council.example/w1", new byte[32]);

    private final JsonNode golden = Vectors.read("golden/golden");
    private final Path folder;

    WitnessTests(@TempDir Path folder) {
        this.folder = folder;
    }

    /** R23 */
    @Test
    void answers_the_10_public_requests_with_the_codes_of_the_specification() throws Exception {
        JsonNode vectors = Vectors.read("c2sp/witness_add_checkpoint");
        VerifierKey log = VerifierKey.parse(vectors.get("logVkey").asString());
        int number = 0;
        for (JsonNode vector : vectors.get("vectors")) {
            WitnessState state = new WitnessState(folder.resolve("state" + number++));
            if (!vector.get("witnessState").isNull()) {
                state.keep("monkeys", vector.get("witnessState").asString());
            }
            Witness witness = new Witness(KEY, Map.of("monkeys", List.of(log)), state, Clock.systemUTC());

            Answer answer = witness.add(bytes(vector.get("request").asString()));

            assertThat(answer.status())
                    .as(vector.get("desc").asString())
                    .isEqualTo(vector.get("expectHttp").asInt());
        }
        assertThat(number).isEqualTo(10);
    }

    /** R23: what litewitness 0.9.0 was asked; to a fork of the same size it says 422, the released specification 409. */
    @Test
    void answers_the_11_questions_that_a_public_witness_was_asked() throws Exception {
        Witness witness = witness();
        String forged = new String(request("10_to_15"), StandardCharsets.UTF_8).replace("\n15\n", "\n16\n");

        assertThat(List.of(
                        said(witness, request("0_to_5")),
                        said(witness, request("5_to_10")),
                        said(witness, request("10_to_10")),
                        said(witness, request("5_to_10")),
                        said(witness, bytes(negative("fork_from10_entry4_changed.add-checkpoint"))),
                        said(witness, request("10_to_15")),
                        said(witness, bytes("old 15\n\n" + negative("fork_15_entry4_changed.checkpoint"))),
                        said(witness, bytes(negative("rollback_15_to_10.add-checkpoint"))),
                        said(witness, request("0_to_10")),
                        said(witness, bytes(forged)),
                        said(witness, bytes(forged.replace("example.com/log/testdata", "example.com/other")))))
                .containsExactly("200", "200", "200", "409 10", "422", "200", "409 15", "400", "409 15", "403", "404");
    }

    private static String said(Witness witness, byte[] request) throws IOException {
        Answer answer = witness.add(request);
        return answer.status() == 409 ? "409 " + answer.body().strip() : "" + answer.status();
    }

    @Test
    void cosigns_every_step_of_an_honest_log_and_keeps_it_before_it_answers() throws Exception {
        Witness witness = witness();
        List<String> steps = List.of("0_to_5", "5_to_10", "10_to_10", "10_to_15");
        for (String step : steps) {
            Answer answer = witness.add(request(step));

            assertThat(answer.status()).as(step).isEqualTo(200);
            assertThat(cosigned(step, answer)).isEqualTo(NOW.getEpochSecond());
            assertThat(witness().add(request("0_to_1")).body())
                    .isEqualTo(step.substring(step.lastIndexOf('_') + 1) + "\n");
        }
    }

    /** R11, R15 */
    @Test
    void a_rollback_is_a_conflict_that_names_the_size_it_knows() throws Exception {
        Witness witness = witness();
        witness.add(request("0_to_15"));

        Answer rollback = witness.add(request("0_to_10"));

        assertThat(rollback.status()).isEqualTo(409);
        assertThat(rollback.contentType()).isEqualTo("text/x.tlog.size");
        assertThat(rollback.body()).isEqualTo("15\n");
        assertThat(witness.add(bytes(negative("rollback_15_to_10.add-checkpoint")))
                        .status())
                .isEqualTo(400);
    }

    /** R12 */
    @Test
    void a_fork_is_refused_kept_as_evidence_and_changes_nothing() throws Exception {
        Witness witness = witness();
        witness.add(request("0_to_10"));

        assertThat(witness.add(bytes(negative("fork_from10_entry4_changed.add-checkpoint")))
                        .status())
                .isEqualTo(422);
        assertThat(witness.add(request("10_to_15")).status()).isEqualTo(200);
        assertThat(witness.add(bytes("old 15\n\n" + negative("fork_15_entry4_changed.checkpoint")))
                        .status())
                .isEqualTo(409);
        try (Stream<Path> kept = Files.list(folder.resolve("state/contradictions"))) {
            assertThat(kept)
                    .singleElement()
                    .satisfies(file -> assertThat(file).content().contains("example.com/log"));
        }
    }

    @Test
    void a_damaged_memory_is_no_reason_to_begin_anew() throws Exception {
        witness().add(request("0_to_10"));
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            Path file = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            Files.writeString(file, Files.readString(file).replace("\n10\n", "\n1\n"));
        }

        assertThatThrownBy(() -> witness().add(request("1_to_5"))).hasMessageContaining("damaged");
    }

    @Test
    void requests_that_cannot_be_read_are_refused() throws Exception {
        List<String> bad = new ArrayList<>(List.of("", "old", "old 05\n\nx\n", "old 1\nnohash\n\nx\n", "old 0\n"));
        bad.add("old 1\n" + "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n".repeat(64) + "\nx\n");
        for (String body : bad) {
            assertThat(witness().add(bytes(body)).status()).as(body).isEqualTo(400);
        }
    }

    @Test
    void whoever_sends_or_reads_drop_by_drop_is_cut_off() {
        List<String> bounds = List.of("sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime");
        try {
            WitnessCommand.run(List.of("--config", folder.resolve("none").toString()), System.out);

            assertThat(bounds)
                    .allSatisfy(bound -> assertThat(System.getProperty(bound)).isEqualTo("10"));
        } finally {
            bounds.forEach(System::clearProperty);
        }
    }

    @Test
    void speaks_http_as_its_file_says() throws Exception {
        Path file = folder.resolve("witness.properties");
        WitnessCommand.run(
                List.of("--new-key", "council.example/w1", folder.resolve("key").toString()), System.out);
        Files.writeString(
                file,
                "name=council.example/w1\nlisten=127.0.0.1:0\nkey-file=key\nstate=state\nlog.1="
                        + golden.get("logVkey").asString() + "\n");
        try (WitnessServer server = WitnessServer.start(file, Clock.systemUTC())) {
            assertThat(post(server, "/add-checkpoint", request("0_to_5")).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> conflict = post(server, "/add-checkpoint", request("0_to_10"));
            assertThat(conflict.statusCode()).isEqualTo(409);
            assertThat(conflict.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
            assertThat(conflict.body()).isEqualTo("5\n");
            assertThat(post(server, "/add-checkpoint", new byte[70_000]).statusCode())
                    .isEqualTo(413);
            assertThat(post(server, "/other", new byte[0]).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void a_file_that_is_incomplete_stops_the_start_with_a_sentence() throws Exception {
        Path file = Files.writeString(folder.resolve("w.properties"), "name=w\nlisten=127.0.0.1:0\n");
        var said = new java.io.ByteArrayOutputStream();

        int code = WitnessCommand.run(
                List.of("--config", file.toString()), new java.io.PrintStream(said, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(2);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("does not say key-file");
    }

    private static HttpResponse<String> post(WitnessServer server, String path, byte[] body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        Requests.to(URI.create("http://127.0.0.1:" + server.port() + path))
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private long cosigned(String step, Answer answer) throws NotProvenException {
        String request = golden.get("consistency").get(step + ".add-checkpoint").asString();
        String checkpoint = request.substring(request.indexOf("\n\n") + 2);
        return SignedNote.open(checkpoint + answer.body(), List.of(VerifierKey.parse(KEY.verifierKey())))
                .signatures()
                .get(0)
                .time()
                .orElseThrow();
    }

    private Witness witness() throws IOException, NotProvenException {
        VerifierKey log = VerifierKey.parse(golden.get("logVkey").asString());
        return new Witness(
                KEY,
                Map.of(log.name(), List.of(log)),
                new WitnessState(folder.resolve("state")),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private byte[] request(String step) {
        return bytes(golden.get("consistency").get(step + ".add-checkpoint").asString());
    }

    private String negative(String name) {
        return golden.get("negative").get(name).asString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
