package org.contractethics.screening.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.contractethics.contract.internal.CsvReader;
import org.contractethics.screening.internal.lists.EntryKind;
import org.contractethics.screening.internal.lists.ListEntry;
import org.contractethics.screening.internal.lists.ListFormat;
import org.contractethics.screening.internal.lists.ListReaders;
import org.contractethics.screening.internal.lists.ListedName;
import org.contractethics.screening.internal.lists.MalformedList;
import org.contractethics.screening.internal.lists.NameStrength;
import org.contractethics.screening.internal.lists.Territories;
import org.contractethics.screening.internal.matching.Match;
import org.contractethics.screening.internal.matching.NameIndex;
import org.contractethics.screening.internal.matching.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How good and how fast names are matched, on the lists and labelled names of a data folder ({@code -Dscreening.folder=<data
 * folder>/screening}); no list of it is part of the product. Times are of the processor, so that others on the machine do not count.
 */
@EnabledIfSystemProperty(named = "screening.folder", matches = ".+")
class ScreeningBenchmarkTests {

    private static final int MOST = 5;
    private static final double NANOS = 1e9;
    private static final int BASELINE_NAMES = 20;

    private final Path folder = Path.of(System.getProperty("screening.folder", "."));

    @Test
    void judges_pairs_of_names() throws IOException {
        int[] hits = new int[2];
        int[] passes = new int[2];
        int strong = 0;
        int strongWrong = 0;
        for (List<String> row : rows("dev/name_pairs_dev.csv")) {
            boolean same = row.get(4).equals("true");
            boolean found = !one(row.get(3), kind(row.get(1)))
                    .match(subject(row.get(2), kind(row.get(1))), 1)
                    .isEmpty();
            (found ? hits : passes)[same ? 1 : 0]++;
            strong += row.get(5).equals("STRONG") ? 1 : 0;
            strongWrong += row.get(5).equals("STRONG") && same != found ? 1 : 0;
        }
        double precision = (double) hits[1] / (hits[0] + hits[1]);
        double recall = (double) hits[1] / (hits[1] + passes[1]);
        double both = 2 * precision * recall / (precision + recall);
        say(
                "name pairs: precision %.3f, recall %.3f, F1 %.3f; sure cases wrong %d of %d%n",
                precision, recall, both, strongWrong, strong);

        assertThat(both).isGreaterThan(0.83);
    }

    @Test
    void finds_names_of_another_script() throws IOException {
        List<List<String>> rows = rows("dev/cross_script_dev.csv").stream()
                .filter(row -> row.get(0).equals("UN") && row.get(2).equals("Person"))
                .toList();
        int found = 0;
        int wrong = 0;
        int mismatched = 0;
        for (List<String> row : rows) {
            NameIndex index = one(row.get(3), EntryKind.PERSON);
            found += index.match(subject(row.get(4), EntryKind.PERSON), 1).isEmpty() ? 0 : 1;
            for (List<String> other : rows) {
                if (!other.get(3).equals(row.get(3)) && !other.get(4).equals(row.get(4))) {
                    mismatched++;
                    wrong += index.match(subject(other.get(4), EntryKind.PERSON), 1)
                                    .isEmpty()
                            ? 0
                            : 1;
                }
            }
        }
        say("other script: %d of %d found, %d of %d mismatched pairs alerted%n", found, rows.size(), wrong, mismatched);

        assertThat((double) found / rows.size()).isGreaterThan(0.9);
    }

    @Test
    void finds_the_listed_and_leaves_the_others_alone() throws IOException, MalformedList {
        long heapBefore = heap();
        long begin = cpu();
        List<ListEntry> entries = new ArrayList<>(treasury());
        List<ListEntry> nations = nations();
        entries.addAll(nations);
        NameIndex index = NameIndex.of(entries);
        say(
                "load and index: %d entries, %.1f s, heap %d MB%n",
                entries.size(), (cpu() - begin) / NANOS, (heap() - heapBefore) >> 20);

        int plain = foundInTop(index, nations, "dev/un_untreated_dev.csv");
        int treated = foundInTop(index, nations, "dev/un_treated_dev.csv");
        say("UN names in the top %d: plain %d, treated %d of 300%n", MOST, plain, treated);
        int alerts = 0;
        List<List<String>> negatives = rows("dev/negatives_global_dev.csv");
        long[] times = new long[negatives.size()];
        for (int i = 0; i < negatives.size(); i++) {
            long start = cpu();
            alerts += index.match(person(negatives.get(i)), MOST).isEmpty() ? 0 : 1;
            times[i] = cpu() - start;
        }
        double rate = negatives.size() * NANOS / Arrays.stream(times).sum();
        Arrays.sort(times);
        double baseline = baseline(entries, negatives);
        say("alerts among %d persons on no list: %d%n", negatives.size(), alerts);
        say(
                "speed: %.0f names/s, p95 %.1f ms; linear Jaro-Winkler %.1f names/s, ratio %.0f%n",
                rate, times[times.length * 95 / 100] / 1e6, baseline, rate / baseline);

        assertThat(treated).isGreaterThan(290);
    }

