package org.contractethics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands behind the figures name what there is, and what they start is started by every build as well. */
class MeasurementsTests {

    private static final Path MEASUREMENTS = Path.of("src/docs/measurements.md");
    private static final Pattern TEST_CLASS = Pattern.compile("\\b[A-Z]\\w+(?:Benchmark|IT|Tests)\\b");
    private static final Pattern ARGUMENT = Pattern.compile("(?<![A-Za-z])-D([a-z][\\w.-]*)");
    private static final Pattern PROFILES = Pattern.compile("mvn (?:-B )?-P([a-z,]+)");
    private static final Pattern ON_DEMAND = Pattern.compile("(?m)^@EnabledIfSystemProperty");

    /** What Maven and its plugins read, and a library. */
    private static final Set<String> OF_OTHERS =
            Set.of("argLine", "test", "it.test", "surefire.failIfNoSpecifiedTests", "slf4j.provider");

    /** They need folders of data, minutes to start or a right to mount; what they stand on is tried by tests of the build. */
    private static final Set<String> ONLY_ON_DEMAND = Set.of(
            "AcordBenchmarkIT",
            "EmbeddingsBenchmarkIT",
            "RankingBenchmarkIT",
            "FullTablespaceBenchmark",
            "KilledFilingBenchmark",
            "SlowSendersBenchmark");

    @Test
    void every_test_that_is_named_is_there() throws IOException {
        assertThat(named(TEST_CLASS)).isNotEmpty().isSubsetOf(namesOf(sources("src/test/java")));
    }

    @Test
    void every_argument_that_is_named_is_read() throws IOException {
        String code = Stream.of("src/test/java", "src/main/java")
                .flatMap(folder -> sources(folder).stream())
                .map(MeasurementsTests::read)
                .collect(Collectors.joining());
        Set<String> arguments = named(ARGUMENT);
        arguments.removeAll(OF_OTHERS);

        assertThat(arguments).isNotEmpty().allMatch(argument -> code.contains('"' + argument + '"'));
    }

    @Test
    void every_profile_that_is_named_is_there() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(named(PROFILES))
                .isNotEmpty()
                .flatMap(profiles -> List.of(profiles.split(",", -1)))
                .allMatch(profile -> pom.contains("<id>" + profile + "</id>"));
    }

    @Test
    void every_benchmark_has_its_figures() throws IOException {
        assertThat(named(TEST_CLASS)).containsAll(benchmarks());
    }

    @Test
    void every_benchmark_that_costs_little_runs_in_every_build() {
        Set<String> tests = namesOf(sources("src/test/java"));

        assertThat(benchmarks()).filteredOn(name -> !runs(name, tests)).hasSameElementsAs(ONLY_ON_DEMAND);
    }

    /** Itself, or of the smallest size in a class of its own. */
    private static boolean runs(String benchmark, Set<String> tests) {
        return benchmark.endsWith("IT")
                ? !ON_DEMAND.matcher(read(source(benchmark))).find()
                : tests.contains(benchmark + "IT") || tests.contains(benchmark + "Tests");
    }

    /** Without the small runs of others. */
    private static Set<String> benchmarks() {
        Set<String> tests = namesOf(sources("src/test/java"));
        return tests.stream()
                .filter(name -> name.endsWith("Benchmark") || name.endsWith("BenchmarkIT"))
                .filter(name -> !name.endsWith("IT") || !tests.contains(name.substring(0, name.length() - 2)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(MEASUREMENTS))
                .results()
                .map(match -> match.group(match.groupCount()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> namesOf(List<Path> sources) {
        return sources.stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path source(String name) {
        return sources("src/test/java").stream()
                .filter(file -> file.endsWith(name + ".java"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> sources(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
