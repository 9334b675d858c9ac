package org.contractethics.concern;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.contractethics.local.LocalServices;

/**
 * A dump of the whole database by {@code pg_dump}, as a backup has it. PostgreSQL's local binaries have none, so it is looked for on this
 * machine; it has to be of the server's version or a later one. {@code -Dcanary.pg-dump=FILE} names one.
 */
public final class DatabaseDump {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");

    private final Path command;
    private final LocalServices services = LocalServices.forPurpose(LocalServices.Purpose.TEST);

    private DatabaseDump(Path command) {
        this.command = command;
    }

    /** Empty where no command of this machine can dump a server of this version. */
    public static Optional<DatabaseDump> command() throws SQLException {
        int server = serverVersion();
        return candidates().stream()
                .filter(Files::isExecutable)
                .filter(found -> version(found) >= server)
                .findFirst()
                .map(DatabaseDump::new);
    }

    public byte[] take() throws IOException, SQLException {
        try (Connection superuser = services.asSuperuser()) {
            String url = superuser.getMetaData().getURL().replace("jdbc:", "");
            String database = Objects.requireNonNull(services.settings().get("spring.datasource.url"))
                    .replaceAll(".*/", "");
            return output(
                    command.toString(),
                    "--username=" + superuser.getMetaData().getUserName(),
                    "--dbname=" + url.replaceAll("/[^/]*$", "/" + database));
        }
    }

    private static List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        String named = System.getProperty("canary.pg-dump", "");
        if (!named.isEmpty()) {
            candidates.add(Path.of(named));
        }
        for (String folder : System.getenv("PATH").split(":", -1)) {
            candidates.add(Path.of(folder, "pg_dump"));
        }
        if (Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.map(version -> version.resolve("bin/pg_dump")).forEach(candidates::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return candidates;
    }

    private static int version(Path command) {
        try {
            Matcher said = VERSION.matcher(
                    new String(output(command.toString(), "--version"), java.nio.charset.StandardCharsets.US_ASCII));
            return said.find() ? Integer.parseInt(said.group(1)) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int serverVersion() throws SQLException {
        try (Connection server =
                        LocalServices.forPurpose(LocalServices.Purpose.TEST).asSuperuser();
                Statement statement = server.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('server_version_num')::int / 10000")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static byte[] output(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream out = process.getInputStream()) {
            byte[] all = out.readAllBytes();
            if (process.waitFor() != 0) {
                throw new IOException("pg_dump failed");
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
