package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RtfReadingTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void paragraphs_and_tables_are_read() {
        Text text = rtf("{\\fonttbl{\\f0 Times;}}{\\colortbl;}First {\\b clause}.\\par "
                + "\\trowd Price\\cell 100\\cell\\row Last.\\par");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("First clause.\nPrice | 100\nLast.");
    }

    @Test
    void words_deleted_under_tracked_changes_never_come_out_as_live_text() {
        Text text = rtf("The Agency may {\\deleted not }{\\revised also }retain images.\\par");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("The Agency may also retain images.");
        assertThat(ReadTexts.part(text, Parts.DELETIONS)).isEqualTo("not");
        assertThat(ReadTexts.part(text, Parts.INSERTIONS)).isEqualTo("also");
    }

    @Test
    void hidden_words_are_read_and_said_to_be_hidden() {
        Text text = rtf("Shown.{\\v Nobody sees this.} Shown again.\\par");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Shown. Shown again.");
        assertThat(ReadTexts.part(text, Parts.HIDDEN)).isEqualTo("Nobody sees this.");
        assertThat(text.gaps()).singleElement().asString().contains("hidden");
    }

    @Test
    void notes_headers_and_comments_are_parts_of_their_own() {
        Text text = rtf("{\\header Page head\\par}{\\footer Page foot\\par}Word{\\footnote A note.}"
                + "{\\*\\atnid X}{\\*\\annotation A comment.} goes on.{\\footnote\\ftnalt An end note.}\\par");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Word goes on.");
        assertThat(ReadTexts.part(text, "header")).isEqualTo("Page head");
        assertThat(ReadTexts.part(text, "footer")).isEqualTo("Page foot");
        assertThat(ReadTexts.part(text, "footnotes")).isEqualTo("A note.");
        assertThat(ReadTexts.part(text, "endnotes")).isEqualTo("An end note.");
        assertThat(ReadTexts.part(text, "comments")).isEqualTo("A comment.");
    }

    @Test
    void characters_come_in_code_pages_of_their_fonts_and_in_unicode() {
        Text text = rtf("\\ansicpg1252{\\fonttbl{\\f0 Times;}{\\f1\\fcharset204 Times;}}"
                + "\\f0 caf\\'e9 {\\f1\\'cf\\'f0\\'e0\\'e2\\'ee} \\u8364?5 \\uc2\\u26085\\'93\\'fa\\uc1  end\\par");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("café Право €5 日 end");
    }

    @Test
    void instructions_of_fields_are_kept_apart_from_their_results() {
        Text text = rtf("{\\field{\\*\\fldinst HYPERLINK \"https://example.org\"}{\\fldrslt the annex}}\\par"
                + "{\\info{\\title Frame agreement}{\\author Tom}}");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("the annex");
        assertThat(ReadTexts.part(text, Parts.FIELD_CODES)).contains("HYPERLINK");
        assertThat(ReadTexts.part(text, Parts.PROPERTIES)).contains("title: Frame agreement");
        assertThat(text.clauses()).hasSize(1);
    }

    @Test
    void pictures_and_objects_are_no_words() {
        Text text =
                rtf("Before{\\*\\shppict{\\pict\\pngblip 89504e47}}{\\object{\\*\\objdata 0105}{\\result{\\pict 00}}}"
                        + "{\\pict\\bin4 {{{{} after.\\par");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Before after.");
        assertThat(text.gaps()).singleElement().asString().contains("one object");
    }

    @Test
    void a_torn_text_is_read_as_far_as_it_goes_and_says_so() {
        Text text = ReadTexts.text(file("{\\rtf1 The first half of a sent"));

        assertThat(ReadTexts.part(text, "body")).isEqualTo("The first half of a sent");
        assertThat(text.gaps()).singleElement().asString().contains("ends in the middle");
    }

    @Test
    void endless_nesting_is_given_up() {
        assertThat(ReadTexts.reason(file("{\\rtf1 " + "{".repeat(200_000)))).isEqualTo(UnreadableReason.LIMIT_HIT);
    }

    private Text rtf(String inner) {
        return ReadTexts.text(file("{\\rtf1\\ansi " + inner + "}"));
    }

    private Path file(String rtf) {
        return DocumentFixtures.write(folder, rtf.getBytes(StandardCharsets.ISO_8859_1));
    }
}
