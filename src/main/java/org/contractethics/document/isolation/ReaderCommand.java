package org.contractethics.document.isolation;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command that starts a reading process from the same program: by its class path, or through Boot's launcher where it runs
 * from the one jar.
 *
 * @param main class to start
 */
record ReaderCommand(String main, String memory) {

    /** Folder in which PDFBox remembers the fonts of this machine, for all processes. */
    static final String FONTS = "pdfbox.fontcache";

    private static final String CLASS_PATH = "reading.class.path";
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    /** What a reading process needs of the environment; nothing else of it gets there, and so no secret. */
    private static final Map<String, String> ENVIRONMENT = Map.of("LANG", "C.UTF-8", "OMP_THREAD_LIMIT", "1");

    private static final List<String> PASSED_ON = List.of("TESSDATA_PREFIX");

    /** @param own working directory of the new process, the only place for its temporary files */
    Process start(Path own, Path fonts) throws IOException {
        List<String> command = new ArrayList<>(NetworkNamespace.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(own, fonts));
        command.addAll(program());
        ProcessBuilder builder = new ProcessBuilder(command).directory(own.toFile());
        Map<String, String> inherited = Map.copyOf(builder.environment());
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        PASSED_ON.stream().filter(inherited::containsKey).forEach(name -> builder.environment()
                .put(name, inherited.getOrDefault(name, "")));
        // what parsers complain of quotes what they read
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private List<String> options(Path own, Path fonts) {
        List<String> options = new ArrayList<>(List.of(
                "-Xmx" + memory,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr", // what the machine says at its end is no answer either
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + own.resolve("error.log"),
                // numbers and times of a file read alike on every machine
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + own,
                "-Duser.home=" + own,
                "-D" + FONTS + "=" + fonts,
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider"));
        if (FileGuard.possible()) {
            options.add("-Djava.security.manager=allow");
        }
        return options;
    }

    private List<String> program() {
        String path = String.join(File.pathSeparator, classPath());
        List<String> program = new ArrayList<>(List.of("-D" + CLASS_PATH + "=" + path, "-cp", path));
        if (packed()) {
            program.add("-Dloader.main=" + main);
            program.add(LAUNCHER);
        } else {
            program.add(main);
        }
        return program;
    }

    /** Whether this program runs from the one jar: only there are Boot's loader classes on the class path. */
    private static boolean packed() {
        String launcher = LAUNCHER.replace('.', '/') + ".class";
        return ClassLoader.getSystemClassLoader().getResource(launcher) != null;
    }

    /** The files this program was loaded from. Test runners load it by a class loader of their own, which says where from. */
    static Set<String> classPath() {
        String given = System.getProperty(CLASS_PATH);
        if (given != null) {
            return new LinkedHashSet<>(Arrays.asList(given.split(File.pathSeparator, -1)));
        }
        Set<String> path = new LinkedHashSet<>();
        for (ClassLoader loader = ReaderCommand.class.getClassLoader();
                loader != null && !packed();
                loader = loader.getParent()) {
            if (loader instanceof URLClassLoader urls) {
                Arrays.stream(urls.getURLs()).forEach(url -> addFile(path, url));
            }
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            path.add(Path.of(entry).toAbsolutePath().toString());
        }
        return path;
    }

    private static void addFile(Set<String> path, URL url) {
        try {
            if (url.getProtocol().equals("file") && Files.exists(Path.of(url.toURI()))) {
                path.add(Path.of(url.toURI()).toString());
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
