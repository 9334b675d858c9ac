package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.contractethics.search.internal.SearchAnswer.Segment;
import org.junit.jupiter.api.Test;

class HighlightsTests {

    @Test
    void text_is_cut_into_hits_and_the_rest() {
        assertThat(Highlights.segments("the \ufdd0Facial\ufdd1 service"))
                .containsExactly(
                        new Segment("the ", false), new Segment("Facial", true), new Segment(" service", false));
    }

    @Test
    void markup_in_a_document_stays_text() {
        assertThat(Highlights.segments("<script>alert(1)</script>"))
                .containsExactly(new Segment("<script>alert(1)</script>", false));
    }

    @Test
    void marks_in_a_document_are_not_indexed_and_leave_its_offsets_alone() {
        assertThat(Highlights.withoutMarks("a\ufdd0b\ufdd1c")).isEqualTo("a b c");
    }
}
