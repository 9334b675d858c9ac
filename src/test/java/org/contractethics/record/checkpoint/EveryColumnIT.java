package org.contractethics.record.checkpoint;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.verification.Scans;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** R8: whatever the owner changes in any column of a table that proves something is reported with the number of the entry. */
class EveryColumnIT {

    /** The whole campaign: -Drecord.changes=1000. */
    private static final int CHANGES = Integer.getInteger("record.changes", 40);

    /** Verified, column by column. */
    private static final Set<String> PROVING = Set.of("entry", "head", "sealed", "checkpoint");

    /** Tables of which a change is not reported, and why nothing is proved by them. */
    private static final Map<String, String> NOT_PROVING = Map.ofEntries(
            entry("alarm", "what people were told of the record; a verification finds the same again (note 0129)"),
            entry("mailed_checkpoint", "which mails left; what they say is in the hands of those who got them"),
            entry("access_entry", "proved by keyed hashes of its own: AccessTamperingIT changes each of its columns"),
            entry("access_person", "committed to by the rows of the trail and verified with them: AccessTamperingIT"),
            entry("erased_access", "an index of what was erased from the trail; the entries erased are proved"),
            entry(
                    "checkpoint_timestamp",
                    "a token signed by others over a checkpoint: one that was changed does not verify"),
            entry(
                    "cosignature",
                    "a line that no longer fits counts for nothing (below), and the witness keeps its own"),
            entry("contradiction", "what a witness said once, which it says again when it is asked"),
            entry("mac_start", "bounded by the settings: AttacksIT A5b"),
            entry("erased_field", "an index of the entries erased, which are proved and name the same fields"),
            entry("erasure", "requests that wait for a second person; what came of them are entries"),
            entry("verification", "what earlier verifications came to; the next one finds the same again"));

    /** When something was signed: a note for people, told by the witnesses as well. */
    private static final Set<String> NOTES = Set.of("head.id", "checkpoint.signed_at");

    private final MigratedDatabase database = MigratedDatabase.fresh();
    private final ProvableRecord record;
    private final Node node;
    private final DataSource owned = database.asOwner();
    private final JdbcClient owner = JdbcClient.create(owned);
    private final Random random = new Random(8);

    EveryColumnIT(@TempDir Path folder) throws IOException {
        record = new ProvableRecord(folder, false);
        node = record.start(database.asApplication());
    }

    @BeforeEach
    void aRecord() {
        node.decide(3);
        node.round();
        node.append(RecordFixtures.anEvent(
                "contract-handed-over", Map.of("owner", "sofia.marin", "reasons", "Because it harms.")));
        node.decide(8);
        node.round();
        node.decide(1);
        Attacker guardsOff = new Attacker(database);
        guardsOff.sql("alter table record.cosignature drop constraint cosignature_origin_size_fkey");
        guardsOff.sql("alter table record.head drop constraint frontier_has_one_hash_for_each_set_bit");
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void every_table_of_the_record_proves_something_or_says_why_not() {
        Set<String> tables = new TreeSet<>(PROVING);
        tables.addAll(NOT_PROVING.keySet());

        assertThat(owner.sql("select table_name from information_schema.tables where table_schema = 'record'"
                                + " and table_type = 'BASE TABLE'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void a_change_of_any_column_is_reported_with_the_entry() {
        for (Column column : columns()) {
            report(column, anyRow(column.table()));
        }
    }

    @Test
    void so_many_changes_of_random_rows_are_reported_and_nothing_else_is() {
        List<Column> columns = columns();
        assertThat(unguarded(found(""))).as("before").isEmpty();
        for (int i = 0; i < CHANGES; i++) {
            Column column = columns.get(random.nextInt(columns.size()));
            report(column, anyRow(column.table()));
        }
        assertThat(unguarded(found(""))).as("afterwards").isEmpty();
    }

    @Test
    void a_cosignature_that_was_changed_counts_for_nothing() {
        assertThat(node.witnessed(11)).isTrue();
        owner.sql("update record.cosignature set line = overlay(line placing 'AAAA' from 40 for 4)")
                .update();

        assertThat(record.start(database.asApplication()).witnessed(11)).isFalse();
    }

    private void report(Column column, Row row) {
        Optional<String> found = unguarded(found("update record." + column.table() + " set " + column.name() + " = "
                + column.changed() + " where ctid = '" + row.place() + "'::tid"));

        assertThat(found).as("%s at %s", column, row.number()).isPresent();
        if (row.number() != null && !column.name().equals("n")) {
            assertThat(found.orElseThrow()).as("%s", column).startsWith("Entry " + row.number() + ":");
        }
    }

    /** In a transaction of the owner that is rolled back. */
    private Optional<String> found(String attack) {
        JdbcTransactionManager transactions = new JdbcTransactionManager(owned);
        return new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            if (!attack.isEmpty()) {
                JdbcClient.create(owned).sql(attack).update();
            }
            return scans().whole();
        });
    }

    /** The guards are off here, or nothing could be changed. */
    private static Optional<String> unguarded(Optional<String> found) {
        return found.filter(what -> !what.startsWith("The guard "));
    }

    private Scans scans() {
        try {
            return new Scans(owned, record.settings, record.keys);
        } catch (NotProvenException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(owner.sql(
                        """
                        select table_name, column_name, data_type from information_schema.columns
                        where table_schema = 'record' order by table_name, ordinal_position""")
                .query((row, number) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list());
        columns.removeIf(column -> !PROVING.contains(column.table()) || NOTES.contains(column.toString()));
        assertThat(columns).hasSizeGreaterThanOrEqualTo(9 + 3 + 5 + 4);
        return columns;
    }

    private Row anyRow(String table) {
        boolean numbered = table.equals("entry") || table.equals("sealed");
        List<Row> rows = owner.sql("select ctid::text, " + (numbered ? "n::text" : "null") + " from record." + table
                        + " order by ctid")
                .query((row, number) -> new Row(row.getString(1), row.getString(2)))
                .list();
        return rows.get(random.nextInt(rows.size()));
    }

    private record Row(String place, @Nullable String number) {}

    private record Column(String table, String name, String type) {

        /** Another value of the same type that no constraint forbids. */
        String changed() {
            return switch (type) {
                case "bigint" -> name + " + 1000";
                case "bytea" ->
                    "set_byte(" + name + ", length(" + name + ") - 1, get_byte(" + name + ", length(" + name
                            + ") - 1) # 1)";
                case "timestamp with time zone" -> name + " + interval '1 millisecond'";
                case "uuid" -> "gen_random_uuid()";
                case "text" -> name + " || 'x'";
                default -> throw new IllegalArgumentException("no change known for " + type);
            };
        }

        @Override
        public String toString() {
            return table + "." + name;
        }
    }
}
