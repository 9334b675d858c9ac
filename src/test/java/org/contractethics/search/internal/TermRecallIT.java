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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private TermPlaces places() {
        var texts = new LinkedHashMap<String, String>();
        clauses.forEach((id, clause) -> texts.put(id, clause.clause().text()));
        return new TermPlaces(texts, index);
    }

    @Test
    void the_labelled_terms_find_every_clause_that_holds_them() throws IOException {
        assertThat(places().missed("labelled terms", labelled())).isEmpty();
    }

    @Test
    void words_and_phrases_out_of_the_contracts_find_every_clause_that_holds_them() throws IOException {
        assertThat(places().missed("one word", sampled(1))).isEmpty();
        assertThat(places().missed("two words", sampled(2))).isEmpty();
        assertThat(places().missed("three words", sampled(3))).isEmpty();
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
