package org.contractethics.document.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.MovedWords;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScopeTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void words_that_were_moved_away_are_not_in_force_and_define_nothing() throws Exception {
        Text text =
                MovedWords.text(folder, "\"Log\" means a list of all matches.", "\"Image\" means a picture of a face.");

        assertThat(MovedWords.clauses(text).stream().filter(Scope::live))
                .extracting(Clause::part)
                .containsExactly("body");
        assertThat(DefinedTerms.in(MovedWords.clauses(text)))
                .extracting(DefinedTerm::term)
                .containsExactly("Log");
    }
}
