package org.contractethics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** What the README says of modules and settings is what the code does. */
class DocumentationTests {

    private static final Pattern MODULE_LINE = Pattern.compile("(?m)^\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|$");
    private static final Pattern DEPENDENCIES = Pattern.compile("allowedDependencies = \\{([^}]*)}");
    private static final Pattern SETTING = Pattern.compile("contract-ethics\\.[a-z0-9]+(?:[.-][a-z0-9]+)+");
    private static final Pattern SETTING_LINE = Pattern.compile("(?m)^\\| `(contract-ethics\\.[a-z0-9.-]+)` \\|");
    private static final Pattern VARIABLE = Pattern.compile("CONTRACT_ETHICS_[A-Z_]+");
    private static final Pattern JAR_NAME = Pattern.compile("<finalName>([a-z-]+)</finalName>");
    private static final Pattern DELETED = Pattern.compile("(?i)(?:delete from|update) ([a-z_]+\\.[a-z_]+)");
    private static final Path README = Path.of("README.md");

    @Test
    void readme_lists_every_module_with_its_arrows() throws IOException {
        Map<String, Set<String>> told = new TreeMap<>();
        Matcher line = MODULE_LINE.matcher(Files.readString(README));
        while (line.find()) {
            told.put(
                    line.group(1),
                    Pattern.compile("`([a-z]+)`")
                            .matcher(line.group(2))
                            .results()
                            .map(name -> name.group(1))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        assertThat(told).isEqualTo(declaredArrows());
    }

    /** Rows that are gone from a table stay in its files until it is written anew. */
    @Test
    void whatever_is_deleted_with_a_person_is_written_anew_by_the_steps_after_an_erasure() throws IOException {
        String steps = Files.readString(Path.of("src/docs/operations/record.md"));

        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Set<String> emptied = sources.filter(file -> file.toString().endsWith(".java"))
                    .map(DocumentationTests::read)
                    .filter(source -> source.contains("implements KeptForPerson"))
                    .flatMap(source -> DELETED.matcher(source).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(emptied).hasSizeGreaterThan(6);
            assertThat(emptied).allSatisfy(table -> assertThat(steps).contains("vacuum full " + table + ";"));
        }
    }

    @Test
    void readme_lists_every_setting_of_our_own() throws IOException {
        Set<String> told = SETTING_LINE
                .matcher(Files.readString(README))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> used = new TreeSet<>(settingsNamedInCode());
        used.addAll(settingsOfRecords());
        assertThat(told).isEqualTo(used);
    }

    @Test
    void readme_names_no_variable_that_the_production_settings_do_not_read() throws IOException {
        Set<String> read = variables(Path.of("config/application-production.yml"));

        assertThat(variables(README)).isNotEmpty().isSubsetOf(read);
    }

    @Test
    void readme_names_the_jar_that_the_build_makes() throws IOException {
        Matcher name = JAR_NAME.matcher(Files.readString(Path.of("pom.xml")));

        assertThat(name.find()).isTrue();
        assertThat(README).content().contains("java -jar " + name.group(1) + ".jar");
    }

    private static Map<String, Set<String>> declaredArrows() throws IOException {
        Map<String, Set<String>> arrows = new TreeMap<>();
        try (Stream<Path> modules = Files.list(Path.of("src/main/java/org/contractethics"))) {
            modules.filter(Files::isDirectory).forEach(directory -> {
                String name = directory.getFileName().toString();
                arrows.put(name, dependenciesOf(name));
            });
        }
        return arrows;
    }

    /** Read from the source: the packages of the tests have descriptions of their own that hide the compiled ones. */
    private static Set<String> dependenciesOf(String module) {
        String declared = read(Path.of("src/main/java/org/contractethics", module, "package-info.java"));
        Matcher dependencies = DEPENDENCIES.matcher(declared);
        if (!dependencies.find()) {
            throw new IllegalStateException("module that declares no dependencies: " + module);
        }
        return Pattern.compile("\"([a-z]+)\"")
                .matcher(dependencies.group(1))
                .results()
                .map(name -> name.group(1))
                .filter(name -> !name.equals("shared"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Spring fills these records by the names of their parts, so the whole name stands nowhere in the code. */
    private static Set<String> settingsOfRecords() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Set<String> settings = new TreeSet<>();
        for (BeanDefinition found : scan.findCandidateComponents("org.contractethics")) {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
            String prefix = type.getAnnotation(ConfigurationProperties.class).value();
            settings.addAll(settingsOf(type, prefix));
        }
        return settings;
    }

    private static Set<String> settingsOf(Class<?> type, String prefix) {
        Set<String> settings = new TreeSet<>();
        for (RecordComponent part : type.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(part.getName());
            if (part.getType().isRecord()) {
                settings.addAll(settingsOf(part.getType(), name));
            } else {
                settings.add(name);
            }
        }
        return settings;
    }

    private static Set<String> variables(Path file) throws IOException {
        return VARIABLE.matcher(Files.readString(file))
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> settingsNamedInCode() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .map(DocumentationTests::read)
                    .flatMap(text -> SETTING.matcher(text).results().map(match -> match.group()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
