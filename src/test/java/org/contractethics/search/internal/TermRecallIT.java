package org.contractethics.search.internal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.search.internal.PackContracts.PackClause;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whether a word or a phrase finds every clause that holds it, over the contracts of the data folder. Only on demand: {@code
 * -Dranking.documents=<data folder>}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfSystemProperty(named = "ranking.documents", matches = ".+")
class TermRecallIT {

    private static final int SAMPLE = 300;

    /** As many hits as the cluster shows; a term that stands in more clauses says nothing of recall here. */
    private static final int WINDOW = 10_000;

    private static final String BEFORE = "(?<![\\p{L}\\p{N}_]|[\\p{L}\\p{N}][.'\u2019:,])";
    private static final String BEHIND = "(?![\\p{L}\\p{N}_]|[.'\u2019:,][\\p{L}\\p{N}])";

    private final Path folder = Path.of(System.getProperty("ranking.documents", "."));
    private final Map<String, PackClause> clauses = new LinkedHashMap<>();
    private ScratchIndex index;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    TermRecallIT() {}

    @BeforeAll
    void index_the_contracts() throws Exception {
        for (PackClause clause : new PackContracts().read(folder)) {
            clauses.put(PackDocuments.of(clause).id(), clause);
        }
        index = new ScratchIndex(
                clauses.values().stream().map(PackDocuments::of).toList());
    }

    @AfterAll
    void drop_the_index() throws IOException {
        index.close();
    }

    @Test
    void the_labelled_terms_find_every_clause_that_holds_them() throws IOException {
        assertThat(missed("labelled terms", labelled())).isEmpty();
    }

    @Test
    void words_and_phrases_out_of_the_contracts_find_every_clause_that_holds_them() throws IOException {
        assertThat(missed("one word", sampled(1))).isEmpty();
        assertThat(missed("two words", sampled(2))).isEmpty();
        assertThat(missed("three words", sampled(3))).isEmpty();
    }

    private Set<String> missed(String title, Set<String> terms) throws IOException {
        var missed = new TreeSet<String>();
        int places = 0;
        for (String term : terms) {
            Set<String> holding = holding(term);
            Set<String> found = index.scores(index.product("\"" + term + "\"")).keySet();
            places += holding.size();
            holding.stream()
                    .filter(id -> found.size() < WINDOW && !found.contains(id))
                    .forEach(id -> missed.add(term + " in " + id));
        }
        System.out.printf("%s: %d terms in %d clauses, missed %d%n", title, terms.size(), places, missed.size());
        return missed;
    }

    /**
     * Read from the clauses alone, knowing nothing of how the index takes words apart. A dot or an apostrophe between letters or digits
     * ends no word: "52" is no word of "52.222", nor "com" of "example.com".
     */
    private Set<String> holding(String term) {
        String words = Stream.of(term.split(" ", -1)).map(Pattern::quote).collect(Collectors.joining("\\s+"));
        Pattern pattern = Pattern.compile(BEFORE + words + BEHIND, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return clauses.entrySet().stream()
                .filter(clause ->
                        pattern.matcher(clause.getValue().clause().text()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The terms of {@code term_hits.tsv}, out to the ends of their words. */
    private Set<String> labelled() throws IOException {
        var terms = new LinkedHashSet<String>();
        for (String[] row : PackLabels.rows(folder.resolve("cuad/term_hits.tsv"))) {
            String text = text(row[1]);
            int start = Integer.parseInt(row[2]);
            int end = Integer.parseInt(row[3]);
            while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
                start--;
            }
            while (end + 1 < text.length()
                    && (Character.isLetterOrDigit(text.charAt(end))
                            || (".-".indexOf(text.charAt(end)) >= 0 && Character.isDigit(text.charAt(end + 1))))) {
                end++;
            }
            terms.add(text.substring(start, end).strip().replaceAll("\\s+", " "));
        }
        return terms;
    }

    private String text(String contract) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cuad/txt"))) {
            Path file = files.filter(path ->
                            requireNonNull(path.getFileName()).toString().startsWith(contract + "_"))
                    .findFirst()
                    .orElseThrow();
            return Files.readString(file);
        }
    }

    /** The same ones each time. */
    private Set<String> sampled(int words) {
        var chance = new Random(words);
        Pattern run = Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}{2,}(?: \\p{L}{2,}){" + (words - 1) + "}");
        List<PackClause> all = List.copyOf(clauses.values());
        var terms = new LinkedHashSet<String>();
        while (terms.size() < SAMPLE) {
            String text = all.get(chance.nextInt(all.size())).clause().text();
            Matcher matcher = run.matcher(text);
            if (matcher.find(chance.nextInt(Math.max(1, text.length())))) {
                terms.add(matcher.group());
            }
        }
        return terms;
    }
}
