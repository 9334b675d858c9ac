package org.contractethics.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.local.analysis.AsciiFolding;
import org.contractethics.local.analysis.EdgeNgram;
import org.contractethics.local.analysis.English;
import org.contractethics.local.analysis.PorterStem;
import org.contractethics.local.analysis.Stemmer;
import org.contractethics.local.analysis.SynonymGraph;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;

/** Packs the components of {@code org.contractethics.local.analysis} as a stable Elasticsearch plugin. */
final class AnalysisPlugin {

    private static final List<Class<?>> FILTERS =
            List.of(AsciiFolding.class, EdgeNgram.class, PorterStem.class, Stemmer.class, SynonymGraph.class);
    private static final List<Class<?>> ANALYZERS = List.of(English.class);

    private static final String DESCRIPTOR =
            """
            name=contract-ethics-analysis
            description=Analysis components that the small distribution leaves out
            version=1
            elasticsearch.version=%s
            java.version=17
            """;

    private AnalysisPlugin() {}

    static void installInto(Path elasticsearch) throws IOException {
        Path plugin = Files.createDirectories(elasticsearch.resolve("plugins").resolve("contract-ethics-analysis"));
        replaceIfDifferent(
                plugin, "stable-plugin-descriptor.properties", utf8(DESCRIPTOR.formatted(ElasticsearchServer.VERSION)));
        replaceIfDifferent(plugin, "named_components.json", utf8(namedComponents()));
        replaceIfDifferent(plugin, "analysis.jar", jar());
    }

    /** A server that runs has the old file open: it is replaced, never overwritten. */
    private static void replaceIfDifferent(Path folder, String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        Path unfinished = Files.createTempFile(folder.resolve("../..").normalize(), name, ".unfinished");
        Files.write(unfinished, content);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-r--r--"));
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What Elasticsearch's own build plugin would write: interface, then name, then class. */
    private static String namedComponents() {
        return "{%s,%s}"
                .formatted(section(TokenFilterFactory.class, FILTERS), section(AnalyzerFactory.class, ANALYZERS));
    }

    private static String section(Class<?> face, List<Class<?>> components) {
        return components.stream()
                .map(c -> "\"%s\":\"%s\""
                        .formatted(c.getAnnotation(NamedComponent.class).value(), c.getName()))
                .collect(Collectors.joining(",", "\"" + face.getName() + "\":{", "}"));
    }

    private static byte[] jar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : classes().entrySet()) {
                JarEntry file = new JarEntry(entry.getKey());
                // a fixed time makes equal classes an equal jar
                file.setLastModifiedTime(FileTime.fromMillis(0));
                jar.putNextEntry(file);
                jar.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> classes() throws IOException {
        String folder = AsciiFolding.class.getPackageName().replace('.', '/');
        Path compiled = Path.of(AsciiFolding.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.list(compiled.resolve(folder))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (name.endsWith(".class") && !name.equals("package-info.class") && !name.contains("test")) {
                    classes.put(folder + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            }
        }
        return classes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
