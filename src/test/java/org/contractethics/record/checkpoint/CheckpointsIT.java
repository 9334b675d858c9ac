package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.Policy;
import org.contractethics.record.proof.Receipt;
import org.contractethics.record.verification.Scans;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing after commit, and what is said of an entry until a witness has seen it. */
class CheckpointsIT {

    private final MigratedDatabase database = MigratedDatabase.fresh();
    private final ProvableRecord record;

    CheckpointsIT(@TempDir Path folder) throws IOException {
        record = new ProvableRecord(folder, true);
    }

    @AfterEach
    void close() {
        record.close();
    }

    /** R10, A10 */
    @Test
    void an_entry_counts_as_recorded_only_once_a_cosigned_checkpoint_covers_it() throws NotProvenException {
        Node node = record.start(database.asApplication());
        node.decide(3);
        assertThat(node.witnessed(2)).isFalse();
        assertThat(node.proofs.receipt(2)).isEmpty();

        node.round();

        assertThat(node.witnessed(2)).isTrue();
        assertThat(node.witnessed(3)).isFalse();
        Receipt receipt = Receipt.parse(bytes(node.proofs.receipt(2).orElseThrow()));
        byte[] entry = node.jdbc
                .sql("select body from record.entry where n = 2")
                .query(byte[].class)
                .single();
        Policy policy = Policy.parse(bytes(node.exports.policy()));
        assertThat(receipt.verify(entry, policy.keys()).size()).isEqualTo(3);
        assertThat(policy.accept(bytes(receipt.checkpoint())).cosigned()).containsExactly("council");
    }

    /** R24 */
    @Test
    void while_the_witness_is_down_nothing_is_called_recorded_and_afterwards_all_of_it_is() throws IOException {
        Node node = record.start(database.asApplication());
        node.round();
        record.stopWitness();
        node.decide(2);
        node.round();
        assertThat(node.checkpoints.last()).isPresent();
        assertThat(node.witnessed(0)).isFalse();
        assertThat(node.proofs.receipt(0).orElseThrow()).doesNotContain("council.example");

        record.startWitness();
        node.decide(1);
        node.round();

        assertThat(node.witnessed(2)).isTrue();
    }

    /** R10 */
    @Test
    void a_crash_between_commit_signature_and_cosignature_is_caught_up_at_the_next_start() throws IOException {
        Node signedOnly = record.start(database.asApplication());
        signedOnly.round();
        record.start(database.asApplication()).decide(2);
        record.stopWitness();
        signedOnly.round();
        assertThat(signedOnly.checkpoints.last()).isPresent();
        assertThat(signedOnly.witnessed(0)).isFalse();
        record.startWitness();

        Node next = record.start(database.asApplication());
        next.decide(1);
        next.round();

        assertThat(next.witnessed(2)).isTrue();
        assertThat(next.problem()).isEqualTo("null");
    }

    @Test
    void a_node_that_starts_signs_nothing_new_until_its_witness_has_said_what_it_remembers() throws IOException {
        Node before = record.start(database.asApplication());
        before.decide(2);
        before.round();
        record.stopWitness();

        Node node = record.start(database.asApplication());
        node.decide(1);
        node.round();
        assertThat(node.problem()).contains("until enough witnesses have said what they remember");
        assertThat(node.checkpoints.last().orElseThrow().size()).isEqualTo(2);

        record.startWitness();
        node.round();
        assertThat(node.problem()).isEqualTo("null");
        assertThat(node.witnessed(2)).isTrue();
    }

    @Test
    void a_file_of_checkpoints_that_cannot_be_written_is_said_and_witnesses_see_what_was_signed() throws IOException {
        Node node = record.start(database.asApplication());
        node.decide(1);
        node.round();
        Files.delete(record.folder.resolve("checkpoints"));
        Files.createDirectory(record.folder.resolve("checkpoints"));
        node.decide(1);

        assertThatThrownBy(node::round).isInstanceOf(UncheckedIOException.class);

        assertThat(node.problem()).contains("the file of checkpoints");
        assertThat(node.witnessed(1)).isTrue();
    }

    @Test
    void two_nodes_that_sign_at_once_make_one_line_of_checkpoints() throws Exception {
        Node first = record.start(database.asApplication());
        Node second = record.start(database.asApplication());
        for (int i = 0; i < 10; i++) {
            first.decide(1);
            Thread other = new Thread(second::round);
            other.start();
            first.round();
            other.join();
        }

        assertThat(first.checkpoints.all())
                .extracting(StoredCheckpoint::size)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(first.witnessed(9)).isTrue();
        assertThat(first.problem() + second.problem()).isEqualTo("nullnull");
    }

