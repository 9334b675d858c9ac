package org.contractethics.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * The addresses of started servers, also written to {@code running.properties} so that a second process can use them.
 *
 * @param realmHash of the realm file that Keycloak has imported
 */
record RunningServers(int postgresPort, int elasticsearchPort, int keycloakPort, String realmHash) {

    private static final String FILE = "running.properties";

    String elasticsearchUrl() {
        return "http://localhost:" + elasticsearchPort;
    }

    String keycloakUrl() {
        return "http://localhost:" + keycloakPort;
    }

    void announceIn(Path root) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
        properties.setProperty("postgres.port", Integer.toString(postgresPort));
        properties.setProperty("elasticsearch.port", Integer.toString(elasticsearchPort));
        properties.setProperty("keycloak.port", Integer.toString(keycloakPort));
        properties.setProperty("realm.sha256", realmHash);
        Path unfinished = root.resolve(FILE + ".unfinished");
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            properties.store(writer, "Servers started by this checkout");
        }
        Files.move(unfinished, root.resolve(FILE), StandardCopyOption.REPLACE_EXISTING);
    }

    static void forget(Path root) {
        try {
            Files.deleteIfExists(root.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written there, when its servers still answer. */
    static Optional<RunningServers> of(Path root) throws IOException {
        if (!Files.exists(root.resolve(FILE))) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(root.resolve(FILE))) {
            properties.load(reader);
        }
        RunningServers servers = new RunningServers(
                Integer.parseInt(properties.getProperty("postgres.port")),
                Integer.parseInt(properties.getProperty("elasticsearch.port")),
                Integer.parseInt(properties.getProperty("keycloak.port")),
                properties.getProperty("realm.sha256"));
        return servers.answer() ? Optional.of(servers) : Optional.empty();
    }

    /** Waits for servers that another process is still starting there. */
    static Optional<RunningServers> awaitIn(Path root) throws IOException {
        long deadline = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        Optional<RunningServers> servers = of(root);
        while (servers.isEmpty() && System.nanoTime() < deadline) {
            ServerProcess.pause();
            servers = of(root);
        }
        return servers;
    }

    private boolean answer() {
        return Http.answersOk(elasticsearchUrl() + "/_cluster/health")
                && Http.answersOk(keycloakUrl() + "/realms/" + KeycloakServer.REALM);
    }
}
