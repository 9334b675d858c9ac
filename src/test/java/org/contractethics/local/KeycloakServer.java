package org.contractethics.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keycloak with the realm of {@code config/keycloak/}; imported anew whenever that file has changed. */
final class KeycloakServer {

    static final int USUAL_PORT = 18080;
    static final String VERSION = "26.7.3";
    static final String PROGRAM = "keycloak-" + VERSION;
    static final String REALM = "contract-ethics";
    static final Path REALM_FILE = Path.of("config", "keycloak", "contract-ethics-realm.json");

    private final LocalFolder folder;
    private final int port;

    KeycloakServer(LocalFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    void start() throws IOException {
        Path program = folder.program(PROGRAM);
        offerRealm(program.resolve("data"));
        List<String> command = List.of(
                program.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port,
                "--import-realm");
        // kc.sh chooses a garbage collector itself and refuses a second choice
        Map<String, String> environment = Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1",
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", "demonstration-admin");
        ServerProcess.start("Keycloak", folder.log("keycloak"), "TERM", environment, command)
                .awaitReady(Duration.ofMinutes(5), this::answers);
    }

    /** An import skips a realm that exists, so a changed file means a new Keycloak database. */
    private static void offerRealm(Path data) throws IOException {
        Path imported = data.resolve("imported-realm.sha256");
        String hash = realmHash();
        if (!Files.exists(imported) || !Files.readString(imported).equals(hash)) {
            Trees.delete(data.resolve("h2"));
            Files.createDirectories(data.resolve("import"));
            Files.writeString(data.resolve("import/contract-ethics-realm.json"), Files.readString(REALM_FILE));
            Files.writeString(imported, hash);
        }
    }

    static String realmHash() throws IOException {
        return Hashes.sha256(Files.readAllBytes(REALM_FILE));
    }

    private boolean answers() {
        return Http.answersOk("http://localhost:%d/realms/%s/.well-known/openid-configuration".formatted(port, REALM));
    }
}
