package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordReadingTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void struck_out_text_never_comes_out_as_live_text() {
        Text text = word("<w:p><w:r><w:t xml:space='preserve'>The Agency may </w:t></w:r>"
                + "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>retain</w:t></w:r></w:ins>"
                + "<w:moveFrom><w:r><w:t>moved away</w:t></w:r></w:moveFrom>"
                + "<w:r><w:t xml:space='preserve'> the images.</w:t></w:r></w:p>");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("The Agency may retain the images.");
        assertThat(ReadTexts.part(text, "tracked deletions")).isEqualTo("not");
        assertThat(ReadTexts.part(text, "tracked moves")).isEqualTo("moved away");
    }

    @Test
    void a_struck_out_table_row_is_not_live_either() {
        Text text = word("<w:tbl>" + row("<w:trPr><w:del/></w:trPr>", "Old price", "100") + row("", "New price", "200")
                + "</w:tbl>");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("New price | 200");
        assertThat(ReadTexts.part(text, "tracked deletions")).isEqualTo("Old price\n100");
    }

    @Test
    void a_deleted_paragraph_mark_in_a_cell_strikes_no_row() {
        Text text = word("<w:tbl>"
                + row("", "Kept", "words</w:t></w:r></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>too")
                + "</w:tbl>");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Kept\nwords\ntoo");
    }

    @Test
    void real_tracked_changes_are_told_apart() {
        Text text = ReadTexts.text(DocumentFixtures.resource("delins.docx"));

        assertThat(ReadTexts.part(text, "tracked deletions")).contains("A pendant worn in place of the red spot");
        assertThat(ReadTexts.part(text, "body")).doesNotContain("A pendant worn in place of the red spot");
    }

    @Test
    void numbers_that_word_counts_itself_are_part_of_the_text() {
        String numbering = "<w:abstractNum w:abstractNumId='7'>"
                + "<w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
                + "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2'/></w:lvl>"
                + "<w:lvl w:ilvl='2'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%3)'/></w:lvl>"
                + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>";
        String body = numbered(0, "Data processing")
                + numbered(1, "The Contractor keeps all data in the country.")
                + numbered(1, "The Contractor deletes all data after the end, without any delay at all.")
                + numbered(2, "Backups are deleted as well, within thirty days of the end of the term.");

        Text text = word(body, Map.of("numbering", numbering));

        assertThat(ReadTexts.part(text, "body"))
                .startsWith("3. Data processing\n3.1 The Contractor keeps")
                .contains("\n3.2 The Contractor deletes", "\n(a) Backups");
        assertThat(ReadTexts.numbers(text)).containsExactly("3.1", "3.2", "3.2(a)");
        assertThat(text.clauses()).extracting(ClauseText::heading).containsOnly("Data processing");
    }

    @Test
    void headings_are_known_by_their_style() {
        String styles = "<w:style w:styleId='Ueberschrift'><w:name w:val='heading 1'/></w:style>"
                + "<w:style w:styleId='Mine'><w:basedOn w:val='Ueberschrift'/></w:style>";
        Text text = word(
                styled("Mine", "How the data may be used by the agency")
                        + paragraph("Only for what the annex names, and for nothing else."),
                Map.of("styles", styles));

        ClauseText clause = text.clauses().get(0);
        assertThat(clause.heading()).isEqualTo("How the data may be used by the agency");
        assertThat(clause.text().substring(0, clause.titleLength()))
                .isEqualTo("How the data may be used by the agency\n");
    }

    @Test
    void everything_word_keeps_apart_is_read() {
        Text text = word(
                paragraph("Body"),
                Map.of(
                        "footnotes",
                        "<w:footnote w:type='separator'><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote><w:footnote>"
                                + paragraph("A footnote") + "</w:footnote>",
                        "endnotes",
                        "<w:endnote>" + paragraph("An endnote") + "</w:endnote>",
                        "comments",
                        "<w:comment>" + paragraph("A comment") + "</w:comment>",
                        "header",
                        paragraph("A header"),
                        "footer",
                        paragraph("A footer")));

        assertThat(ReadTexts.part(text, "footnotes")).isEqualTo("A footnote");
        assertThat(ReadTexts.part(text, "endnotes")).isEqualTo("An endnote");
        assertThat(ReadTexts.part(text, "comments")).isEqualTo("A comment");
        assertThat(ReadTexts.part(text, "header")).isEqualTo("A header");
        assertThat(ReadTexts.part(text, "footer")).isEqualTo("A footer");
    }

    @Test
    void a_text_box_is_read_once_though_it_is_stored_twice() {
        String box = "<w:txbxContent>" + paragraph("In the box") + "</w:txbxContent>";
        Text text = word("<w:p><w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box
                + "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Beside it</w:t></w:r></w:p>");

        assertThat(ReadTexts.part(text, "text boxes")).isEqualTo("In the box");
        assertThat(ReadTexts.part(text, "body")).isEqualTo("Beside it");
    }

    @Test
    void hidden_text_is_read_and_said_to_be_hidden() {
        Text text = word("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Nobody sees this.</w:t></w:r></w:p>");

        assertThat(ReadTexts.part(text, "body")).isEmpty();
        assertThat(ReadTexts.part(text, "hidden text")).isEqualTo("Nobody sees this.");
        assertThat(text.gaps()).singleElement().asString().contains("hidden");
    }

    @Test
    void words_are_hidden_by_their_style_and_by_those_it_is_based_on() {
        String styles = "<w:style w:styleId='Gone'><w:rPr><w:vanish/></w:rPr></w:style>"
                + "<w:style w:styleId='Later'><w:basedOn w:val='Gone'/></w:style>"
                + "<w:style w:styleId='Back'><w:basedOn w:val='Gone'/><w:rPr><w:vanish w:val='0'/></w:rPr></w:style>"
                + "<w:style w:type='paragraph' w:default='1' w:styleId='Ordinary'/>";
        String shown = "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>Shown.</w:t></w:r>";
        Text text = word(
                styled("Later", "By paragraph.").replace("</w:p>", shown + "</w:p>")
                        + "<w:p><w:r><w:rPr><w:rStyle w:val='Later'/></w:rPr><w:t>By run.</w:t></w:r></w:p>"
                        + styled("Back", "Back again.") + paragraph("Ordinary."),
                Map.of("styles", styles));

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Shown.\nBack again.\nOrdinary.");
        assertThat(ReadTexts.part(text, "hidden text")).isEqualTo("By paragraph.\nBy run.");
        assertThat(text.gaps()).singleElement().asString().contains("hidden");
    }

    @Test
    void the_style_of_paragraphs_that_name_none_may_hide_them() {
        String styles =
                "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:rPr><w:vanish/></w:rPr></w:style>"
                        + "<w:style w:styleId='Mine'/>";
        Text text = word(paragraph("Hidden.") + styled("Mine", "Shown."), Map.of("styles", styles));

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Shown.");
        assertThat(ReadTexts.part(text, "hidden text")).isEqualTo("Hidden.");
    }

    @Test
    void words_added_and_codes_of_fields_are_kept_apart_and_never_searched() {
        Text text = word("<w:p><w:r><w:t xml:space='preserve'>See page </w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGEREF end_use</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
                + "<w:ins><w:r><w:t xml:space='preserve'> of the annex</w:t></w:r></w:ins></w:p>");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("See page 7 of the annex");
        assertThat(ReadTexts.part(text, "field codes")).isEqualTo("PAGEREF end_use");
        assertThat(ReadTexts.part(text, "tracked insertions")).isEqualTo("of the annex");
        assertThat(text.clauses()).hasSize(1);
    }

    @Test
    void what_is_told_about_a_file_is_kept_apart() {
        Text text = ReadTexts.text(DocumentFixtures.resource("delins.docx"));

        assertThat(ReadTexts.part(text, "document properties")).contains("creator: pavel");
        assertThat(text.clauses()).noneMatch(clause -> clause.text().contains("creator: pavel"));
    }

    @Test
    void deep_nesting_does_not_exhaust_the_stack() {
        int depth = 1_500;
        Text text = word(
                "<w:tbl><w:tr><w:tc>".repeat(depth) + paragraph("Far inside") + "</w:tc></w:tr></w:tbl>".repeat(depth));

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Far inside");
    }

    @Test
    void old_word_files_are_read() {
        Text text = ReadTexts.text(DocumentFixtures.resource("simple.doc"));

        assertThat(ReadTexts.part(text, "body")).contains("This is a simple file created with Word 97");
    }

    private Text word(String body) {
        return word(body, Map.of());
    }

    private Text word(String body, Map<String, String> parts) {
        return ReadTexts.text(DocumentFixtures.write(folder, DocumentFixtures.wordXml(body, parts)));
    }

    private static String paragraph(String words) {
        return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    private static String styled(String style, String words) {
        return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr><w:r><w:t>" + words + "</w:t></w:r></w:p>";
    }

    private static String numbered(int level, String words) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>"
                + words + "</w:t></w:r></w:p>";
    }

    private static String row(String properties, String... cells) {
        StringBuilder row = new StringBuilder("<w:tr>" + properties);
        for (String cell : cells) {
            row.append("<w:tc>").append(paragraph(cell)).append("</w:tc>");
        }
        return row + "</w:tr>";
    }
}
