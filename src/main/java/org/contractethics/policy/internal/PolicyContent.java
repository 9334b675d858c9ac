package org.contractethics.policy.internal;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.policy.TableNames;

/**
 * The files one version consists of: decision tables, catalogues, the text and lists. Line ends are those of Unix. Versions of earlier
 * releases have no lists; theirs are the first that were recorded.
 */
public final class PolicyContent {

    static final List<String> TABLES = TableNames.ALL;
    static final String CAPABILITIES = "capabilities.csv";
    static final String RIGHTS = "rights.csv";
    static final String SAFEGUARDS = "safeguards.csv";
    static final String TEXT = "policy.md";
    static final String AGENCIES = "agencies.csv";
    static final String RED_FLAG_FACTS = "red-flag-facts.csv";
    static final List<String> LISTS = List.of(AGENCIES, RED_FLAG_FACTS);

    /** Every file by name, in the order in which they are hashed. */
    static final List<String> NAMES = Stream.of(
                    TABLES.stream().map(PolicyContent::fileOf),
                    Stream.of(CAPABILITIES, RIGHTS, SAFEGUARDS, TEXT),
                    LISTS.stream())
            .flatMap(names -> names)
            .toList();

    private static final Set<String> WITHOUT_LISTS =
            NAMES.stream().filter(name -> !LISTS.contains(name)).collect(Collectors.toUnmodifiableSet());

    private final Map<String, String> files;

    /** @param files text of the file by its name; each of {@link #NAMES} and no other, or all of them but the lists */
    PolicyContent(Map<String, String> files) {
        if (!files.keySet().equals(Set.copyOf(NAMES)) && !files.keySet().equals(WITHOUT_LISTS)) {
            throw new IllegalArgumentException("a policy consists of " + NAMES + ", not of " + files.keySet());
        }
        Map<String, String> ordered = new LinkedHashMap<>();
        NAMES.stream()
                .filter(files::containsKey)
                .forEach(name -> ordered.put(name, unixLines(files.getOrDefault(name, ""))));
        this.files = ordered;
    }

    /** The same with some files exchanged. */
    PolicyContent with(Map<String, String> changed) {
        Map<String, String> all = new LinkedHashMap<>(files);
        all.putAll(changed);
        return new PolicyContent(all);
    }

    /** Whether it holds lists of its own. */
    public boolean hasLists() {
        return files.containsKey(AGENCIES);
    }

    /** The same with the lists of another where it has none of its own. */
    PolicyContent withLists(PolicyContent other) {
        return hasLists() ? this : with(LISTS.stream().collect(Collectors.toMap(name -> name, other::text)));
    }

    /** What of it differs from another: names of tables, catalogues by {@code -catalogue}, lists by {@code -list}, and {@code text}. */
    List<String> changedFrom(PolicyContent other) {
        return NAMES.stream()
                .filter(name -> !text(name).equals(other.text(name)))
                .map(PolicyContent::part)
                .toList();
    }

    private static String part(String name) {
        String stem = name.substring(0, name.indexOf('.'));
        if (name.equals(TEXT)) {
            return "text";
        }
        return LISTS.contains(name) ? stem + "-list" : name.endsWith(".csv") ? stem + "-catalogue" : stem;
    }

    String hash() {
        return ContentHash.of(files);
    }

    /** Every file by name, in the order in which they are hashed. */
    Map<String, String> files() {
        return files;
    }

    /** The DMN files by id of their table, in the order in which they are applied. */
    Map<String, byte[]> tables() {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        TABLES.forEach(table -> tables.put(table, text(fileOf(table)).getBytes(StandardCharsets.UTF_8)));
        return tables;
    }

    List<Map<String, String>> catalogue(String name) {
        return CsvFile.read(text(name).getBytes(StandardCharsets.UTF_8));
    }

    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    public Optional<String> file(String name) {
        return Optional.ofNullable(files.get(name));
    }

    /** What the policy says, in words. */
    public String text() {
        return text(TEXT);
    }

    private String text(String name) {
        return files.getOrDefault(name, "");
    }

    static String fileOf(String table) {
        return table + ".dmn";
    }

    /** A checkout with other line ends is still the same policy. */
    private static String unixLines(String text) {
        return text.replace("\r\n", "\n");
    }
}
