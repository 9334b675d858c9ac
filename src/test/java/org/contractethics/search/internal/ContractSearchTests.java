package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.search.internal.SearchAnswer.Hit;
import org.contractethics.search.internal.SearchFixtures.ReadableBy;
import org.contractethics.shared.Actor;
import org.junit.jupiter.api.Test;

class ContractSearchTests {

    private final String open = UUID.randomUUID().toString();
    private final String secret = UUID.randomUUID().toString();

    @Test
    void what_the_index_still_shows_but_may_not_be_read_is_left_out_of_hits_and_count() {
        var lagging = new Lagging(false);

        SearchAnswer answer = SearchFixtures.search(lagging, ReadableBy.everybody(Set.of(open)))
                .find(SearchFixtures.query("x"), SearchFixtures.REVIEWER);

        assertThat(answer.hits()).extracting(Hit::contractId).containsExactly(open);
        assertThat(answer.total()).isEqualTo(1);
    }

    @Test
    void an_index_that_cannot_be_trusted_shows_nothing() {
        var stubborn = new Lagging(true);

        assertThatThrownBy(() -> SearchFixtures.search(stubborn, ReadableBy.nobody())
                        .find(SearchFixtures.query("x"), SearchFixtures.REVIEWER))
                .isInstanceOf(SearchDown.class);
    }

    /** An index that has not yet heard that one contract became secret. */
    private final class Lagging extends ClauseQueries {

        private final boolean stubborn;

        Lagging(boolean stubborn) {
            super(
                    SearchFixtures.client("http://localhost:1"),
                    SearchFixtures.settings("http://localhost:1"),
                    SearchFixtures.plainWords(),
                    SearchFixtures.conceptIndex("http://localhost:1"));
            this.stubborn = stubborn;
        }

        @Override
        Found find(SearchQuery query, Actor viewer, Collection<String> leftOut) {
            List<Hit> hits = new ArrayList<>(List.of(hit(open), hit(secret)));
            if (!stubborn) {
                hits.removeIf(hit -> leftOut.contains(hit.contractId()));
            }
            return new Found(hits.size(), hits, Map.of());
        }
    }

    private static Hit hit(String contract) {
        return new Hit(
                contract,
                "C-1",
                "Title",
                "Agency",
                null,
                UUID.randomUUID().toString(),
                UUID.randomUUID().toString(),
                1,
                true,
                "Document",
                DocumentType.PDF,
                0,
                "body",
                "",
                List.of(),
                null,
                List.of(),
                null);
    }
}
