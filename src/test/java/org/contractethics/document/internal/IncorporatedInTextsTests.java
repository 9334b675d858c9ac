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

    @Test
    void a_text_is_looked_through_once() {
        var texts = new IncorporatedInTexts(new OneSentence(), 100);
        var version = new DocumentVersionId(UUID.randomUUID());

        assertThat(texts.of(version)).extracting(Incorporated::title).containsExactly("Exhibit B");
        assertThat(texts.of(version)).hasSize(1);
        assertThat(read).containsExactly(version);
    }

    @Test
    void what_was_asked_for_least_lately_gives_way() {
        var texts = new IncorporatedInTexts(new OneSentence(), 6);
        var first = new DocumentVersionId(UUID.randomUUID());
        var second = new DocumentVersionId(UUID.randomUUID());
        var third = new DocumentVersionId(UUID.randomUUID());

        texts.of(first);
        texts.of(second);
        texts.of(first);
        texts.of(third);
        texts.of(first);
        texts.of(second);

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
            return List.of(new Clause(version, 1, "body", "", "", "Prices stand in Exhibit B.", null, 0, 26));
        }
    }
}
