package org.contractethics.record.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.record.internal.RecordSettings;
import org.contractethics.record.internal.RecordWriter;
import org.contractethics.record.internal.TimestampSettings;
import org.contractethics.record.proof.Checkpoint;
import org.contractethics.record.proof.NotProvenException;
import org.contractethics.record.proof.SignedNote;
import org.contractethics.record.proof.VerifierKey;
import org.contractethics.record.signing.CheckpointKeys;
import org.contractethics.record.signing.EntryMac;
import org.contractethics.record.signing.SigningKey;
import org.contractethics.record.witness.WitnessServer;
import org.contractethics.shared.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** A record on a database of its own with one witness outside: everything that proves, and nothing of the rest. */
public final class ProvableRecord implements AutoCloseable {

    public static final String ORIGIN = "tests.example/record";

    private static final byte[] SIGNER = "signing key of a record in tests".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MAC = "mac key of a record in the tests".getBytes(StandardCharsets.US_ASCII);

    final Path folder;
    RecordSettings settings;
    final SigningKey key;
    CheckpointKeys keys;
    final EntryMac macs = new EntryMac(MAC);
    private WitnessServer witness;
    private final Path config;

    /** @param checkpointFile whether checkpoints are also kept in a file outside the database */
    public ProvableRecord(Path folder, boolean checkpointFile) throws IOException {
        this(folder, checkpointFile, ORIGIN);
    }

    ProvableRecord(Path folder, boolean checkpointFile, String origin) throws IOException {
        this.key = SigningKey.ofLog(origin, SIGNER);
        this.keys = CheckpointKeys.of(key);
        this.folder = folder;
        this.config = folder.resolve("witness.properties");
        Path witnessKey = folder.resolve("witness.key");
        byte[] secret = new byte[SigningKey.SECRET];
        Files.writeString(witnessKey, Base64.getEncoder().encodeToString(secret));
        Files.writeString(
                config,
                "name=council.example/w1\nlisten=127.0.0.1:0\nkey-file=witness.key\nstate=state\nlog="
                        + key.verifierKey() + "\n");
        this.witness = WitnessServer.start(config, Clock.systemUTC());
        Path policy = folder.resolve("policy");
        Files.writeString(
                policy,
                "witness council "
                        + SigningKey.ofWitness("council.example/w1", secret).verifierKey() + " http://127.0.0.1:"
                        + witness.port() + "\nquorum council\n");
        this.settings = new RecordSettings(
                origin,
                Base64.getEncoder().encodeToString(SIGNER),
                Base64.getEncoder().encodeToString(MAC),
                policy,
                checkpointFile ? folder.resolve("checkpoints") : null,
                Duration.ZERO,
                0);
        Files.writeString(config, Files.readString(config).replace("127.0.0.1:0", "127.0.0.1:" + witness.port()));
    }

    /** Began with a version that made no keyed hashes, as its operators say. */
    void unsealedBelow(long number) {
        settings = new RecordSettings(
                settings.origin(),
                settings.signerKey(),
                settings.macKey(),
                settings.policyFile(),
                settings.checkpointFile(),
                settings.decisionsWait(),
                number);
    }

    /** The application on this database, as if it had just started. */
    public Node start(DataSource application) {
        return start(application, new WitnessClient());
    }

    Node start(DataSource application, WitnessClient client) {
        return new Node(application, client, Clock.systemUTC());
    }

    /** The application with a clock of its own. */
    Node start(DataSource application, Clock clock) {
        return new Node(application, new WitnessClient(), clock);
    }

