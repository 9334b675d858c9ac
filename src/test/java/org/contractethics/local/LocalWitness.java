package org.contractethics.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.record.signing.SigningKey;
import org.contractethics.record.witness.WitnessServer;

/**
 * The witness of the record. For the run command it is a process of its own, as it would be elsewhere, and remembers from start to start;
 * for tests it lives inside this process and begins anew with their database.
 */
final class LocalWitness {

    static final String FOLDER = "witness";

    private static final int USUAL_PORT = 18090;
    private static final String NAME = "localhost/witness";

    private final Path folder;
    private final String origin;
    private final int port;

    private LocalWitness(Path folder, String database, int port) {
        this.folder = folder;
        this.origin = "localhost/" + database;
        this.port = port;
    }

    static LocalWitness asProcess(Path root, String database) throws IOException {
        LocalWitness witness =
                new LocalWitness(root.resolve(FOLDER).resolve(database), database, Ports.usualOrFree(USUAL_PORT));
        Path config = witness.write();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ApplicationProcess.productClasses(),
                ApplicationProcess.MAIN_CLASS,
                "witness",
                "--config",
                config.toString());
        ServerProcess.start("The witness", root.resolve("log").resolve("witness.log"), "TERM", Map.of(), command)
                .awaitReady(Duration.ofMinutes(2), witness::answers);
        return witness;
    }

    static LocalWitness inside(Path root, String database) throws IOException {
        LocalWitness witness = new LocalWitness(root.resolve(FOLDER).resolve(database), database, Ports.free());
        Trees.delete(witness.folder);
        WitnessServer server = WitnessServer.start(witness.write(), Clock.systemUTC());
        ShutdownOrder.stopAtEnd(server::close);
        return witness;
    }

    private Path write() throws IOException {
        Files.createDirectories(folder);
        byte[] secret = "demonstration-witness-key-public".getBytes(StandardCharsets.US_ASCII);
        Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(secret) + "\n");
        Files.writeString(
                policy(),
                "witness local " + SigningKey.ofWitness(NAME, secret).verifierKey() + " http://127.0.0.1:" + port
                        + "\nquorum local\n");
        return Files.writeString(
                folder.resolve("witness.properties"),
                "name=%s\nlisten=127.0.0.1:%d\nkey-file=key\nstate=state\nlog=%s\n"
                        .formatted(
                                NAME, port, SigningKey.ofLog(origin, signer()).verifierKey()));
    }

    private static byte[] signer() {
        return "demonstration-signing-key-public".getBytes(StandardCharsets.US_ASCII);
    }

    private Path policy() {
        return folder.resolve("policy");
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** What the application has to be told of it; the keys are public and refused in production. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("contract-ethics.record.origin", origin);
        settings.put("contract-ethics.record.signer-key", Base64.getEncoder().encodeToString(signer()));
        settings.put(
                "contract-ethics.record.mac-key",
                Base64.getEncoder()
                        .encodeToString("demonstration-mac-key-not-secret".getBytes(StandardCharsets.US_ASCII)));
        settings.put("contract-ethics.record.policy-file", policy().toString());
        settings.put(
                "contract-ethics.record.checkpoint-file",
                folder.resolve("checkpoints").toString());
        settings.put("contract-ethics.record.decisions-wait", "2s");
        settings.put(
                "contract-ethics.concerns.destroyed-file",
                folder.resolve("destroyed").toString());
        return settings;
    }
}
