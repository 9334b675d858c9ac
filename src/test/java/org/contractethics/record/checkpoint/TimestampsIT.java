package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.RecordCommands;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.export.Exports;
import org.contractethics.record.internal.RecordWriter;
import org.contractethics.record.internal.TimestampSettings;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Timestamp;
import org.contractethics.record.verification.Scans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** R22: what a time stamp proves when the key that signs is in other hands. */
class TimestampsIT {

    private static final Path OPENSSL = Path.of("/usr/bin/openssl");
    private final Instant now = Instant.now();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void what_was_stamped_before_a_key_was_compromised_verifies_and_nothing_else_does() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        try (ProvableRecord record = new ProvableRecord(folder, false);
                TestAuthority authority = TestAuthority.at(now)) {
            believe(record, authority);
            Node node = record.start(database.asApplication());
            node.decide(2);
            node.round();
            Path unstamped = export(record, node, "unstamped");
            node.stamping(new TimestampSettings(authority.url())).run();
            Path stamped = export(record, node, "stamped");

            String policy = node.exports.policy();
            String key = "compromised " + record.key.verifierKey() + " since ";
            assertThat(verify(stamped, policy)).contains("1 checkpoints bear a time stamp", "The record is intact.");
            assertThat(verify(unstamped, policy)).contains("The record is intact.");
            assertThat(verify(stamped, policy + key + now.plus(Duration.ofMinutes(1)) + "\n"))
                    .contains("is intact");
            assertThat(verify(stamped, policy + key + now + "\n")).contains("since " + now, "does NOT prove");
            assertThat(verify(stamped, policy + key + "2020-01-01\n")).contains("does NOT prove");
            assertThat(verify(unstamped, policy + key + now.plus(Duration.ofMinutes(1)) + "\n"))
                    .contains("no time stamp shows", "does NOT prove");
            try (TestAuthority other = TestAuthority.at(now)) {
                assertThat(verify(stamped, policy.replace(authority.line(), other.line())))
                        .contains("nobody who is believed", "does NOT prove");
            }
            change(stamped, "timestamps/2.tsr");
            assertThat(verify(stamped, policy)).contains("a time stamp", "does NOT prove");
        }
    }

    @Test
    void an_authority_that_is_down_or_wrong_stops_nothing_and_leaves_nothing() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        TestAuthority late = TestAuthority.at(now.minus(Duration.ofHours(1)));
        try (ProvableRecord record = new ProvableRecord(folder, false);
                late;
                TestAuthority wrong = new TestAuthority(now, KeyPurposeId.id_kp_serverAuth)) {
            believe(record, late, wrong);
            Node node = record.start(database.asApplication());
            node.decide(1);
            node.round();
            for (String url : List.of("http://127.0.0.1:1/", late.url(), wrong.url())) {
                node.stamping(new TimestampSettings(url)).run();
            }
            node.decide(1);
            node.round();

            assertThat(node.witnessed(1)).isTrue();
            assertThat(node.exports.stamped(10)).isEmpty();
            assertThatThrownBy(() -> new TimestampSettings("ftp://x")).hasMessageContaining("malformed");
        }
    }

    @Test
    void without_a_certificate_to_believe_no_authority_is_asked() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        try (ProvableRecord record = new ProvableRecord(folder, false)) {
            Node node = record.start(database.asApplication());

            assertThatThrownBy(() -> node.stamping(new TimestampSettings("http://127.0.0.1:1/")))
                    .hasMessageContaining("no line tsa");
            node.stamping(new TimestampSettings(" ")).run();
        }
    }

    @Test
    void a_time_stamp_that_is_changed_in_the_database_is_found() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        try (ProvableRecord record = new ProvableRecord(folder, false);
                TestAuthority authority = TestAuthority.at(now)) {
            believe(record, authority);
            Node node = record.start(database.asApplication());
            node.decide(1);
            node.round();
            node.stamping(new TimestampSettings(authority.url())).run();
            assertThat(scans(record, node).whole()).isEmpty();
            assertThatThrownBy(() -> node.jdbc
                            .sql("delete from record.checkpoint_timestamp")
                            .update())
                    .rootCause()
                    .hasMessageContaining("permission denied");

            JdbcClient owner = JdbcClient.create(database.asOwner());
            assertThatThrownBy(() ->
                            owner.sql("delete from record.checkpoint_timestamp").update())
                    .rootCause()
                    .hasMessageContaining("append-only");
            owner.sql("alter table record.checkpoint_timestamp disable trigger user")
                    .update();
            owner.sql("update record.checkpoint_timestamp set stamped_at = stamped_at - interval '1 day'")
                    .update();
            assertThat(scans(record, node).whole().orElseThrow()).contains("says another time");
            owner.sql("update record.checkpoint_timestamp set response = sha256('')")
                    .update();
            assertThat(scans(record, node).whole().orElseThrow()).contains("does not hold");
        }
    }

    @Test
    void openssl_says_the_same() throws Exception {
        assumeTrue(Files.isExecutable(OPENSSL), "openssl is missing");
        MigratedDatabase database = MigratedDatabase.fresh();
        try (ProvableRecord record = new ProvableRecord(folder, false);
                TestAuthority authority = TestAuthority.at(now)) {
            believe(record, authority);
            Node node = record.start(database.asApplication());
            node.decide(1);
            node.round();
            node.stamping(new TimestampSettings(authority.url())).run();
            byte[] note = node.checkpoints.last().orElseThrow().note().getBytes(StandardCharsets.UTF_8);
            byte[] response = node.exports.timestamp(1);
            Files.write(folder.resolve("1.tsr"), response);
            Files.write(folder.resolve("1"), note);
            Files.writeString(folder.resolve("tsa.pem"), authority.pem());

            assertThat(openssl("1")).contains("Verification: OK");
            Files.writeString(folder.resolve("other"), "something else");
            assertThat(openssl("other")).contains("Verification: FAILED");
            assertThat(Timestamp.verify(response, note, List.of(authority.root)).at())
                    .isBetween(now.minusSeconds(1), now);
            assertThatThrownBy(() -> Timestamp.verify(response, note, List.of()))
                    .isInstanceOf(NotProvenException.class);
            assertThatThrownBy(() -> Timestamp.verify(response, new byte[1], List.of(authority.root)))
                    .hasMessageContaining("something else");
        }
    }

    private String openssl(String data) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        OPENSSL.toString(), "ts", "-verify", "-data", data, "-in", "1.tsr", "-CAfile", "tsa.pem")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static void believe(ProvableRecord record, TestAuthority... authorities) throws Exception {
        Path policy = record.settings.policyFile();
        for (TestAuthority authority : authorities) {
            Files.writeString(policy, Files.readString(policy) + authority.line());
        }
    }

    private Path export(ProvableRecord record, Node node, String name) throws Exception {
        return Exports.write(
                folder.resolve(name + ".zip"),
                RecordWriter.reader(node.jdbc, scans(record, node).tree(), Clock.systemUTC()),
                node.exports,
                RecordWriter.fields(node.jdbc));
    }

    private static Scans scans(ProvableRecord record, Node node) throws NotProvenException {
        return new Scans(node.source, record.settings, record.keys);
    }

    private static void change(Path zip, String name) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            byte[] bytes = Files.readAllBytes(files.getPath(name));
            bytes[bytes.length / 2] ^= 1;
            Files.write(files.getPath(name), bytes);
        }
    }

    private String verify(Path export, String policy) throws IOException {
        Path file = Files.writeString(folder.resolve("verifying"), policy);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordCommands.run(
                new String[] {"verify", export.toString(), file.toString()},
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
