package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordWriter;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.verification.Scans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ceremony of src/docs/operations/record.md: a backup is restored that is older than the last checkpoint and than an erasure. */
class RestoreIT {

    private static final String GONE = "gone.person";

    @TempDir
    private Path folder = Path.of("");

    /** R11, A12, bad input 32 */
    @Test
    void a_restored_backup_is_refused_until_a_new_origin_and_what_was_erased_is_erased_again() throws Exception {
        MigratedDatabase database = MigratedDatabase.fresh();
        MigratedDatabase backup;
        List<String> erased;
        try (ProvableRecord record = new ProvableRecord(folder(ProvableRecord.ORIGIN), false)) {
            Node node = record.start(database.asApplication());
            node.append(RecordFixtures.anEvent("contract-handed-over", Map.of("owner", GONE)));
            node.decide(2);
            node.round();
            backup = database.copy();
            erased = erase(database, node);
            node.round();
            assertThat(scans(record, database).whole()).isEmpty();

            Node restored = record.start(backup.asApplication());
            restored.round();

            assertThat(restored.problem()).contains("restored from an older copy");
            restored.decide(1);
            restored.round();
            assertThat(restored.witnessed(3)).isFalse();
        }
        try (ProvableRecord anew =
                new ProvableRecord(folder("tests.example/record-2"), false, "tests.example/record-2")) {
            Node node = anew.start(backup.asApplication());
            assertThat(whoseIs(anew, backup, erased.get(0)))
                    .as("the export after the erasure says where")
                    .isEqualTo(GONE);
            erase(backup, node);
            node.round();

            assertThat(node.problem()).isEqualTo("null");
            assertThat(node.witnessed(3)).isTrue();
            assertThat(whoseIs(anew, backup, erased.get(0))).startsWith(RecordEntry.ERASED);
            assertThat(scans(anew, backup).whole()).isEmpty();
        }
    }

    /** As two people do it on the page; here without the page. */
    private static List<String> erase(MigratedDatabase database, Node node) {
        JdbcClient jdbc = JdbcClient.create(database.asApplication());
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into record.erasure (id, state, basis, subject, reason, requested_by, requested_at)
                        values (?, 'REQUESTED', 'a', ?, 'Left ten years ago and nothing is pending.', 'olga.petrova', now())""")
                .params(id, GONE)
                .update();
        List<String> fields = jdbc.sql("select entry || erased from record.erase(?, 'george.tan', now())")
                .param(id)
                .query(String.class)
                .list();
        node.append(RecordFixtures.anEvent("erased", Map.of("basis", "GDPR_17_1_A", "fields", fields)));
        return fields;
    }

    /** @param place number of an entry and pointer into it, as the entry of the erasure names it */
    private static String whoseIs(ProvableRecord record, MigratedDatabase database, String place)
            throws NotProvenException {
        JdbcClient jdbc = JdbcClient.create(database.asApplication());
        RecordReader reader = RecordWriter.reader(jdbc, scans(record, database).tree(), Clock.systemUTC());
        String[] parts = place.split("/facts/", -1);
        return reader.find(Long.parseLong(parts[0]))
                .orElseThrow()
                .text(parts[1])
                .orElse("");
    }

    private static Scans scans(ProvableRecord record, MigratedDatabase database) throws NotProvenException {
        return new Scans(database.asApplication(), record.settings, record.keys);
    }

    private Path folder(String origin) throws IOException {
        return Files.createDirectories(folder.resolve(origin));
    }
}
