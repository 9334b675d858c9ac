package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.signing.CheckpointKeys;
import org.contractethics.record.signing.EntryMac;
import org.contractethics.record.signing.Notes;
import org.contractethics.record.signing.SigningKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the keys outside the database tell about the entries inside it. */
class SealsTests {

    private static final byte[] SIGNER = "signing key of a record in tests".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MAC = "mac key of a record in the tests".getBytes(StandardCharsets.US_ASCII);
    private static final String ORIGIN = "tests.example/record";
    private static final SigningKey KEY = SigningKey.ofLog(ORIGIN, SIGNER);

    private final List<StoredEntry> entries = new ArrayList<>();
    private final List<SealedCheckpoint> checkpoints = new ArrayList<>();

    static SealKeys keys() {
        try {
            String signer = Base64.getEncoder().encodeToString(SIGNER);
            String mac = Base64.getEncoder().encodeToString(MAC);
            return new SealKeys(
                    new RecordSettings(ORIGIN, signer, mac, null, null, Duration.ZERO, 0), CheckpointKeys.of(KEY));
        } catch (NotProvenException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void an_honest_record_with_entries_from_before_is_intact() {
        old(3);
        sealed(4);
        checkpoint(5);
        sealed(2);
        checkpoint(9);

        assertThat(problem(3)).isEqualTo("intact");
    }

    @Test
    void an_entry_that_somebody_appended_by_sql_is_found() {
        sealed(2);
        old(1);

        assertThat(problem(0)).startsWith("Entry 2:").contains("keyed hash is missing");
    }

    @Test
    void raising_the_number_below_which_entries_need_none_does_not_help() {
        sealed(2);
        checkpoint(2);
        old(1);

        assertThat(problem(1_000)).startsWith("Entry 2:").contains("keyed hash is missing");
    }

    @Test
    void the_keyed_hash_of_another_entry_does_not_fit() {
        sealed(3);
        StoredEntry last = entries.get(2);
        entries.set(2, with(last, entries.get(1).mac()));

        assertThat(problem(0)).startsWith("Entry 2:").contains("keyed hash is wrong");
    }

    @Test
    void a_record_rebuilt_below_a_checkpoint_is_found_even_with_the_mac_key() {
        sealed(4);
        checkpoint(4);
        entries.clear();
        sealed(3);
        entries.add(sealed(RecordFixtures.anEvent("another-thing", Map.of()), 3));

        assertThat(problem(0)).contains("first 4 entries").contains("rewritten");
    }

    @Test
    void a_record_cut_below_a_checkpoint_is_found() {
        sealed(4);
        checkpoint(4);
        entries.remove(3);

        assertThat(problem(0)).contains("4 entries was signed").contains("only 3");
    }

    @Test
    void a_checkpoint_by_another_key_or_with_other_columns_is_found() {
        sealed(2);
        checkpoint(2);
        SealedCheckpoint honest = checkpoints.get(0);
        String forged = Notes.signed(
                Notes.checkpoint(ORIGIN, 2, honest.root()),
                List.of(SigningKey.ofLog(ORIGIN, MAC).sign(Notes.checkpoint(ORIGIN, 2, honest.root()))));

        checkpoints.set(0, new SealedCheckpoint(ORIGIN, 2, honest.root(), forged));
        assertThat(problem(0)).contains("no longer what was signed");
        checkpoints.set(0, new SealedCheckpoint(ORIGIN, 2, new byte[32], honest.note()));
        assertThat(problem(0)).contains("columns say something else");
        checkpoints.set(0, new SealedCheckpoint(ORIGIN, 1, honest.root(), honest.note()));
        assertThat(problem(0)).contains("columns say something else");
    }

    @Test
    void a_time_before_the_entries_in_front_is_found_unless_the_clock_was_said_to_be_set_back() {
        sealed(1);
        Instant past = RecordFixtures.NOW.minus(Duration.ofDays(365));
        Happened event = RecordFixtures.anEvent("thing", Map.of());
        entries.add(sealed(event, 1, past));
        assertThat(problem(0)).startsWith("Entry 1:").contains("at a time before");

        entries.set(1, sealed(RecordFixtures.anEvent("clock-set-back", Map.of()), 1, past));
        entries.add(sealed(event, 2, past));

        assertThat(problem(0)).isEqualTo("intact");
    }

    @Test
    void a_second_decision_under_the_same_id_is_found() {
        Happened decision =
                RecordFixtures.anEvent("decision-recorded", Map.of("decisionId", "d1", "outcome", "REJECT"));
        entries.add(sealed(decision, 0));
        sealed(1);
        entries.add(sealed(RecordFixtures.anEvent("decision-recorded", Map.of("decisionId", "d1")), 2));

        assertThat(problem(0)).isEqualTo("Entry 2: the same decision is already recorded in entry 0.");
    }

    private void old(int count) {
        for (int i = 0; i < count; i++) {
            entries.add(with(sealed(RecordFixtures.anEvent("thing", Map.of()), entries.size()), null));
        }
    }

    private void sealed(int count) {
        for (int i = 0; i < count; i++) {
            entries.add(sealed(RecordFixtures.anEvent("thing", Map.of()), entries.size()));
        }
    }

    private static StoredEntry sealed(Happened event, long n) {
        return sealed(event, n, RecordFixtures.NOW);
    }

    private static StoredEntry sealed(Happened event, long n, Instant recordedAt) {
        byte[] body = RecordFixtures.earlierBodyOf(event, n, recordedAt);
        byte[] leaf = new CompactRange().leafHash(body);
        return new StoredEntry(
                n,
                event.kind(),
                null,
                event.actor(),
                event.occurredAt(),
                recordedAt,
                body,
                leaf,
                new EntryMac(MAC).of(n, leaf));
    }

    private static StoredEntry with(StoredEntry e, byte @Nullable [] mac) {
        return new StoredEntry(
                e.index(), e.kind(), e.contract(), e.actor(), e.occurredAt(), e.recordedAt(), e.body(), e.leaf(), mac);
    }

    private void checkpoint(int size) {
        CompactRange tree = new CompactRange();
        entries.subList(0, size).forEach(entry -> tree.add(entry.leaf()));
        String text = Notes.checkpoint(ORIGIN, size, tree.root());
        checkpoints.add(new SealedCheckpoint(ORIGIN, size, tree.root(), Notes.signed(text, List.of(KEY.sign(text)))));
    }

    private String problem(long macFrom) {
        CompactRange tree = new CompactRange();
        entries.forEach(entry -> tree.add(entry.leaf()));
        StoredHead head = new StoredHead(tree.size(), tree.frontier(), tree.root());
        return new Verifier(new Seals(keys(), macFrom, checkpoints), new SealedValues(Collections.emptyIterator()))
                .verify(head, entries.iterator())
                .finding()
                .map(Finding::message)
                .orElse("intact");
    }
}
