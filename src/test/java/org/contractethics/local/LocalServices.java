package org.contractethics.local;

import com.icegreen.greenmail.util.GreenMail;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL, Elasticsearch, Keycloak and a mail server for one process, and the settings that point the application at them.
 *
 * <p>The servers live in {@code .local} and stop with this process. A second process of the same checkout uses those of the first, and
 * {@code -Dlocal.attach=<a .local folder>} uses those of another checkout; then, as in every test, the application gets a database and
 * an index prefix of its own, made anew at each start.
 */
public final class LocalServices {

    /** What the servers are wanted for. */
    public enum Purpose {
        /** The run command: data is kept from start to start. */
        RUN,
        /** Tests, or a second application beside a running one: data begins empty. */
        TEST
    }

    private static @Nullable LocalServices started;
    private static @Nullable FileLock lock;

    private final RunningServers servers;
    private final LocalMail mail;
    private final LocalWitness witness;
    private final String database;
    private final int port;

    private LocalServices(RunningServers servers, LocalMail mail, LocalWitness witness, String database, int port) {
        this.servers = servers;
        this.mail = mail;
        this.witness = witness;
        this.database = database;
        this.port = port;
    }

    /** The servers of this process: started or found at the first call, the same ones at every later call. */
    public static synchronized LocalServices forPurpose(Purpose purpose) {
        if (started == null) {
            started = start(purpose);
        }
        return started;
    }

    /** Whether the command line asks for {@link #only()}. */
    public static boolean onlyWanted() {
        return LocalOptions.serversOnly();
    }

    /** Whether the run command makes its demonstration cases. */
    public static boolean casesWanted() {
        return LocalOptions.withCases();
    }

    /** Servers without an application: what other processes attach to. */
    public static void only() {
        try {
            Path root = root();
            if (!locked(root)) {
                throw new IllegalStateException("Servers of this checkout are running already.");
            }
            RunningServers servers = startAll(root);
            Progress.say("Servers are up: PostgreSQL on port %d, %s, %s. Others use them with -Dlocal.attach=%s"
                    .formatted(servers.postgresPort(), servers.elasticsearchUrl(), servers.keycloakUrl(), root));
        } catch (IOException e) {
            throw new IllegalStateException("The local servers could not be started: " + e.getMessage(), e);
        }
    }

