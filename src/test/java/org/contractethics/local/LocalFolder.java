package org.contractethics.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the servers' programs, data and logs lie: {@code .local} of the checkout. PostgreSQL and Elasticsearch refuse to run as root;
 * started by root they run as nobody, and where nobody may not enter the checkout their folder is one below {@code /var/tmp}.
 */
final class LocalFolder {

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private final Path root;
    private final Path open;
    private final boolean asNobody;

    private LocalFolder(Path root, Path open, boolean asNobody) {
        this.root = root;
        this.open = open;
        this.asNobody = asNobody;
    }

    static LocalFolder at(Path root) throws IOException {
        Path absolute = root.toAbsolutePath().normalize();
        Files.createDirectories(absolute);
        boolean asNobody = startedByRoot();
        if (!asNobody) {
            return new LocalFolder(absolute, absolute, false);
        }
        demandForNobody();
        return new LocalFolder(absolute, passable(absolute) ? absolute : besideHome(absolute), true);
    }

    /** Asked of the system: Java knows a number only for users that have a name, which those of a container often lack. */
    private static boolean startedByRoot() throws IOException {
        Process id = new ProcessBuilder("id", "-u").start();
        return new String(id.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .equals("0");
    }

    private static void demandForNobody() throws IOException {
        if (!Files.isExecutable(SETPRIV)) {
            throw new IllegalStateException("Started as root, the servers need " + SETPRIV
                    + " (package util-linux) to run as nobody; install it or start as an ordinary user.");
        }
        Path java = Path.of(System.getProperty("java.home")).toRealPath();
        if (!passable(java)) {
            throw new IllegalStateException(
                    "Started as root, Elasticsearch runs as nobody, and nobody may not read the Java in " + java
                            + "; open that folder, use another Java or start as an ordinary user.");
        }
    }

    /** Mode 755 and ours, or refused: others may write to /var/tmp and could have laid a folder of that name there. */
    private static Path besideHome(Path root) throws IOException {
        Path folder = Path.of("/var/tmp/contract-ethics-"
                + Hashes.sha256(root.toString().getBytes(StandardCharsets.UTF_8))
                        .substring(0, 12));
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        boolean ours = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).getName().equals("root");
        if (!ours) {
            throw new IllegalStateException(folder + " belongs to somebody else; remove it and start again.");
        }
        return folder;
    }

    private static boolean passable(Path folder) throws IOException {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    Path root() {
        return root;
    }

    /** A program that Maven unpacked. */
    Path program(String name) {
        Path program = root.resolve("dist").resolve(name);
        if (!Files.isDirectory(program)) {
            throw new IllegalStateException(program + " is missing; `mvn generate-test-resources` unpacks it.");
        }
        return program;
    }

    /** The same, where an unprivileged server can read it. */
    Path openProgram(String name) throws IOException {
        Path program = program(name);
        if (open.equals(root)) {
            return program;
        }
        Path copy = open.resolve(name);
        if (!Files.isDirectory(copy)) {
            Path unfinished = open.resolve(name + ".unfinished");
            Trees.delete(unfinished);
            Trees.copy(program, unfinished);
            Files.move(unfinished, copy);
        }
        return copy;
    }

    /** Where an unprivileged server keeps its state. */
    Path state(String server) throws IOException {
        return Files.createDirectories(open.resolve(server));
    }

    Path log(String server) {
        return root.resolve("log").resolve(server + ".log");
    }

    /** The command as an ordinary user: unchanged, or as nobody when we are root. */
    List<String> unprivileged(List<String> command) {
        if (!asNobody) {
            return command;
        }
        List<String> whole =
                new ArrayList<>(List.of(SETPRIV.toString(), "--reuid=nobody", "--regid=65534", "--clear-groups", "--"));
        whole.addAll(command);
        return whole;
    }

    /** Gives a folder and all in it to the user that {@link #unprivileged} commands run as. */
    void handOver(Path tree) throws IOException {
        if (asNobody) {
            Trees.own(tree, "nobody");
        }
    }

    /** Forgets everything but the unpacked programs. */
    void reset() throws IOException {
        for (String state : List.of("postgresql", "elasticsearch")) {
            Trees.delete(open.resolve(state));
        }
        Trees.delete(root.resolve("mail"));
        Trees.delete(root.resolve(LocalWitness.FOLDER));
        Trees.delete(program(KeycloakServer.PROGRAM).resolve("data"));
    }
}
