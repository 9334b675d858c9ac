package org.contractethics.document.isolation;

import java.io.FileDescriptor;
import java.nio.file.Path;
import java.security.Permission;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.stream.Stream;

/**
 * Confines this process to the files it was given: reads nothing but them, its own program and fonts, writes nothing but its
 * folders, starts nothing but the text recognition, opens no connection. Java 17 to 23 have the switch for it; without it this
 * class is not used.
 */
@SuppressWarnings("removal") // where a newer Java has no such guard, the limits of the operating system remain
final class FileGuard extends SecurityManager {

    private static final Set<String> CHANGES_OF_THE_GUARD = Set.of("setSecurityManager", "setIO");

    /** Files of the system that Java and PDFBox look into: random numbers, processors, fonts, time zones. */
    private static final List<String> SYSTEM = List.of(
            "/dev/null",
            "/dev/random",
            "/dev/urandom",
            "/proc/self",
            "/proc/cpuinfo",
            "/sys/fs/cgroup",
            "/usr/share/fonts",
            "/usr/local/share/fonts",
            "/usr/share/X11/fonts",
            "/usr/X11R6/lib/X11/fonts",
            "/etc/fonts",
            "/etc/localtime",
            "/usr/share/zoneinfo");

    private final Set<Path> readable = new CopyOnWriteArraySet<>();
    private final Set<Path> writable = new CopyOnWriteArraySet<>();
    private final Set<String> programs = new CopyOnWriteArraySet<>();

    FileGuard(Stream<Path> program, Path own) {
        program.forEach(this::mayRead);
        SYSTEM.forEach(path -> mayRead(Path.of(path)));
        mayWrite(own);
        mayWrite(Path.of("/dev/null"));
    }

    static boolean possible() {
        return Runtime.version().feature() < 24;
    }

    void install() {
        System.setSecurityManager(this);
    }

    void mayRead(Path path) {
        readable.add(path.toAbsolutePath().normalize());
    }

    void mayWrite(Path path) {
        mayRead(path);
        writable.add(path.toAbsolutePath().normalize());
    }

    void mayStart(Path program) {
        programs.add(program.toString());
        mayRead(program);
    }

    void forget(Path path) {
        readable.remove(path.toAbsolutePath().normalize());
        writable.remove(path.toAbsolutePath().normalize());
    }

    @Override
    public void checkPermission(Permission permission) {
        if (permission instanceof RuntimePermission && CHANGES_OF_THE_GUARD.contains(permission.getName())) {
            throw refused(permission.getName());
        }
    }

    @Override
    public void checkPermission(Permission permission, Object context) {
        checkPermission(permission);
    }

    @Override
    public void checkRead(FileDescriptor open) {}

    @Override
    public void checkRead(String file) {
        demand(readable, file);
    }

    @Override
    public void checkRead(String file, Object context) {
        checkRead(file);
    }

    @Override
    public void checkWrite(FileDescriptor open) {}

    @Override
    public void checkWrite(String file) {
        demand(writable, file);
    }

    @Override
    public void checkDelete(String file) {
        demand(writable, file);
    }

    @Override
    public void checkExec(String command) {
        if (!programs.contains(command)) {
            throw refused(command);
        }
    }

    @Override
    public void checkLink(String library) {
        // by name: from java.home; by path: only from there, too
        if (library.indexOf('/') >= 0) {
            demand(readable, library);
        }
    }

    @Override
    public void checkConnect(String host, int port) {
        throw refused("network");
    }

    @Override
    public void checkConnect(String host, int port, Object context) {
        throw refused("network");
    }

    @Override
    public void checkListen(int port) {
        throw refused("network");
    }

    @Override
    public void checkAccept(String host, int port) {
        throw refused("network");
    }

    private static void demand(Set<Path> allowed, String file) {
        Path path = Path.of(file).toAbsolutePath().normalize();
        for (Path parent = path; parent != null; parent = parent.getParent()) {
            if (allowed.contains(parent)) {
                return;
            }
        }
        throw refused("file");
    }

    private static SecurityException refused(String what) {
        return new SecurityException("not for a process that reads files: " + what);
    }
}
