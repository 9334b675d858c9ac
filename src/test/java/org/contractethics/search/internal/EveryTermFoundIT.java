package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A term finds every clause that holds it, whatever signs stand in and around it; {@link TermRecallIT} asks the same of whole contracts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryTermFoundIT {

    private final Map<String, String> texts = new LinkedHashMap<>();
    private ScratchIndex index;

    @SuppressWarnings("NullAway.Init") // filled before the first test
    EveryTermFoundIT() {}

    @BeforeAll
    void index_the_clauses() throws IOException {
        var documents = new ArrayList<ClauseDocument>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/search/term-clauses.txt"))) {
            if (!line.startsWith("#")) {
                ClauseDocument document = PackDocuments.of("term-" + documents.size(), 0, "", "", line);
                documents.add(document);
                texts.put(document.id(), line);
            }
        }
        index = new ScratchIndex(documents);
    }

    @AfterAll
    void drop_the_index() throws IOException {
        index.close();
    }

    @Test
    void each_word_and_each_run_of_words_finds_every_clause_that_holds_it() throws IOException {
        var places = new TermPlaces(texts, index);

        assertThat(places.missed("one word", runs(1))).isEmpty();
        assertThat(places.missed("two words", runs(2))).isEmpty();
        assertThat(places.missed("three words", runs(3))).isEmpty();
    }

    @Test
    void a_term_that_no_clause_holds_finds_none() throws IOException {
        assertThat(index.scores(index.product("\"polygraph\""))).isEmpty();
        assertThat(index.scores(index.product("\"written thirty\""))).isEmpty();
    }

    /** As somebody types them: a quotation mark would end the term. */
    private Set<String> runs(int length) {
        var runs = new TreeSet<String>();
        for (String text : texts.values()) {
            List<String> words = List.of(text.split("[\\s\"“”]+", -1));
            for (int i = 0; i + length <= words.size(); i++) {
                String run = String.join(" ", words.subList(i, i + length))
                        .replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
                // a sign alone, such as a fraction, is no word to search for
                if (run.matches(".*[\\p{L}\\p{Nd}].*") && run.split(" ", -1).length == length) {
                    runs.add(run);
                }
            }
        }
        return runs;
    }
}
