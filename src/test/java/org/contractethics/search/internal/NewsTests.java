package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How much an alert tells at once. */
class NewsTests {

    private final News news = new News(2);

    @Test
    void as_many_as_fit_are_all_there_is() {
        assertThat(news.add(List.of(clause(0, "one"), clause(1, "two")))).isTrue();

        assertThat(news.clauses()).hasSize(2);
        assertThat(news.more()).isFalse();
    }

    @Test
    void one_more_is_left_out_and_said() {
        assertThat(news.add(List.of(clause(0, "one"), clause(1, "two"), clause(2, "three"))))
                .isFalse();

        assertThat(news.clauses()).hasSize(2);
        assertThat(news.more()).isTrue();
    }

    @Test
    void the_same_words_of_a_document_count_once() {
        news.add(List.of(clause(0, "one"), clause(1, "two")));

        assertThat(news.add(List.of(clause(2, "One "), clause(3, "TWO")))).isTrue();
        assertThat(news.more()).isFalse();
    }

    private static ClauseDocument clause(int ordinal, String text) {
        return ClauseFixtures.clause(ordinal, text, 1);
    }
}
