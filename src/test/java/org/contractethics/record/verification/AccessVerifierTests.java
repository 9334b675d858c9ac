package org.contractethics.record.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Somebody with the password of the database's owner changed the access trail; what does the verifier say? */
class AccessVerifierTests {

    private static final UUID CONTRACT = UUID.fromString("6d2f3b1e-0000-4000-8000-000000000001");
    private static final byte[] OURS = {1};

    /** Of jane.doe with a nonce of zeros: SHA-256 over "contract-ethics access person v1", a zero byte, nonce and name. */
    private static final String COMMITMENT = "40d6dea9ea1e9f21a77099f90e47f8e3495a9fd3ed679248430f4c6160fb56ca";

    private final List<AccessRow> rows = new ArrayList<>();
    private final List<AccessBatch> batches = new ArrayList<>();
    private final ErasedReaders erased = new ErasedReaders();

    /** Numbers 1 to 20 without 7, 12 and 13; up to 15 they are fixed by the entries 100 and 101. */
    AccessVerifierTests() {
        for (long n = 1; n <= 20; n++) {
            if (n != 7 && n != 12 && n != 13) {
                rows.add(row(n, "dana.whitfield"));
            }
        }
        batches.add(new AccessBatch(100, 1, 10, 9, List.of("7"), root(1, 10)));
        batches.add(new AccessBatch(101, 11, 15, 3, List.of("12-13"), root(11, 15)));
    }

    @Test
    void an_honest_trail_is_intact_with_the_numbers_that_nobody_has() {
        assertThat(problem()).isNull();
    }

    @Test
    void a_trail_that_nothing_fixes_yet_is_intact() {
        batches.clear();

        assertThat(problem()).isNull();
    }

    @Test
    void a_row_that_was_changed_is_named_whoever_holds_the_key() {
        rows.set(2, row(3, "helen.okafor"));

        assertThat(problem()).isEqualTo("Access entries 1 to 10 are not those that entry 100 of the record tells of.");
    }

    @Test
    void a_row_without_our_keyed_hash_is_named_fixed_or_not() {
        rows.set(2, forged(3));
        assertThat(problem()).startsWith("Access entry 3: the keyed hash is wrong");

        rows.set(2, row(3, "dana.whitfield"));
        rows.add(forged(21));
        assertThat(problem()).startsWith("Access entry 21: the keyed hash is wrong");
    }

    @Test
    void a_reader_may_be_gone_where_an_entry_says_that_they_were_erased_and_only_there() {
        batches.clear();
        byte[] nonce = new byte[32];
        byte[] commitment = HexFormat.of().parseHex(COMMITMENT);
        rows.set(0, row(1, "*", new AccessReader(commitment, nonce, "jane.doe")));
        assertThat(problem()).isNull();

        rows.set(0, row(1, "*", new AccessReader(commitment, nonce, "john.doe")));
        assertThat(problem()).isEqualTo("Access entry 1: who read is not the one that was recorded.");

        rows.set(0, row(1, "*", new AccessReader(commitment, null, null)));
        assertThat(problem()).startsWith("Access entry 1: who read was removed, and no entry");

        assertThat(erased.add(Map.of("rows", List.of("1-2", "9")))).isTrue();
        assertThat(problem()).isNull();

        rows.set(0, row(1, "*", new AccessReader(commitment, nonce, "jane.doe")));
        assertThat(problem()).isEqualTo("Access entry 1: who read is said to be erased, and stands there.");
        rows.set(0, row(1, "-", new AccessReader(null, nonce, "jane.doe")));
        assertThat(problem()).startsWith("Access entry 1: names a reader beside");
    }

    @Test
    void an_entry_that_does_not_say_whose_reads_were_erased_is_no_such_entry() {
        assertThat(erased.add(Map.of())).isFalse();
        assertThat(erased.add(Map.of("rows", List.of("x")))).isFalse();
    }

    @Test
    void a_row_that_was_removed_is_named() {
        for (long removed : new long[] {1, 4, 10, 11, 15}) {
            AccessRow row = rows.stream()
                    .filter(one -> one.index() == removed)
                    .findFirst()
                    .orElseThrow();
            int place = rows.indexOf(row);
            rows.remove(place);

            assertThat(problem())
                    .isEqualTo("Access entry " + removed + ": is missing; entry " + (removed <= 10 ? 100 : 101)
                            + " of the record tells of it.");
            rows.add(place, row);
        }
    }

    @Test
    void everything_that_was_fixed_and_is_gone_is_missed() {
        rows.clear();

        assertThat(problem()).startsWith("Access entry 1: is missing");
    }

    @Test
    void a_row_under_a_number_that_nobody_had_is_named() {
        rows.add(6, row(7, "dana.whitfield"));

        assertThat(problem())
                .isEqualTo("Access entry 7: was added after entry 100 of the record said that there is none.");
    }

    @Test
    void entries_of_the_record_that_leave_numbers_out_or_tell_of_them_twice_are_named() {
        batches.set(1, new AccessBatch(101, 12, 15, 3, List.of("12-13"), root(11, 15)));
        assertThat(problem()).isEqualTo("Entry 101: tells of access entries from 12 on, but 11 comes next.");

        batches.set(1, new AccessBatch(101, 10, 15, 3, List.of("12-13"), root(11, 15)));
        assertThat(problem()).startsWith("Entry 101: tells of access entries from 10 on");
    }

    @Test
    void ranges_that_cannot_be_read_excuse_nothing() {
        assertThat(new AccessBatch(1, 1, 9, 9, Arrays.asList("x", "3-", 5L), "").isMissing(3))
                .isFalse();
    }

    private @Nullable String problem() {
        return new AccessVerifier(batches, (leaf, row) -> Arrays.equals(row.mac(), OURS), erased)
                .problem(rows.iterator());
    }

    private String root(long first, long last) {
        CompactRange tree = new CompactRange();
        rows.stream()
                .filter(row -> row.index() >= first && row.index() <= last)
                .forEach(row -> tree.add(tree.leafHash(row.bytes())));
        return HexFormat.of().formatHex(tree.root());
    }

    private static AccessRow row(long n, String actor) {
        return row(n, actor, OURS);
    }

    private static AccessRow forged(long n) {
        return row(n, "dana.whitfield", new byte[] {2});
    }

    private static AccessRow row(long n, String actor, byte[] mac) {
        return row(n, actor, AccessReader.OPEN, mac);
    }

    private static AccessRow row(long n, String actor, AccessReader reader) {
        return row(n, actor, reader, OURS);
    }

    private static AccessRow row(long n, String actor, AccessReader reader, byte[] mac) {
        return new AccessRow(
                n,
                Instant.parse("2026-11-26T10:00:00Z").plusMillis(n * 500),
                actor,
                "CASE",
                CONTRACT.toString(),
                CONTRACT,
                "GET",
                "/contracts/{contractId}",
                "SIGNED_IN",
                null,
                null,
                reader,
                mac);
    }
}
