package org.contractethics.document.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.reference.Incorporated;
import org.contractethics.shared.DocumentVersionId;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class IncorporatedInTextsTests {

    private final List<DocumentVersionId> read = new ArrayList<>();
    private String sentence = "Prices stand in Exhibit B.";

    @Test
    void a_text_is_looked_through_once() {
        var texts = new IncorporatedInTexts(new OneSentence(), 100);
        var version = new DocumentVersionId(UUID.randomUUID());

        assertThat(texts.of(version, 1)).extracting(Incorporated::title).containsExactly("Exhibit B");
        assertThat(texts.of(version, 1)).hasSize(1);
        assertThat(read).containsExactly(version);
    }

    @Test
    void a_text_that_another_reader_read_anew_is_looked_through_again() {
        var texts = new IncorporatedInTexts(new OneSentence(), 100);
        var version = new DocumentVersionId(UUID.randomUUID());

        assertThat(texts.of(version, 1)).extracting(Incorporated::title).containsExactly("Exhibit B");
        sentence = "Prices stand in Exhibit C.";
        assertThat(texts.of(version, 2)).extracting(Incorporated::title).containsExactly("Exhibit C");
        assertThat(texts.of(version, 2)).hasSize(1);
        assertThat(read).containsExactly(version, version);
    }

    @Test
    void what_was_asked_for_least_lately_gives_way() {
        var texts = new IncorporatedInTexts(new OneSentence(), 6);
        var first = new DocumentVersionId(UUID.randomUUID());
        var second = new DocumentVersionId(UUID.randomUUID());
        var third = new DocumentVersionId(UUID.randomUUID());

        texts.of(first, 1);
        texts.of(second, 1);
        texts.of(first, 1);
        texts.of(third, 1);
        texts.of(first, 1);
        texts.of(second, 1);

        assertThat(read).containsExactly(first, second, third, second);
    }

    /** Every version says the same. */
    private final class OneSentence extends TextStore {

        OneSentence() {
            super(new JdbcTemplate());
        }

        @Override
        List<Clause> clauses(DocumentVersionId version) {
            read.add(version);
            return List.of(new Clause(version, 1, "body", "", "", sentence, null, 0, 26));
        }
    }
}
