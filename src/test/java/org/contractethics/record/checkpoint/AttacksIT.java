package org.contractethics.record.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.contractethics.MigratedDatabase;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.proof.Checkpoint;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.verification.CompactRange;
import org.contractethics.record.verification.Scans;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a database administrator can do to the record, played through on PostgreSQL, and which layer sees it: the scan of HASHES and
 * columns, the keyed hashes (MAC), the signed CHECKPOINTS in the database, the WITNESS whom the application asks, and whoever is given
 * all entries OUTSIDE and holds what the witness has seen. The SIGNER refuses by itself where one of the inner layers has spoken.
 */
class AttacksIT {

    private static final int DECISION = 6;

    private final ProvableRecord record;
    private MigratedDatabase database = MigratedDatabase.fresh();
    private MigratedDatabase backup = database;

    enum Layer {
        HASHES,
        MAC,
        CHECKPOINTS,
        WITNESS,
        OUTSIDE,
        SIGNER
    }

    AttacksIT(@TempDir Path folder) throws IOException {
        record = new ProvableRecord(folder, false);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "A1; edit a column; HASHES MAC CHECKPOINTS; the column beside the body says something else about actor",
                "A2; edit a body; HASHES MAC CHECKPOINTS OUTSIDE; the leaf hash is not the hash of the body",
                "A3; edit a body and its leaf hash; HASHES MAC CHECKPOINTS OUTSIDE SIGNER; edited, moved or put in",
                "A4; edit and rebuild the tree; MAC CHECKPOINTS OUTSIDE SIGNER; edited, moved or put in",
                "A5; the same and delete all checkpoints; MAC WITNESS OUTSIDE SIGNER; edited, moved or put in",
                "A5b; the same and raise the start of MACs; MAC WITNESS OUTSIDE SIGNER; put in by somebody else",
                "A6; the same with the signing key; MAC WITNESS OUTSIDE SIGNER; edited, moved or put in",
                "A7; the same with the MAC key too; WITNESS OUTSIDE SIGNER; remembers another record of 8 entries",
                "A8; delete an entry and renumber; MAC CHECKPOINTS OUTSIDE SIGNER; edited, moved or put in",
                "A9; swap two entries; HASHES MAC CHECKPOINTS OUTSIDE SIGNER; the body says seq 6",
                "A10; cut the tail behind the last checkpoint; ''; ''",
                "A11; cut below a checkpoint and drop the later; WITNESS OUTSIDE SIGNER; it was cut or restored from"
                        + " an older copy",
                "A12; restore an old backup; WITNESS OUTSIDE SIGNER; it was cut or restored from an older copy",
                "A13; append a forged entry by SQL; MAC SIGNER; edited, moved or put in",
                "A14; replay an entry with its keyed hash; HASHES MAC CHECKPOINTS SIGNER; the body says seq 6",
                "A15; set the clock back with both keys; MAC; recorded at a time before",
                "A16; decide twice under one id; HASHES MAC CHECKPOINTS; the same decision is already recorded",
            })
    void an_attack_is_seen_by_these_layers(String attack, String name, String layers, String says) throws Exception {
        try (record) {
            Node node = record.start(database.asApplication());
            history(node);
            perform(attack, node);
            String found = scans().whole().orElse("");

            assertThat(seenBy()).as(name).isEqualTo(layers(layers));
            assertThat(found
                            + record.start(database.asApplication()).checkpoints.contradiction())
                    .contains(says);
        }
    }

    /** Checkpoints at 3, 6 and 8 entries; then two more entries that no checkpoint covers yet. */
    private void history(Node node) {
        node.decide(3);
        node.round();
        backup = database.copy();
        node.decide(3);
        node.round();
        node.decide(2);
        node.round();
        node.decide(2);
        assertThat(node.witnessed(7)).isTrue();
        assertThat(node.witnessed(8))
                .as("never said to be recorded before a checkpoint")
                .isFalse();
    }

    private void perform(String attack, Node node) throws IOException {
        if (attack.equals("A12")) {
            database = backup;
            return;
        }
        if (attack.equals("A16")) {
            Happened decision =
                    ProvableRecord.decision(UUID.randomUUID().toString()).whole();
            node.append(decision);
            node.append(decision);
            return;
        }
        Attacker attacker = new Attacker(database);
        switch (attack) {
            case "A1" -> attacker.sql("update record.entry set actor = 'sofia.marin' where n = 5");
            case "A2" -> attacker.rewrite(DECISION, "REJECT", "APPROVE", false);
            case "A3" -> attacker.rewrite(DECISION, "REJECT", "APPROVE", true);
            case "A8" -> {
                attacker.sql("delete from record.entry where n = 5");
                attacker.sql("delete from record.sealed where n = 5");
                attacker.renumberDown(5);
                attacker.rebuild();
            }
            case "A9" -> {
                attacker.sql("update record.entry a set body = b.body, leaf = b.leaf, mac = b.mac from record.entry b"
                        + " where (a.n, b.n) in ((5, 6), (6, 5))");
                attacker.rebuild();
            }
            case "A10" -> cut(attacker, 8);
            case "A11" -> {
                cut(attacker, 7);
                attacker.sql("delete from record.cosignature where size > 6");
                attacker.sql("delete from record.checkpoint where size > 6");
            }
            case "A13" -> attacker.append(bodyAt(10), new byte[32], RecordFixtures.NOW.toString());
            case "A14" -> attacker.append(attacker.body(DECISION), mac(DECISION), RecordFixtures.NOW.toString());
            case "A15" -> {
                byte[] body = bodyAt(10);
                attacker.append(body, record.macs.of(10, Scans.leaf(body)), RecordFixtures.NOW.toString());
            }
            default -> rebuilt(attacker, attack);
        }
    }

    /** A4 to A7: each has one means more. */
    private void rebuilt(Attacker attacker, String attack) {
        attacker.rewrite(DECISION, "REJECT", "APPROVE", true);
        attacker.rebuild();
        if (attack.startsWith("A5")) {
            attacker.sql("delete from record.cosignature");
            attacker.sql("delete from record.checkpoint");
        }
        if (attack.equals("A5b")) {
            attacker.sql("update record.entry set mac = null");
            attacker.sql("update record.mac_start set first = 100");
        }
        if (attack.equals("A6") || attack.equals("A7")) {
            attacker.signAnew(record.key);
        }
        if (attack.equals("A7")) {
            attacker.macAnew(record.macs);
        }
    }

    private static void cut(Attacker attacker, int size) {
        attacker.sql("delete from record.entry where n >= " + size);
        attacker.sql("delete from record.sealed where n >= " + size);
        attacker.rebuild();
    }

    /** Fit for the record, at its place, and at a time long before the entries in front of it. */
    private static byte[] bodyAt(long n) {
        return ProvableRecord.forged(n);
    }

    private byte[] mac(long n) {
        return JdbcClient.create(database.asOwner())
                .sql("select mac from record.entry where n = ?")
                .param(n)
                .query(byte[].class)
                .single();
    }

    private Set<Layer> seenBy() throws NotProvenException, IOException {
        Set<Layer> seen = EnumSet.noneOf(Layer.class);
        Scans scans = scans();
        if (!leadsToWhatTheWitnessHasSeen()) {
            seen.add(Layer.OUTSIDE);
        }
        scans.hashes().ifPresent(found -> seen.add(Layer.HASHES));
        scans.macs().ifPresent(found -> seen.add(Layer.MAC));
        scans.checkpoints().ifPresent(found -> seen.add(Layer.CHECKPOINTS));
        Node restarted = record.start(database.asApplication());
        restarted.round();
        restarted.checkpoints.contradiction().ifPresent(found -> seen.add(Layer.WITNESS));
        if (restarted.signing.problem() != null) {
            seen.add(Layer.SIGNER);
        }
        return seen;
    }

    private Scans scans() throws NotProvenException {
        return new Scans(database.asApplication(), record.settings, record.keys);
    }

    /** By the bytes of the entries alone, as somebody does who trusts neither the hashes in the database nor the application. */
    private boolean leadsToWhatTheWitnessHasSeen() throws NotProvenException, IOException {
        Checkpoint seen = record.seenByWitness();
        CompactRange tree = new CompactRange();
        JdbcClient.create(database.asApplication())
                .sql("select body from record.entry order by n limit ?")
                .param(seen.size())
                .query(byte[].class)
                .list()
                .forEach(body -> tree.add(tree.leafHash(body)));
        return tree.size() == seen.size() && Arrays.equals(tree.root(), seen.root());
    }

    private static Set<Layer> layers(String names) {
        Set<Layer> layers = EnumSet.noneOf(Layer.class);
        for (String name : names.split(" ", -1)) {
            if (!name.isEmpty()) {
                layers.add(Layer.valueOf(name));
            }
        }
        return layers;
    }
}