    private static LocalServices start(Purpose purpose) {
        try {
            Path root = root();
            String attach = LocalOptions.attach();
            boolean own = attach.isEmpty() && locked(root);
            if (!own && attach.isEmpty() && purpose == Purpose.RUN) {
                throw new IllegalStateException(
                        "The application of this checkout is running already. Stop it first, or start a"
                                + " second one beside it with -Dlocal.attach=.local");
            }
            RunningServers servers = own ? startAll(root) : attachTo(attach.isEmpty() ? root : Path.of(attach));
            if (own && purpose == Purpose.TEST) {
                ShutdownOrder.awaitAtEnd(() -> ServersInUse.awaitAlone(root));
            } else if (!own) {
                ServersInUse.hold(attach.isEmpty() ? root : Path.of(attach));
            }
            if (purpose == Purpose.TEST) {
                ServersInUse.endWith(new LocalDatabase(servers.postgresPort())::answers);
            }
            String database =
                    own && purpose == Purpose.RUN ? "contract_ethics" : LocalOptions.database(!attach.isEmpty());
            if (own && purpose == Purpose.RUN) {
                new LocalDatabase(servers.postgresPort()).keep(database);
            } else {
                renew(servers, database);
            }
            return new LocalServices(
                    servers,
                    mail(root, database),
                    own && purpose == Purpose.RUN
                            ? LocalWitness.asProcess(root, database)
                            : LocalWitness.inside(root, database),
                    database,
                    own && purpose == Purpose.RUN ? Ports.usualOrFree(8080) : Ports.free());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The local servers could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * The same servers for one more application: its database, indexes, mail server and port are its own, and all of them begin
     * empty. Each call with the same name begins anew.
     */
    public LocalServices forAnother(String name) {
        String own = name + "_" + database;
        try {
            renew(servers, own);
            return new LocalServices(servers, mail(root(), own), LocalWitness.inside(root(), own), own, Ports.free());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("The local servers could not be prepared: " + e.getMessage(), e);
        }
    }

    private static void renew(RunningServers servers, String database) throws IOException, SQLException {
        new LocalDatabase(servers.postgresPort()).renew(database);
        LocalIndexes.remove(servers.elasticsearchUrl(), prefix(database));
    }

    private static LocalMail mail(Path root, String database) {
        return LocalMail.start(root.resolve("mail").resolve(database));
    }

    private static Path root() {
        return Path.of(LocalOptions.directory()).toAbsolutePath().normalize();
    }

    /** One process at a time starts servers in a checkout; the system lets the lock go when that process ends, however it ends. */
    private static boolean locked(Path root) throws IOException {
        Files.createDirectories(root);
        FileChannel channel =
                FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock = channel.tryLock();
        return lock != null;
    }

    private static RunningServers startAll(Path root) throws IOException {
        LocalFolder folder = LocalFolder.at(root);
        if (LocalOptions.reset()) {
            Progress.say("Forgetting all local data");
            folder.reset();
        }
        RunningServers servers = new RunningServers(
                Ports.usualOrFree(PostgresServer.USUAL_PORT),
                Ports.usualOrFree(ElasticsearchServer.USUAL_PORT),
                Ports.usualOrFree(KeycloakServer.USUAL_PORT),
                KeycloakServer.realmHash());
        Map<String, Callable<Void>> starts = new LinkedHashMap<>();
        starts.put("PostgreSQL", () -> done(new PostgresServer(folder, servers.postgresPort())::start));
        starts.put("Elasticsearch", () -> done(new ElasticsearchServer(folder, servers.elasticsearchPort())::start));
        starts.put("Keycloak", () -> done(new KeycloakServer(folder, servers.keycloakPort())::start));
        sideBySide(starts);
        servers.announceIn(root);
        ShutdownOrder.stopAtEnd(() -> RunningServers.forget(root));
        return servers;
    }

    private interface Start {
        void run() throws IOException;
    }

    @SuppressWarnings("NullAway") // a Callable of Void has nothing else to answer
    private static Void done(Start start) throws IOException {
        start.run();
        return null;
    }

    private static void sideBySide(Map<String, Callable<Void>> starts) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(starts.size());
        try {
            Map<String, Future<Void>> running = new LinkedHashMap<>();
            starts.forEach((name, start) -> running.put(name, threads.submit(() -> Progress.timed(name, start))));
            for (Future<Void> server : running.values()) {
                server.get();
            }
        } catch (ExecutionException e) {
            ShutdownOrder.stopEverything();
            throw new IOException(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while servers were starting", e);
        } finally {
            threads.shutdown();
        }
    }

    private static RunningServers attachTo(Path root) throws IOException {
        Progress.say("Using the servers that run in " + root);
        Optional<RunningServers> servers = RunningServers.awaitIn(root);
        RunningServers found = servers.orElseThrow(() -> new IllegalStateException("No servers answer for " + root));
        if (!found.realmHash().equals(KeycloakServer.realmHash())) {
            Progress.say("Attention: those servers imported another version of " + KeycloakServer.REALM_FILE);
        }
        return found;
    }

    private static String prefix(String database) {
        return database.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** The mail server that stands in for the company's: tests read here what was sent. */
    public GreenMail mail() {
        return mail.server();
    }

    /** Where the log of a process of this application lies. */
    Path log(String process) {
        return root().resolve("log").resolve(database + "-" + process + ".log");
    }

    /** Where each mail lies as a file. */
    public Path mailFolder() {
        return mail.folder();
    }

    public String baseUrl() {
        return "http://localhost:" + port;
    }

    /** The address of Keycloak, for tests that fetch tokens. */
    public String keycloakUrl() {
        return servers.keycloakUrl();
    }

    /** As whoever has the server itself: reads the files of the database. */
    public Connection asSuperuser() throws SQLException {
        return new LocalDatabase(servers.postgresPort()).connect();
    }

    /** Every setting of the application that depends on where its servers are. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", Integer.toString(port));
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.datasource.url", LocalDatabase.url(servers.postgresPort(), database));
        settings.put("spring.datasource.username", LocalDatabase.APPLICATION);
        settings.put("spring.datasource.password", LocalDatabase.APPLICATION_PASSWORD);
        settings.put("spring.flyway.user", LocalDatabase.OWNER);
        settings.put("spring.flyway.password", LocalDatabase.OWNER_PASSWORD);
        settings.put("contract-ethics.base-url", baseUrl());
        settings.put("contract-ethics.reports.committee-chair", "george.tan");
        settings.put("contract-ethics.review.cleared-reviewers", "dana.whitfield");
        // one decision in ten would seldom be seen where few are made
        settings.put("contract-ethics.review.sample-percent", "100");
        settings.put("contract-ethics.keycloak.url", servers.keycloakUrl());
        settings.put("contract-ethics.keycloak.realm", KeycloakServer.REALM);
        settings.put("contract-ethics.keycloak.pages-secret", "demonstration-pages-secret");
        settings.put("contract-ethics.keycloak.directory-secret", "demonstration-directory-secret");
        settings.put("contract-ethics.webhooks.secret-key", "demonstration-webhook-key");
        settings.put("contract-ethics.elasticsearch.url", servers.elasticsearchUrl());
        settings.put("contract-ethics.elasticsearch.index-prefix", prefix(database));
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", Integer.toString(mail.port()));
        settings.put("contract-ethics.webhooks.allow-http", "true");
        settings.put("contract-ethics.webhooks.allow-private-addresses", "true");
        settings.put("contract-ethics.mail.from", "contract-ethics@example.org");
        settings.putAll(DemonstrationCustodian.settings());
        settings.putAll(witness.settings());
        return settings;
    }
}