    /** Every listed name beside every name asked for: the simplest that would find anything. */
    private static double baseline(List<ListEntry> entries, List<List<String>> asked) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        List<String> names = entries.stream()
                .flatMap(entry -> entry.names().stream())
                .map(name -> name.text().toLowerCase(Locale.ROOT))
                .toList();
        long begin = cpu();
        double best = 0;
        for (List<String> row : asked.subList(0, BASELINE_NAMES)) {
            for (String name : names) {
                best = Math.max(best, similarity.apply(row.get(0).toLowerCase(Locale.ROOT), name));
            }
        }
        assertThat(best).isPositive();
        return BASELINE_NAMES * NANOS / (cpu() - begin);
    }

    /** Rows stand beside those of the plain file, whose names are the listed ones. */
    private int foundInTop(NameIndex index, List<ListEntry> listed, String file) throws IOException {
        Map<String, Set<String>> ids = new HashMap<>();
        listed.forEach(
                entry -> entry.names().forEach(name -> ids.computeIfAbsent(plain(name.text()), none -> new HashSet<>())
                        .add(entry.id())));
        List<List<String>> names = rows("dev/un_untreated_dev.csv");
        List<List<String>> asked = rows(file);
        int found = 0;
        for (int i = 0; i < asked.size(); i++) {
            Set<String> wanted = ids.getOrDefault(plain(names.get(i).get(0)), Set.of());
            List<Match> matches = index.match(person(asked.get(i)), MOST);
            found += matches.stream()
                            .anyMatch(match -> wanted.contains(match.entry().id()))
                    ? 1
                    : 0;
        }
        return found;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static Subject person(List<String> row) {
        Set<String> countries = Territories.code(row.get(7)).map(Set::of).orElse(Set.of());
        return new Subject(
                row.get(0),
                EntryKind.PERSON,
                countries,
                Set.of(),
                row.get(5).isEmpty() ? Set.of() : Set.of(row.get(5)));
    }

    private List<ListEntry> treasury() throws IOException, MalformedList {
        Map<String, byte[]> files = new HashMap<>();
        for (String file : ListFormat.OFAC.fileSets().get(0)) {
            files.put(file, Files.readAllBytes(folder.resolve("lists/ofac_2021").resolve(file)));
        }
        return ListReaders.read(ListFormat.OFAC, files).entries();
    }

    private List<ListEntry> nations() throws IOException, MalformedList {
        byte[] bytes = Files.readAllBytes(folder.resolve("lists/un_2026/consolidated.xml"));
        return ListReaders.read(ListFormat.UN_XML, Map.of("consolidated.xml", bytes))
                .entries();
    }

    private List<List<String>> rows(String file) throws IOException {
        CsvReader reader = new CsvReader(Files.readString(folder.resolve(file)), ',');
        List<List<String>> rows = new ArrayList<>();
        for (Optional<CsvReader.Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            rows.add(row.get().fields());
        }
        return rows.subList(1, rows.size());
    }

    private static EntryKind kind(String schema) {
        return switch (schema) {
            case "Person" -> EntryKind.PERSON;
            case "Vessel" -> EntryKind.VESSEL;
            case "LegalEntity" -> EntryKind.UNKNOWN;
            default -> EntryKind.BODY;
        };
    }

    private static NameIndex one(String name, EntryKind kind) {
        return NameIndex.of(List.of(new ListEntry(
                "1",
                kind,
                List.of(new ListedName(name, NameStrength.STRONG)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "")));
    }

    private static Subject subject(String name, EntryKind kind) {
        return new Subject(name, kind, Set.of(), Set.of(), Set.of());
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
