package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever types words of a clause one after the other finds it first, also where they lead to a concept with clauses of its own. */
class WordsAsTypedIT {

    private static final List<String> CLAUSES = List.of(
            "Permitted use. The Agency may use the system for the permitted purposes and shall not use it for a prohibited use;"
                    + " the acceptable use policy applies and the use restrictions hold.",
            "Any purpose that is lawful may be named in an order.",
            "The Agency may use the Services for any lawful purpose, including the location of persons.",
            "The Supplier keeps books.");

    @Test
    void the_clause_with_these_words_comes_first() throws IOException {
        assertThat(first("any lawful purpose")).isEqualTo("2");
        assertThat(first("location of persons")).isEqualTo("2");
    }

    @Test
    void the_name_of_a_concept_leads_to_its_clauses_and_not_to_whoever_says_the_name() throws IOException {
        assertThat(first("end use restriction")).isEqualTo("0");
    }

    private static String first(String words) throws IOException {
        try (ScratchIndex index = new ScratchIndex(IntStream.range(0, CLAUSES.size())
                .mapToObj(WordsAsTypedIT::clause)
                .toList())) {
            Map<String, Double> scores = index.scores(index.product(words));
            return scores.keySet().stream()
                    .findFirst()
                    .map(id -> id.substring(id.lastIndexOf('-') + 1))
                    .orElse("");
        }
    }

    private static ClauseDocument clause(int ordinal) {
        return ClauseFixtures.clause(ordinal, CLAUSES.get(ordinal), 1);
    }
}
