package org.contractethics.document.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.contractethics.document.MovedWords;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassagesTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void words_that_were_moved_away_are_not_compared() throws Exception {
        Text text = MovedWords.text(folder, "The Agency may audit.", "The Agency may retain the images.");

        assertThat(Passages.of(text.parts(), MovedWords.clauses(text)))
                .extracting(Passage::text)
                .containsExactly("The Agency may audit.");
    }
}
