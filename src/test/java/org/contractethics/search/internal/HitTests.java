package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.contractethics.search.internal.SearchAnswer.Hit;
import org.contractethics.search.internal.SearchAnswer.Segment;
import org.junit.jupiter.api.Test;

class HitTests {

    private static final Segment PLAIN = new Segment("The Supplier", false);
    private static final Segment MARKED = new Segment("audit", true);

    @Test
    void a_clause_in_which_nothing_is_marked_says_so() {
        assertThat(hit(List.of(PLAIN), List.of(List.of(PLAIN))).marksNothing()).isTrue();
        assertThat(hit(List.of(MARKED), List.of(List.of(PLAIN))).marksNothing()).isFalse();
        assertThat(hit(List.of(), List.of(List.of(PLAIN, MARKED))).marksNothing())
                .isFalse();
    }

    private static Hit hit(List<Segment> heading, List<List<Segment>> text) {
        return new Hit(
                "c",
                "C-1",
                "Contract",
                "Agency",
                null,
                "d",
                "v",
                1,
                true,
                "Document",
                DocumentType.PDF,
                0,
                "body",
                "",
                heading,
                null,
                text,
                null);
    }
}