    /** R13: asked by the application, with every right in the database and right keyed hashes, by a process that runs or a new one. */
    @ParameterizedTest
    @ValueSource(strings = {"smaller", "as large but different", "larger and different"})
    void the_signer_signs_no_tree_that_does_not_continue_the_last(String tree) {
        Node running = record.start(database.asApplication());
        running.decide(4);
        running.round();
        Attacker administrator = new Attacker(database);
        administrator.sql("delete from record.cosignature");
        administrator.sql("delete from record.checkpoint");
        if (tree.equals("smaller")) {
            administrator.sql("delete from record.entry where n = 3");
            administrator.sql("delete from record.sealed where n = 3");
        } else {
            administrator.rewrite(1, "REJECT", "APPROVE", true);
            administrator.macAnew(record.macs);
        }
        administrator.rebuild();
        administrator.restoreGuards();
        if (tree.startsWith("larger")) {
            running.decide(2);
        }

        for (Node node : List.of(running, record.start(database.asApplication()))) {
            node.round();

            assertThat(node.problem())
                    .containsAnyOf(
                            "A checkpoint of 4 entries was signed, but there are only 3",
                            "The first 4 entries are not those that were signed",
                            "The root hash of the head is not the root over the entries");
            assertThat(node.checkpoints.all()).isEmpty();
        }
    }

    /** R12 */
    @Test
    void a_fork_is_kept_as_evidence_and_nothing_is_signed_any_more() {
        MigratedDatabase other = database.copy();
        Node honest = record.start(database.asApplication());
        honest.decide(4);
        honest.round();
        forgetTheFile();
        Node forked = record.start(other.asApplication());
        forked.decide(4);
        forked.round();

        assertThat(forked.problem()).contains("council").contains("remembers");
        forked.decide(3);
        forked.round();
        assertThat(forked.checkpoints.last().map(StoredCheckpoint::size).orElse(0L))
                .isLessThanOrEqualTo(4);
        assertThat(forked.witnessed(0)).isFalse();
        assertThat(other.asOwner()).satisfies(owner -> assertThat(JdbcClient.create(owner)
                        .sql("select evidence from record.contradiction")
                        .query(String.class)
                        .list())
                .isNotEmpty());
    }

    /** R11, A12 */
    @Test
    void a_backup_that_is_older_than_the_file_of_checkpoints_is_refused_without_asking_anybody() {
        Node node = record.start(database.asApplication());
        node.decide(2);
        node.round();
        MigratedDatabase backup = database.copy();
        node.decide(2);
        node.round();
        record.stopWitness();

        Node restored = record.start(backup.asApplication());
        restored.round();

        assertThat(restored.problem()).contains("4 entries was signed").contains("restored from an older copy");
    }

    /** R16, A15 */
    @Test
    void a_clock_that_was_set_back_is_said_by_an_entry_of_its_own() throws NotProvenException {
        Node node = record.start(database.asApplication());
        node.decide(1);
        Clock yearAgo = Clock.offset(Clock.systemUTC(), Duration.ofDays(-365));
        node.writer.append(yearAgo, RecordFixtures.anEvent("vote-cast", Map.of()));
        node.writer.append(yearAgo, RecordFixtures.anEvent("vote-cast", Map.of()));
        node.round();

        assertThat(node.jdbc
                        .sql("select kind from record.entry order by n")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("decision-recorded", "clock-set-back", "vote-cast", "vote-cast"));
        assertThat(scans().whole()).isEmpty();
    }

    /** R14, A13 */
    @Test
    void entries_from_before_the_keyed_hashes_are_covered_by_the_first_checkpoint() throws NotProvenException {
        record.unsealedBelow(100);
        Node node = record.start(database.asApplication());
        node.decide(3);
        Attacker administrator = new Attacker(database);
        administrator.sql("update record.entry set mac = null");
        administrator.sql("update record.mac_start set first = 3");
        administrator.restoreGuards();
        node.decide(2);
        node.round();

        assertThat(node.witnessed(4)).isTrue();
        assertThat(scans().macs()).isEmpty();
        assertThat(scans().checkpoints()).isEmpty();

        administrator.removeGuards();
        administrator.sql("update record.mac_start set first = 100");
        administrator.append(ProvableRecord.forged(5), null, RecordFixtures.NOW.toString());
        node.round();

        assertThat(node.problem()).contains("Entry 5").contains("keyed hash is missing");
        assertThat(scans().whole().orElseThrow()).startsWith("Entry 5:");
    }

    @Test
    void what_the_database_says_of_entries_from_before_is_not_believed_beyond_the_settings() throws NotProvenException {
        Node node = record.start(database.asApplication());
        node.decide(3);
        Attacker administrator = new Attacker(database);
        administrator.sql("update record.entry set mac = null");
        administrator.sql("update record.mac_start set first = 3");
        node.round();

        assertThat(node.problem()).contains("Entry 0").contains("keyed hash is missing");
        assertThat(node.checkpoints.last()).isEmpty();
        assertThat(scans().whole().orElseThrow()).startsWith("Entry 0:");
    }

    private Scans scans() throws NotProvenException {
        return new Scans(database.asApplication(), record.settings, record.keys);
    }

    private void forgetTheFile() {
        try {
            Files.deleteIfExists(record.folder.resolve("checkpoints"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
