package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.Map;
import org.contractethics.document.extraction.Reading.ChangeKind;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.TrackedChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackedChangeTests {

    private static final String MARY = " w:author='Mary Smith' w:date='2019-05-03T10:00:00Z'";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_change_stands_at_its_place_in_the_live_text_with_who_made_it_and_when() {
        Text text = word("<w:p>" + run("The  Agency may ") + del("not ") + ins("always retain") + run(" the images.")
                + "</w:p>");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("The Agency may always retain the images.");
        assertThat(text.changes())
                .extracting(TrackedChange::kind, TrackedChange::words, TrackedChange::author, TrackedChange::at)
                .containsExactly(
                        tuple(ChangeKind.DELETED, "not", "Mary Smith", "2019-05-03T10:00:00Z"),
                        tuple(ChangeKind.INSERTED, "always retain", "Mary Smith", "2019-05-03T10:00:00Z"));
        assertThat(marked(text, 1)).isEqualTo("always retain");
        assertThat(text.changes().get(0).start())
                .isEqualTo(text.changes().get(0).end());
    }

    @Test
    void words_that_moved_are_marked_at_both_places() {
        Text text =
                word("<w:p>" + run("First. ") + "<w:moveFrom" + MARY + ">" + run("Second.") + "</w:moveFrom></w:p><w:p>"
                        + run("Third. ") + "<w:moveTo" + MARY + ">" + run("Second.") + "</w:moveTo></w:p>");

        assertThat(text.changes())
                .extracting(TrackedChange::kind)
                .containsExactly(ChangeKind.MOVED_FROM, ChangeKind.MOVED_TO);
        assertThat(marked(text, 1)).isEqualTo("Second.");
    }

    @Test
    void a_paragraph_that_was_deleted_whole_leaves_its_place() {
        Text text = word("<w:p>" + run("Before.") + "</w:p><w:p>" + del("Gone as a whole.") + "</w:p><w:p>"
                + run("Behind.") + "</w:p>");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Before.\nBehind.");
        assertThat(text.changes()).singleElement().satisfies(change -> {
            assertThat(change.words()).isEqualTo("Gone as a whole.");
            assertThat(change.start()).isEqualTo("Before.".length());
        });
    }

    @Test
    void a_change_in_a_row_of_a_table_stands_in_its_cell() {
        Text text = word("<w:tbl><w:tr><w:tc><w:p>" + run("Seat") + "</w:p></w:tc><w:tc><w:p>" + del("40") + ins("45")
                + run(" USD") + "</w:p></w:tc></w:tr></w:tbl>");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Seat | 45 USD");
        assertThat(marked(text, 1)).isEqualTo("45");
    }

    @Test
    void a_row_that_was_struck_out_is_a_deletion() {
        Text text = word("<w:p>" + run("Prices") + "</w:p><w:tbl><w:tr><w:trPr><w:del" + MARY + "/></w:trPr><w:tc><w:p>"
                + run("Old price") + "</w:p></w:tc></w:tr></w:tbl>");

        assertThat(text.changes())
                .extracting(TrackedChange::kind, TrackedChange::words, TrackedChange::author)
                .containsExactly(tuple(ChangeKind.DELETED, "Old price", "Mary Smith"));
    }

    @Test
    void a_text_without_tracked_changes_has_none() {
        assertThat(word("<w:p>" + run("Nothing changed.") + "</w:p>").changes()).isEmpty();
    }

    @Test
    void every_change_of_a_real_file_says_what_the_text_says_there() {
        Text text = ReadTexts.text(DocumentFixtures.resource("delins.docx"));

        assertThat(text.changes()).isNotEmpty();
        for (int i = 0; i < text.changes().size(); i++) {
            TrackedChange change = text.changes().get(i);
            boolean live = change.kind() == ChangeKind.INSERTED || change.kind() == ChangeKind.MOVED_TO;
            String said = live ? marked(text, i) : ReadTexts.part(text, "tracked deletions");
            assertThat(bare(said)).contains(bare(change.words()));
        }
    }

    private static String marked(Text text, int index) {
        TrackedChange change = text.changes().get(index);
        return text.parts().get(change.part()).text().substring(change.start(), change.end());
    }

    private static String bare(String words) {
        return words.replaceAll("\\s", "");
    }

    private Text word(String body) {
        return ReadTexts.text(DocumentFixtures.write(folder, DocumentFixtures.wordXml(body, Map.of())));
    }

    private static String run(String words) {
        return "<w:r><w:t xml:space='preserve'>" + words + "</w:t></w:r>";
    }

    private static String ins(String words) {
        return "<w:ins" + MARY + ">" + run(words) + "</w:ins>";
    }

    private static String del(String words) {
        return "<w:del" + MARY + "><w:r><w:delText xml:space='preserve'>" + words + "</w:delText></w:r></w:del>";
    }
}
