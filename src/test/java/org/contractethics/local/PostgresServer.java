package org.contractethics.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL from the zonky binaries. Connections need a password: other people of the machine reach the loopback address too. */
final class PostgresServer {

    static final int USUAL_PORT = 15432;

    private static final String PROGRAM = "postgresql-17";

    private final LocalFolder folder;
    private final int port;

    PostgresServer(LocalFolder folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    void start() throws IOException {
        Path state = folder.state("postgresql");
        Path program = unpacked(state);
        Path data = state.resolve("data");
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            create(program, data);
        }
        List<String> command = List.of(
                program.resolve("bin/postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=300",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "synchronous_commit=off",
                // whoever waits for somebody who never ends is told so; the log says for whom
                "-c",
                "lock_timeout=120s",
                "-c",
                "log_lock_waits=on");
        ServerProcess.start("PostgreSQL", folder.log("postgresql"), "INT", Map.of(), folder.unprivileged(command))
                .awaitReady(Duration.ofMinutes(2), new LocalDatabase(port)::answers);
    }

    private void create(Path program, Path data) throws IOException {
        Trees.delete(data);
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path password = data.resolveSibling("superuser-password");
        Files.writeString(password, LocalDatabase.SUPERUSER_PASSWORD);
        folder.handOver(data);
        folder.handOver(password);
        List<String> command = List.of(
                program.resolve("bin/initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                LocalDatabase.SUPERUSER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        ServerProcess.start("initdb", folder.log("postgresql-create"), "TERM", Map.of(), folder.unprivileged(command))
                .awaitEnd(Duration.ofMinutes(2));
    }

    private static Path unpacked(Path state) throws IOException {
        Path program = state.resolve(PROGRAM);
        if (!Files.isDirectory(program)) {
            Path unfinished = state.resolve(PROGRAM + ".unfinished");
            Trees.delete(unfinished);
            unpack(unfinished);
            Files.move(unfinished, program);
        }
        return program;
    }

    private static void unpack(Path target) throws IOException {
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        boolean intel = System.getProperty("os.arch").matches("amd64|x86_64");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        mac ? "Darwin" : "Linux", intel ? "x86_64" : "aarch64");
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path to) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, to);
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
