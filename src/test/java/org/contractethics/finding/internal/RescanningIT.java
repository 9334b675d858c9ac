package org.contractethics.finding.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractethics.MigratedDatabase;
import org.contractethics.finding.internal.Rescanning.Scans;
import org.contractethics.finding.internal.Rescanning.Waiting;
import org.contractethics.finding.internal.ScanFailures.Reason;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A version that cannot be scanned waits longer each time, and the others go on. */
class RescanningIT {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final int SET = 1;

    private final JdbcClient database =
            JdbcClient.create(MigratedDatabase.fresh().asApplication());
    private final FindingStore store = new FindingStore(database);
    private final UnscannedTexts texts = new UnscannedTexts(database);
    private final ScanFailures failures = new ScanFailures(database);
    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final List<DocumentVersionId> scanned = new ArrayList<>();
    private final DocumentVersionId older = new DocumentVersionId(UUID.randomUUID());
    private DocumentVersionId broken = new DocumentVersionId(UUID.randomUUID());
    private RuntimeException failing = new IllegalStateException("cannot be scanned");

    @BeforeEach
    void twoVersionsOfWhichTheNewerCannotBeScanned() {
        querySet(SET);
        texts.note(older, contract, NOW.minusSeconds(20));
        texts.note(broken, contract, NOW.minusSeconds(10));
    }

    @Test
    void the_versions_behind_one_that_cannot_be_scanned_are_scanned() {
        rescan(SET, NOW);

        assertThat(scanned).containsExactly(older);
        assertThat(failures.of(List.of(older, broken))).containsOnlyKeys(broken);
        assertThat(texts.any(SET)).as("a version that waits is not scanned").isTrue();
    }

    @Test
    void the_pause_before_the_next_try_grows_and_stays_at_a_day() {
        Instant now = NOW;
        for (int tries = 1; tries <= 8; tries++) {
            rescan(SET, now);
            var failure = requireNonNull(failures.of(List.of(broken)).get(broken));

            assertThat(failure.tries()).isEqualTo(tries);
            assertThat(failure.reason()).isEqualTo(Reason.SCANNER);
            assertThat(Duration.between(now, failure.nextTry()))
                    .isEqualTo(ScanFailures.PAUSES.get(Math.min(tries, ScanFailures.PAUSES.size()) - 1));
            rescan(SET, failure.nextTry().minusMillis(1));
            assertThat(failures.of(List.of(broken)).values())
                    .as("not tried before the pause is over")
                    .containsExactly(failure);
            now = failure.nextTry();
        }
    }

    @Test
    void a_version_that_failed_comes_behind_those_that_did_not() {
        rescan(SET, NOW);
        var waiting = new DocumentVersionId(UUID.randomUUID());
        texts.note(waiting, contract, NOW.minus(Duration.ofDays(400)));

        assertThat(texts.of(SET, NOW.plus(Duration.ofDays(1)), 20)).containsExactly(waiting, broken);
        assertThat(texts.of(SET, NOW, 20)).containsExactly(waiting);
    }

    @Test
    void a_changed_query_set_tries_at_once_and_counts_anew() {
        rescan(SET, NOW);
        querySet(SET + 1);

        rescan(SET + 1, NOW.plusSeconds(1));

        assertThat(failures.of(List.of(broken)).values())
                .extracting(ScanFailures.Failure::querySet, ScanFailures.Failure::tries)
                .containsExactly(tuple(SET + 1, 1));
    }

    @Test
    void a_scan_that_succeeds_ends_the_failure() {
        failing = new DataAccessResourceFailureException("the database is away");
        rescan(SET, NOW);
        assertThat(failures.of(List.of(broken)).values())
                .extracting(ScanFailures.Failure::reason)
                .containsExactly(Reason.DATABASE);
        DocumentVersionId mended = broken;
        broken = new DocumentVersionId(UUID.randomUUID());

        rescan(SET, NOW.plus(Duration.ofMinutes(2)));

        assertThat(scanned).containsExactly(older, mended);
        assertThat(failures.of(List.of(mended))).isEmpty();
    }

    private void querySet(int number) {
        database.sql(
                        """
                        insert into finding.query_set (number, packed_hash, sha256, author, since, reason)
                        values (:number, :hash, :hash, 'system', now(), 'For a test.')
                        """)
                .param("number", number)
                .param("hash", "a".repeat(64))
                .update();
    }

    private void rescan(int set, Instant now) {
        var scans = new Scans() {
            @Override
            public Waiting waiting(int limit) {
                return new Waiting(set, texts.of(set, now, limit));
            }

            @Override
            public void scan(DocumentVersionId version) {
                if (version.equals(broken)) {
                    throw failing;
                }
                store.addScan(version, contract, set, 1, 0, now);
                scanned.add(version);
            }
        };
        new Rescanning(scans, failures, Clock.fixed(now, ZoneOffset.UTC)).run();
    }
}
