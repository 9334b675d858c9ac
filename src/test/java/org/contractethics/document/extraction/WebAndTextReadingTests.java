package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebAndTextReadingTests {

    private static final String WORDS = "1. Use – no “removal” operations.";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void plain_text_is_read_in_the_characters_it_was_written_in() {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-1252")}) {
            assertThat(body(WORDS.getBytes(charset))).isEqualTo(WORDS);
        }
        assertThat(body(("\uFEFF" + WORDS).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(WORDS);
        assertThat(body(("\uFEFF" + WORDS).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(WORDS);
        assertThat(body(("\uFEFF" + WORDS).getBytes(StandardCharsets.UTF_8))).isEqualTo(WORDS);
    }

    @Test
    void lines_broken_for_the_page_are_one_paragraph_and_numbered_ones_begin_a_clause() {
        Text text = ReadTexts.text(file(
                """
                1. The Contractor shall process the data of the Agency in the government
                region only.
                2. The Agency may use the service to identify persons at large.
                """
                        .getBytes(StandardCharsets.US_ASCII)));

        assertThat(ReadTexts.part(text, "body")).contains("in the government region only.\n2. The Agency");
        assertThat(text.clauses()).extracting(ClauseText::number).containsExactly("1", "2");
    }

    @Test
    void of_a_web_page_only_what_a_browser_shows_is_live_text() {
        Text text =
                ReadTexts.text(file(("<!DOCTYPE html><html><head><title>Terms</title><style>p {}</style></head><body>"
                                + "<h2>Use</h2><p>The Agency may <del>not</del> retain images.</p>"
                                + "<p style='display: none'>Unseen terms.</p><script>var x = 'scripted';</script>"
                                + "<table><tr><td>Price</td><td><p>100</p></td></tr></table></body></html>")
                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Use\nThe Agency may retain images.\nPrice | 100");
        assertThat(ReadTexts.part(text, Parts.DELETIONS)).isEqualTo("not");
        assertThat(ReadTexts.part(text, Parts.HIDDEN)).isEqualTo("Unseen terms.");
        assertThat(ReadTexts.part(text, Parts.PROPERTIES)).isEqualTo("title: Terms");
        assertThat(text.parts()).noneMatch(part -> part.text().contains("scripted"));
    }

    @Test
    void what_a_style_sheet_of_the_page_hides_is_no_live_text() {
        Text text = styled(".gone, #fine { color: red; display : none }");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Shown.");
        assertThat(ReadTexts.part(text, Parts.HIDDEN)).isEqualTo("By class.\nBy id.");
        assertThat(text.gaps()).singleElement().asString().contains("hidden by the page");
    }

    @Test
    void a_rule_that_may_hide_something_and_is_not_followed_is_said() {
        for (String rule : new String[] {
            "p:last-child { display: none }", "@media screen { .gone { display: none } }", ".gone { d\\69splay: none"
        }) {
            Text text = styled(rule);

            assertThat(ReadTexts.part(text, "body")).isEqualTo("Shown.\nBy class.\nBy id.");
            assertThat(text.gaps()).singleElement().asString().contains("may not show all of its text");
        }
        assertThat(styled("/* .gone { display: none } */ p { color: red }").gaps())
                .isEmpty();
    }

    private Text styled(String rules) {
        return ReadTexts.text(file(("<html><head><style>" + rules + "</style></head><body><p>Shown.</p>"
                        + "<p class='gone'>By class.</p><p id='fine'>By id.</p></body></html>")
                .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_web_page_without_a_charset_is_read_as_its_bytes_say() {
        byte[] page = "<html><body><p>café</p></body></html>".getBytes(Charset.forName("windows-1252"));

        assertThat(ReadTexts.part(ReadTexts.text(file(page)), "body")).isEqualTo("café");
    }

    @Test
    void a_web_page_nested_without_end_does_not_exhaust_the_stack() {
        String deep = "<html><body>" + "<div>".repeat(100_000) + "Far inside" + "</body></html>";

        Reading reading = ReadTexts.read(file(deep.getBytes(StandardCharsets.US_ASCII)));

        assertThat(reading).isNotNull();
    }

    private String body(byte[] bytes) {
        return ReadTexts.part(ReadTexts.text(file(bytes)), "body");
    }

    private Path file(byte[] bytes) {
        return DocumentFixtures.write(folder, bytes);
    }
}
