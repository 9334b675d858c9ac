package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;

/** Somebody with the database owner's password changed the tables; what does the verifier say? */
class VerifierTests {

    private static final int SIZE = 70;
    private static final UUID CONTRACT = UUID.fromString("6d2f3b1e-0000-4000-8000-000000000001");

    private final List<StoredEntry> entries = new ArrayList<>();
    private final Random random = new Random(42);
    private final Seals seals = new Seals(SealsTests.keys(), Long.MAX_VALUE, List.of());

    VerifierTests() {
        for (int n = 0; n < SIZE; n++) {
            entries.add(entry(n, "reasons of entry " + n));
        }
    }

    @Test
    void an_honest_record_is_intact() {
        Verdict verdict = verify(head());

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.size()).isEqualTo(SIZE);
        assertThat(verdict.root()).isEqualTo(head().root());
    }

    @Test
    void an_empty_record_is_intact() {
        entries.clear();

        assertThat(verify(head()).finding()).isEmpty();
    }

    /** R8, S34 */
    @Test
    void any_changed_byte_of_any_body_is_found_and_the_entry_named() {
        StoredHead head = head();

        for (int i = 0; i < 1_000; i++) {
            int n = random.nextInt(SIZE);
            StoredEntry honest = entries.get(n);
            byte[] body = honest.body().clone();
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
            entries.set(n, with(honest, body, honest.leaf()));

            assertThat(verify(head).finding())
                    .contains(new Finding((long) n, "Entry " + n + ": the leaf hash is not the hash of the body."));

            entries.set(n, honest);
        }
    }

    /** R8 */
    @Test
    void any_changed_bit_of_any_leaf_is_found_and_the_entry_named() {
        StoredHead head = head();

        for (int i = 0; i < 1_000; i++) {
            int n = random.nextInt(SIZE);
            StoredEntry honest = entries.get(n);
            byte[] leaf = honest.leaf().clone();
            leaf[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            entries.set(n, with(honest, honest.body(), leaf));

            assertThat(verify(head).finding()).map(Finding::index).contains((long) n);

            entries.set(n, honest);
        }
    }

    @Test
    void a_changed_body_with_a_matching_leaf_breaks_the_root() {
        StoredHead head = head();

        entries.set(20, entry(20, "other reasons"));

        assertThat(problem(head)).contains("root hash of the head");
    }

    /** R8 */
    @Test
    void every_column_beside_the_body_is_compared_with_it() {
        StoredEntry e = entries.get(9);
        Instant later = e.occurredAt().plusMillis(1);
        Map<String, StoredEntry> changed = Map.of(
                "kind",
                        new StoredEntry(
                                9, "x", e.contract(), e.actor(), e.occurredAt(), e.recordedAt(), e.body(), e.leaf()),
                "contract",
                        new StoredEntry(
                                9, e.kind(), null, e.actor(), e.occurredAt(), e.recordedAt(), e.body(), e.leaf()),
                "actor",
                        new StoredEntry(
                                9, e.kind(), e.contract(), "x", e.occurredAt(), e.recordedAt(), e.body(), e.leaf()),
                "occurredAt",
                        new StoredEntry(
                                9, e.kind(), e.contract(), e.actor(), later, e.recordedAt(), e.body(), e.leaf()),
                "recordedAt",
                        new StoredEntry(
                                9, e.kind(), e.contract(), e.actor(), e.occurredAt(), later, e.body(), e.leaf()));
        StoredHead head = head();

        changed.forEach((field, entry) -> {
            entries.set(9, entry);

            assertThat(problem(head))
                    .isEqualTo("Entry 9: the column beside the body says something else about " + field + ".");
        });
    }

    @Test
    void a_time_finer_than_the_body_can_tell_is_found() {
        StoredEntry e = entries.get(9);
        StoredHead head = head();

        entries.set(
                9,
                new StoredEntry(
                        9,
                        e.kind(),
                        e.contract(),
                        e.actor(),
                        e.occurredAt().plusNanos(1_000),
                        e.recordedAt(),
                        e.body(),
                        e.leaf()));

        assertThat(problem(head)).startsWith("Entry 9:").contains("occurredAt");
    }

    @Test
    void a_missing_entry_is_found_where_the_next_one_stands() {
        StoredHead head = head();

        entries.remove(33);

        assertThat(problem(head)).isEqualTo("Entry 34: stands where entry 33 is missing.");
    }

    @Test
    void a_removed_entry_is_found_though_the_later_ones_were_renumbered() {
        entries.remove(33);
        for (int n = 33; n < SIZE - 1; n++) {
            StoredEntry e = entries.get(n);
            entries.set(
                    n,
                    new StoredEntry(
                            n, e.kind(), e.contract(), e.actor(), e.occurredAt(), e.recordedAt(), e.body(), e.leaf()));
        }

        assertThat(problem(head())).isEqualTo("Entry 33: the body says seq 34.");
    }

    @Test
    void two_swapped_entries_are_found() {
        Collections.swap(entries, 5, 6);

        assertThat(problem(head())).startsWith("Entry 6: stands where entry 5 is missing");
    }

    @Test
    void a_cut_tail_is_found_against_the_head() {
        StoredHead head = head();

        entries.subList(60, SIZE).clear();

        assertThat(problem(head)).isEqualTo("The head counts 70 entries, but there are 60.");
    }

    @Test
    void a_forged_frontier_is_found() {
        StoredHead head = head();
        byte[] frontier = head.frontier().clone();
        frontier[3] ^= 1;

        assertThat(problem(new StoredHead(head.size(), frontier, head.root()))).contains("subtree roots");
    }

    @Test
    void an_entry_with_right_hashes_that_is_not_canonical_is_found() {
        byte[] spaced = new String(entries.get(4).body(), java.nio.charset.StandardCharsets.UTF_8)
                .replace(",\"kind\"", ", \"kind\"")
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        entries.set(4, with(entries.get(4), spaced, new CompactRange().leafHash(spaced)));

        assertThat(problem(head())).startsWith("Entry 4: the body is not canonical JSON");
    }

    private String problem(StoredHead head) {
        return verify(head).finding().map(Finding::message).orElse("intact");
    }

    private Verdict verify(StoredHead head) {
        return new Verifier(seals, values()).verify(head, entries.iterator());
    }

    private static SealedValues values() {
        return new SealedValues(Collections.emptyIterator());
    }

    /** The head as it would be over the entries as they now stand. */
    private StoredHead head() {
        CompactRange tree = new CompactRange();
        entries.forEach(entry -> tree.add(entry.leaf()));
        return new StoredHead(tree.size(), tree.frontier(), tree.root());
    }

    private static StoredEntry with(StoredEntry e, byte[] body, byte[] leaf) {
        return new StoredEntry(
                e.index(), e.kind(), e.contract(), e.actor(), e.occurredAt(), e.recordedAt(), body, leaf);
    }

    private static StoredEntry entry(long n, String reasons) {
        Happened event = new Happened(
                "decision-recorded",
                new ContractId(CONTRACT),
                "ruth.castillo",
                RecordFixtures.NOW,
                Map.of("reasons", reasons, "conditions", 2));
        byte[] body = RecordFixtures.earlierBodyOf(event, n, RecordFixtures.NOW);
        return new StoredEntry(
                n,
                event.kind(),
                CONTRACT,
                event.actor(),
                RecordFixtures.NOW,
                RecordFixtures.NOW,
                body,
                new CompactRange().leafHash(body));
    }
}
