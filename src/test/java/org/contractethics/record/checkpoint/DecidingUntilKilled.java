package org.contractethics.record.checkpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.contractethics.record.checkpoint.ProvableRecord.Node;
import org.contractethics.record.internal.RecordSettings;
import org.postgresql.ds.PGSimpleDataSource;

/** The writing half of the application in a process of its own: decides, signs, has it cosigned, says so, and never ends by itself. */
public final class DecidingUntilKilled {

    private DecidingUntilKilled() {}

    /** @param folder of the record whose witness runs elsewhere */
    public static void run(String url, String user, Path folder) throws IOException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(user);
        try (ProvableRecord record = new ProvableRecord(Files.createTempDirectory("deciding"), false)) {
            RecordSettings own = record.settings;
            record.settings = new RecordSettings(
                    own.origin(),
                    own.signerKey(),
                    own.macKey(),
                    folder.resolve("policy"),
                    folder.resolve("checkpoints"),
                    Duration.ZERO,
                    0);
            Node node = record.start(database);
            // the first decision loads most classes; a process that was killed in it would show nothing
            decided(node);
            System.out.println("ready");
            while (decided(node)) {
                // until somebody kills this process
            }
        }
    }

    private static boolean decided(Node node) {
        String id = UUID.randomUUID().toString();
        long index = node.writer.append(Clock.systemUTC(), ProvableRecord.decision(id)) - 1;
        node.round();
        if (node.witnessed(index)) {
            System.out.println("recorded " + index + " " + id);
            System.out.flush();
        }
        return true;
    }

    /** A program that starts this; a second class with a main method would stop {@code mvn spring-boot:test-run}. */
    static Path launcher(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("Launch.java"),
                """
                class Launch {
                    public static void main(String[] arguments) throws Exception {
                        org.contractethics.record.checkpoint.DecidingUntilKilled.run(
                                arguments[0], arguments[1], java.nio.file.Path.of(arguments[2]));
                    }
                }
                """,
                StandardCharsets.UTF_8);
    }
}
