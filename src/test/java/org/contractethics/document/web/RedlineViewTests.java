package org.contractethics.document.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.contractethics.document.MovedWords;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.internal.ReadingRedline.Redline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedlineViewTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void words_that_were_moved_away_stand_at_their_place_and_not_once_more_as_text() throws Exception {
        Text text = MovedWords.text(folder, "The Agency may audit.", "The Agency may retain the images.");

        RedlineView view = RedlineView.of(new Redline(text.parts(), MovedWords.clauses(text), text.changes()), true);

        assertThat(view.passages()).extracting(RedlineView.Passage::part).containsExactly("body");
        assertThat(view.passages().get(0).pieces())
                .filteredOn(RedlineView.Piece::gone)
                .extracting(RedlineView.Piece::text)
                .containsExactly("The Agency may retain the images.");
    }
}
