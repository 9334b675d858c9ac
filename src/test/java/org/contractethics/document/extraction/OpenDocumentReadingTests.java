package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenDocumentReadingTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void deleted_words_are_kept_apart_from_live_text() {
        Text text = odt(
                "",
                "<text:tracked-changes><text:changed-region text:id='d'><text:deletion><office:change-info><dc:creator>Tom</dc:creator>"
                        + "</office:change-info><text:p>not</text:p></text:deletion></text:changed-region>"
                        + "<text:changed-region text:id='i'><text:insertion><office:change-info/></text:insertion></text:changed-region>"
                        + "</text:tracked-changes><text:p>The Agency may <text:change text:change-id='d'/>"
                        + "<text:change-start text:change-id='i'/>also <text:change-end text:change-id='i'/>retain images.</text:p>");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("The Agency may also retain images.");
        assertThat(ReadTexts.part(text, Parts.DELETIONS)).isEqualTo("not");
        assertThat(ReadTexts.part(text, Parts.INSERTIONS)).isEqualTo("also");
    }

    @Test
    void notes_comments_and_text_boxes_are_parts_of_their_own() {
        Text text = odt(
                "",
                "<text:h text:outline-level='2'>Use</text:h><text:p>One<text:s/>word<text:note><text:note-citation>1</text:note-citation>"
                        + "<text:note-body><text:p>A note.</text:p></text:note-body></text:note><office:annotation><dc:creator>Tom"
                        + "</dc:creator><text:p>A comment.</text:p></office:annotation><draw:frame><draw:text-box><text:p>In the box"
                        + "</text:p></draw:text-box></draw:frame> goes on.</text:p>");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Use\nOne word goes on.");
        assertThat(ReadTexts.part(text, "footnotes")).isEqualTo("A note.");
        assertThat(ReadTexts.part(text, "comments")).isEqualTo("A comment.");
        assertThat(ReadTexts.part(text, "text boxes")).isEqualTo("In the box");
        assertThat(text.clauses().get(0).heading()).isEqualTo("Use");
    }

    @Test
    void hidden_words_are_read_and_said_to_be_hidden() {
        Text text = odt(
                "<style:style style:name='T1' style:family='text'><style:text-properties text:display='none'/></style:style>",
                "<text:p>Shown <text:span text:style-name='T1'>unseen</text:span></text:p>"
                        + "<text:section text:name='s' text:display='none'><text:p>A whole section.</text:p></text:section>");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Shown");
        assertThat(ReadTexts.part(text, Parts.HIDDEN)).isEqualTo("unseen\nA whole section.");
        assertThat(text.gaps()).singleElement().asString().contains("hidden");
    }

    @Test
    void words_are_hidden_by_a_style_that_comes_from_a_hidden_one() {
        Text text = odt(
                "<style:style style:name='Gone'><style:text-properties text:display='none'/></style:style>"
                        + "<style:style style:name='P1' style:parent-style-name='Gone'/>"
                        + "<style:style style:name='P2' style:parent-style-name='P2'/>"
                        + "<style:style style:name='P3' style:parent-style-name='Gone'><style:text-properties text:display='true'/>"
                        + "</style:style>",
                "<text:p text:style-name='P1'>Unseen.</text:p><text:p text:style-name='P2'>Shown.</text:p>"
                        + "<text:p text:style-name='P3'>Shown again.</text:p>");

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Shown.\nShown again.");
        assertThat(ReadTexts.part(text, Parts.HIDDEN)).isEqualTo("Unseen.");
    }

    @Test
    void headers_and_properties_are_read_from_their_own_files() {
        Map<String, String> more = Map.of(
                "styles.xml",
                "<office:document-styles" + OpenFiles.NAMESPACES
                        + "><office:master-styles><style:master-page><style:header><text:p>Page head"
                        + "</text:p></style:header><style:footer><text:p>Page foot</text:p></style:footer></style:master-page>"
                        + "</office:master-styles></office:document-styles>",
                "meta.xml",
                "<office:document-meta" + OpenFiles.NAMESPACES
                        + "><office:meta><dc:title>Frame agreement</dc:title></office:meta>"
                        + "</office:document-meta>");
        Text text = ReadTexts.text(file("text", "", "<text:p>Words</text:p>", more));

        assertThat(ReadTexts.part(text, "header")).isEqualTo("Page head");
        assertThat(ReadTexts.part(text, "footer")).isEqualTo("Page foot");
        assertThat(ReadTexts.part(text, Parts.PROPERTIES)).isEqualTo("title: Frame agreement");
    }

    @Test
    void sheets_are_read_row_by_row_with_hidden_rows_and_sheets_apart() {
        Text text = ReadTexts.text(file(
                "spreadsheet",
                "<style:style style:name='ta2' style:family='table'><style:table-properties table:display='false'/></style:style>",
                "<table:table table:name='Prices'><table:table-row><table:table-cell><text:p>Item</text:p></table:table-cell>"
                        + "<table:table-cell office:value-type='float'><text:p>100</text:p><office:annotation><text:p>A comment"
                        + "</text:p></office:annotation></table:table-cell></table:table-row>"
                        + "<table:table-row table:visibility='collapse'><table:table-cell><text:p>Unseen</text:p></table:table-cell>"
                        + "</table:table-row></table:table>"
                        + "<table:table table:name='Notes' table:style-name='ta2'><table:table-row><table:table-cell><text:p>Internal"
                        + "</text:p></table:table-cell></table:table-row></table:table>",
                Map.of()));

        assertThat(ReadTexts.part(text, "sheet: Prices")).isEqualTo("Item | 100");
        assertThat(ReadTexts.part(text, "hidden cells, sheet: Prices")).isEqualTo("Unseen");
        assertThat(ReadTexts.part(text, "hidden sheet: Notes")).isEqualTo("Internal");
        assertThat(ReadTexts.part(text, "comments")).contains("A comment");
        assertThat(text.pages()).isEqualTo(2);
    }

    @Test
    void slides_are_read_with_notes_and_hidden_slides_apart() {
        Text text = ReadTexts.text(file(
                "presentation",
                "<style:style style:name='dp2' style:family='drawing-page'><style:drawing-page-properties"
                        + " presentation:visibility='hidden'/></style:style>",
                "<draw:page><draw:frame><draw:text-box><text:p>First slide</text:p></draw:text-box></draw:frame>"
                        + "<presentation:notes><text:p>Say this.</text:p></presentation:notes></draw:page>"
                        + "<draw:page draw:style-name='dp2'><text:p>Unseen slide</text:p></draw:page>",
                Map.of()));

        assertThat(ReadTexts.part(text, "slides")).isEqualTo("First slide");
        assertThat(ReadTexts.part(text, "notes")).isEqualTo("Say this.");
        assertThat(ReadTexts.part(text, "hidden slides")).isEqualTo("Unseen slide");
    }

    @Test
    void an_encrypted_file_does_not_ask_for_a_password_that_would_not_be_used() {
        Path file = file(
                "text",
                "",
                "<text:p>x</text:p>",
                Map.of("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>"));

        assertThat(ReadTexts.reason(file)).isEqualTo(UnreadableReason.LOCKED);
    }

    private Text odt(String styles, String body) {
        return ReadTexts.text(file("text", styles, body, Map.of()));
    }

    private Path file(String kind, String styles, String body, Map<String, String> more) {
        return DocumentFixtures.write(folder, OpenFiles.of(kind, styles, body, more));
    }
}