    /** What the witness keeps in its own file. */
    Checkpoint seenByWitness() throws IOException, NotProvenException {
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            Path kept = files.filter(file -> file.toString().endsWith(".checkpoint"))
                    .findFirst()
                    .orElseThrow();
            List<VerifierKey> log = List.of(VerifierKey.parse(key.verifierKey()));
            return Checkpoint.parse(
                    SignedNote.open(Files.readAllBytes(kept), log).text());
        }
    }

    /** Keys are exchanged: the application is told its keys, the witness which it takes; both start again. */
    void exchange(CheckpointKeys ours, SigningKey... forWitness) throws IOException {
        keys = ours;
        stopWitness();
        StringBuilder logs = new StringBuilder();
        for (SigningKey one : forWitness) {
            logs.append("log.")
                    .append(logs.length())
                    .append('=')
                    .append(one.verifierKey())
                    .append('\n');
        }
        Files.writeString(config, Files.readString(config).replaceAll("(?m)^log.*\n", "") + logs);
        startWitness();
    }

    void stopWitness() {
        witness.close();
    }

    void startWitness() throws IOException {
        witness = WitnessServer.start(config, Clock.systemUTC());
    }

    @Override
    public void close() {
        witness.close();
    }

    /** One running application. */
    public final class Node {

        final DataSource source;
        final JdbcClient jdbc;
        final RecordWriter writer;
        final Checkpoints checkpoints;
        final Witnessed witnessed;
        final SigningCheckpoints signer;
        final AskingWitnesses witnesses;
        public final CommittedEntries signing;
        final HandingOutProofs proofs;
        final ExportSources exports;
        private final Timestamps timestamps;
        private final TrustPolicy trust;

        private Node(DataSource source, WitnessClient client, Clock clock) {
            PlatformTransactionManager transactions = new JdbcTransactionManager(source);
            this.source = source;
            this.jdbc = JdbcClient.create(source);
            this.writer = new RecordWriter(source, settings);
            this.checkpoints = new Checkpoints(jdbc, settings);
            TrustPolicy trust = new TrustPolicy(settings, keys);
            RecordTree tree = new RecordTree(jdbc);
            this.witnessed = new Witnessed(checkpoints, trust);
            SigningCheckpoints.Sources sources =
                    new SigningCheckpoints.Sources(tree, new NewEntries(jdbc, macs, settings), checkpoints, trust);
            this.signer =
                    new SigningCheckpoints(jdbc, transactions, sources, new CheckpointFile(settings), keys, clock);
            this.witnesses = new AskingWitnesses(trust, client, tree, checkpoints, keys, clock);
            this.signing = new CommittedEntries(signer, witnesses, checkpoints, witnessed, settings);
            this.proofs = new HandingOutProofs(witnessed, checkpoints, tree, trust, signing);
            this.timestamps = new Timestamps(jdbc, settings);
            this.trust = trust;
            this.exports = new ExportSources(witnessed, checkpoints, tree, trust, timestamps);
        }

        /** Decisions, each in a transaction of its own. */
        public void decide(int count) {
            for (int i = 0; i < count; i++) {
                append(decision(UUID.randomUUID().toString()));
            }
        }

        void append(RecordedEvent event) {
            writer.append(Clock.systemUTC(), event);
        }

        /** Signs and shows what has been committed. */
        public void round() {
            signing.round();
        }

        /** What asks a time stamping authority. */
        StampingCheckpoints stamping(TimestampSettings authority) {
            return new StampingCheckpoints(
                    authority, new TimestampClient(), checkpoints, timestamps, trust, Clock.systemUTC());
        }

        public ExportSources exports() {
            return exports;
        }

        boolean witnessed(long index) {
            return proofs.witnessed(index);
        }

        String problem() {
            return String.valueOf(signing.problem());
        }
    }

    /** An entry that nobody wrote, as the application would have written it. */
    static byte[] forged(long place) {
        return RecordFixtures.bodyOf(
                new Happened("vote-cast", null, "system", RecordFixtures.NOW, Map.of()).whole(), place);
    }

    static Happened decision(String id) {
        return RecordFixtures.anEvent("decision-recorded", Map.of("decisionId", id, "outcome", "REJECT"));
    }
}
