package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.RecordCommands;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.export.Exports;
import org.contractethics.record.internal.RecordWriter;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.signing.CheckpointKeys;
import org.contractethics.record.signing.SigningKey;
import org.contractethics.record.verification.Scans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ceremony of src/docs/operations/record.md: a signing key is exchanged under one origin, and nobody loses what they hold. */
class KeyExchangeIT {

    private static final SigningKey NEXT =
            SigningKey.ofLog(ProvableRecord.ORIGIN, secret("the key that comes after the old"));
    private static final SigningKey STRANGER =
            SigningKey.ofLog(ProvableRecord.ORIGIN, secret("key of somebody else, same name "));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void old_and_new_exports_verify_by_the_policy_of_their_date_and_the_new_key_alone_by_no_old_one() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        try (ProvableRecord record = new ProvableRecord(folder, true)) {
            Dated before = round(record, database, "before");
            record.exchange(new CheckpointKeys(List.of(record.key, NEXT), List.of()), record.key, NEXT);
            Dated overlap = round(record, database, "overlap");
            record.exchange(new CheckpointKeys(List.of(NEXT), List.of(record.key.verifierKey())), NEXT);
            Dated after = round(record, database, "after");

            assertThat(Files.readString(overlap.checkpoint()))
                    .contains(record.key.name() + " ")
                    .matches("(?s).*(\n\u2014 tests.*){2}");
            for (Dated kept : List.of(before, overlap, after)) {
                assertThat(verify(kept.export(), kept.policy())).isEqualTo(0);
            }
            assertThat(verify(overlap.export(), before.policy()))
                    .as("both signed it")
                    .isEqualTo(0);
            assertThat(verify(overlap.export(), after.policy()))
                    .as("both signed it")
                    .isEqualTo(0);
            assertThat(verify(after.export(), overlap.policy())).isEqualTo(0);
            assertThat(verify(after.export(), before.policy()))
                    .as("only the new key")
                    .isEqualTo(1);
            assertThat(verify(before.export(), after.policy()))
                    .as("only the old key")
                    .isEqualTo(1);
            assertThat(said(after)).contains("1 of them are signed by keys that this policy does not name");
        }
    }

    @Test
    void a_checkpoint_of_a_key_that_was_never_ours_stops_the_signing_and_is_found() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        try (ProvableRecord record = new ProvableRecord(folder, false)) {
            round(record, database, "before");
            record.exchange(CheckpointKeys.of(STRANGER), STRANGER, record.key);
            Node node = record.start(database.asApplication());
            node.decide(1);
            node.round();

            assertThat(node.problem()).contains("not signed by a key of this record");
            assertThat(scans(record, database).whole().orElseThrow()).contains("no signature by a known key");
        }
    }

    @Test
    void a_witness_forgets_the_old_key_only_when_it_keeps_a_checkpoint_of_the_new_one() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        try (ProvableRecord record = new ProvableRecord(folder, false)) {
            round(record, database, "before");
            record.exchange(new CheckpointKeys(List.of(record.key, NEXT), List.of()), NEXT);
            Node hasty = record.start(database.asApplication());
            hasty.decide(1);
            hasty.round();
            assertThat(hasty.witnessed(2))
                    .as("the witness keeps a checkpoint that it cannot read")
                    .isFalse();

            record.exchange(record.keys, record.key, NEXT);
            Node node = record.start(database.asApplication());
            node.round();
            assertThat(node.witnessed(2)).isTrue();
        }
    }

    @Test
    void a_policy_file_that_names_other_keys_than_those_that_sign_stops_the_start() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        try (ProvableRecord record = new ProvableRecord(folder, false)) {
            Path policy = record.settings.policyFile();
            String witnesses = Files.readString(policy);
            record.keys = new CheckpointKeys(List.of(record.key, NEXT), List.of());
            for (List<SigningKey> named : List.of(List.of(record.key), List.of(record.key, NEXT, STRANGER))) {
                Files.writeString(policy, logs(named) + witnesses);
                assertThatThrownBy(() -> record.start(database.asApplication()))
                        .hasMessageContaining("names other keys");
            }
            Files.writeString(policy, logs(List.of(record.key, NEXT)) + witnesses);
            record.start(database.asApplication());
            record.keys = new CheckpointKeys(List.of(NEXT), List.of("tests.example/record+00000000+AAAA"));
            assertThatThrownBy(() -> record.start(database.asApplication())).hasMessageContaining("retired-keys");
        }
    }

    private static String logs(List<SigningKey> keys) {
        return String.join(
                "", keys.stream().map(key -> "log " + key.verifierKey() + "\n").toList());
    }

    /** What somebody keeps: the export of a day and the policy of that day. */
    private record Dated(Path export, Path policy, Path checkpoint) {}

    private Dated round(ProvableRecord record, MigratedDatabase database, String name) throws Exception {
        Node node = record.start(database.asApplication());
        node.decide(2);
        node.round();
        assertThat(node.problem()).isEqualTo("null");
        Scans scans = scans(record, database);
        assertThat(scans.whole()).isEmpty();
        return new Dated(
                Exports.write(
                        folder.resolve(name + ".zip"),
                        RecordWriter.reader(node.jdbc, scans.tree(), Clock.systemUTC()),
                        node.exports,
                        RecordWriter.fields(node.jdbc)),
                Files.writeString(folder.resolve(name + ".policy"), node.exports.policy()),
                Files.writeString(
                        folder.resolve(name + ".checkpoint"),
                        node.exports.newest().orElseThrow().text()));
    }

    private static Scans scans(ProvableRecord record, MigratedDatabase database) throws NotProvenException {
        return new Scans(database.asApplication(), record.settings, record.keys);
    }

    private static int verify(Path export, Path policy) {
        return RecordCommands.run(new String[] {"verify", export.toString(), policy.toString()}, System.out)
                .orElseThrow();
    }

    private static String said(Dated kept) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordCommands.run(
                new String[] {"verify", kept.export().toString(), kept.policy().toString()},
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] secret(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
