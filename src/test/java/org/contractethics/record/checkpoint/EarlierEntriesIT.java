package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.internal.RecordWriter;
import org.contractethics.record.verification.Scans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries from before values were sealed: they name their people for ever, and are read, signed and verified as before. */
class EarlierEntriesIT {

    private static final String BODY =
            "{\"actor\":\"ruth.castillo\",\"facts\":{\"outcome\":\"REJECT\",\"reasons\":\"Because it harms.\"},"
                    + "\"kind\":\"decision-recorded\",\"occurredAt\":\"2026-11-24T09:14:05.678Z\","
                    + "\"recordedAt\":\"2026-11-24T09:14:05.678Z\",\"schema\":1,\"seq\":0}";

    @Test
    void they_are_read_beside_new_ones_and_both_are_intact(@TempDir Path folder) throws Exception {
        MigratedDatabase database = MigratedDatabase.upTo("602");
        try (ProvableRecord record = new ProvableRecord(folder, false)) {
            append(database.asApplication(), record);
            database.migrate();
            Node node = record.start(database.asApplication());
            node.append(new Happened(
                    "decision-recorded", null, "ruth.castillo", RecordFixtures.NOW, Map.of("reasons", "As above.")));
            node.round();

            JdbcClient jdbc = JdbcClient.create(database.asApplication());
            Scans scans = new Scans(database.asApplication(), record.settings, record.keys);
            RecordReader reader = RecordWriter.reader(jdbc, scans.tree(), Clock.systemUTC());
            RecordEntry old = reader.find(0).orElseThrow();
            assertThat(old.actor()).isEqualTo("ruth.castillo");
            assertThat(old.text("reasons")).contains("Because it harms.");
            assertThat(reader.oldest(new EntryFilter(null, null, null, "ruth.castillo", null, null), -1, 10))
                    .extracting(entry -> entry.text("reasons").orElse(""))
                    .containsExactly("Because it harms.", "As above.");
            assertThat(scans.whole()).isEmpty();
            assertThat(node.witnessed(1)).isTrue();
        }
    }

    private static void append(DataSource application, ProvableRecord record) {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        byte[] leaf = Scans.leaf(body);
        JdbcClient.create(application)
                .sql(
                        """
                        insert into record.entry (n, kind, actor, occurred_at, recorded_at, body, leaf, mac)
                        values (0, 'decision-recorded', 'ruth.castillo', ?::timestamptz, ?::timestamptz, ?, ?, ?)""")
                .params(
                        RecordFixtures.NOW.toString(),
                        RecordFixtures.NOW.toString(),
                        body,
                        leaf,
                        record.macs.of(0, leaf))
                .update();
    }
}
