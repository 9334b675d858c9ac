package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationInk;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationStrikeout;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.poi.hwpf.HWPFDocument;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written over or struck out in a file without a tracked change: nobody may take it for words as they were agreed. */
class WrittenOverTests {

    private static final String PAYS = "The supplier pays for every delay.";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void words_written_on_a_page_are_in_force_and_remarks_are_not() throws IOException {
        PDAnnotationFreeText written = new PDAnnotationFreeText();
        written.setContents("Clause 7 does not apply.");
        PDAnnotationText remark = new PDAnnotationText();
        remark.setContents("Ask the lawyers.");

        Text text = pdf(written, remark);

        assertThat(ReadTexts.part(text, Parts.WRITTEN_ON_PAGES)).isEqualTo("Clause 7 does not apply.");
        assertThat(Parts.inForce(Parts.WRITTEN_ON_PAGES)).isTrue();
        assertThat(ReadTexts.part(text, Parts.COMMENTS)).isEqualTo("Ask the lawyers.");
        assertThat(text.gaps()).isEmpty();
    }

    @Test
    void words_that_no_program_shows_stay_remarks() throws IOException {
        PDAnnotationFreeText unseen = new PDAnnotationFreeText();
        unseen.setContents("Nobody sees this.");
        unseen.setHidden(true);

        assertThat(ReadTexts.part(pdf(unseen), Parts.COMMENTS)).isEqualTo("Nobody sees this.");
    }

    @Test
    void words_struck_out_on_a_page_are_named_with_their_page() throws IOException {
        PDAnnotationStrikeout struck = new PDAnnotationStrikeout();
        struck.setQuadPoints(new float[] {70, 711, 400, 711, 70, 697, 400, 697});

        Text text = pdf(struck);

        assertThat(ReadTexts.part(text, "body")).isEqualTo(PAYS);
        assertThat(text.gaps())
                .anySatisfy(gap -> assertThat(gap).contains("“" + PAYS + "” (page 1)"))
                .anySatisfy(gap -> assertThat(gap).contains("struck out on page 1"));
    }

    @Test
    void a_strike_whose_place_is_torn_and_drawings_and_pictures_of_stamps_are_a_gap() throws IOException {
        List.of(new PDAnnotationStrikeout(), new PDAnnotationInk(), new PDAnnotationRubberStamp())
                .forEach(drawn -> assertThat(pdf(drawn).gaps())
                        .singleElement()
                        .asString()
                        .contains("struck out on page 1", "not read"));
    }

    @Test
    void words_struck_through_in_a_word_file_are_named() {
        String body =
                "<w:p><w:r><w:t xml:space='preserve'>Kept. </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>" + PAYS
                        + "</w:t></w:r></w:p><w:p><w:r><w:rPr><w:dstrike/></w:rPr><w:t>Twice.</w:t></w:r></w:p>"
                        + "<w:p><w:pPr><w:pStyle w:val='Gone'/></w:pPr><w:r><w:t>By style.</w:t></w:r>"
                        + "<w:r><w:rPr><w:strike w:val='0'/></w:rPr><w:t>Not this.</w:t></w:r></w:p>";
        String styles = "<w:style w:styleId='Old'><w:rPr><w:strike/></w:rPr></w:style>"
                + "<w:style w:styleId='Gone'><w:basedOn w:val='Old'/></w:style>";

        Text text = ReadTexts.text(
                DocumentFixtures.write(folder, DocumentFixtures.wordXml(body, Map.of("styles", styles))));

        assertThat(text.gaps())
                .singleElement()
                .asString()
                .contains("“" + PAYS + "”, “Twice.”, “By style.”")
                .doesNotContain("Kept", "Not this");
    }

    @Test
    void the_mark_of_a_paragraph_strikes_none_of_its_words() {
        String body = "<w:p><w:pPr><w:rPr><w:strike/></w:rPr></w:pPr><w:r><w:t>Kept.</w:t></w:r></w:p>";

        assertThat(ReadTexts.text(DocumentFixtures.write(folder, DocumentFixtures.wordXml(body, Map.of())))
                        .gaps())
                .isEmpty();
    }

    @Test
    void words_struck_through_in_an_old_word_file_are_named() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HWPFDocument document = new HWPFDocument(Files.newInputStream(DocumentFixtures.resource("simple.doc")))) {
            document.getRange().getParagraph(0).getCharacterRun(0).strikeThrough(true);
            document.write(out);
        }

        assertThat(ReadTexts.text(DocumentFixtures.write(folder, out.toByteArray()))
                        .gaps())
                .singleElement()
                .asString()
                .contains("“This is a simple file created with Word 97");
    }

    @Test
    void words_struck_through_in_an_open_document_are_named() {
        String styles = "<style:style style:name='Old'><style:text-properties style:text-line-through-style='solid'/>"
                + "</style:style><style:style style:name='T1' style:parent-style-name='Old'/>"
                + "<style:style style:name='T2' style:parent-style-name='Old'><style:text-properties"
                + " style:text-line-through-style='none'/></style:style>";
        String body = "<text:p>Kept. <text:span text:style-name='T1'>" + PAYS
                + "</text:span><text:span text:style-name='T2'>Not this.</text:span></text:p>"
                + "<text:p text:style-name='Old'>Whole.</text:p>";

        Text text = ReadTexts.text(DocumentFixtures.write(folder, OpenFiles.of("text", styles, body, Map.of())));

        assertThat(text.gaps())
                .singleElement()
                .asString()
                .contains("“" + PAYS + "”, “Whole.”")
                .doesNotContain("Kept", "Not this");
    }

    @Test
    void words_struck_through_in_a_rich_text_are_named() {
        String rtf =
                "{\\rtf1\\ansi Kept. {\\strike " + PAYS + "} {\\striked1 Twice.}{\\strike\\strike0 Not this.}\\par}";

        Text text = ReadTexts.text(DocumentFixtures.write(folder, rtf.getBytes(StandardCharsets.US_ASCII)));

        assertThat(text.gaps())
                .singleElement()
                .asString()
                .contains("“" + PAYS + "Twice.”")
                .doesNotContain("Kept", "Not this");
    }

    private Text pdf(PDAnnotation... annotations) {
        try (PDDocument pdf = Loader.loadPDF(DocumentFixtures.pdf(List.of(List.of(PAYS))));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (PDAnnotation annotation : annotations) {
                annotation.setRectangle(new PDRectangle(70, 690, 330, 30));
            }
            pdf.getPage(0).setAnnotations(List.of(annotations));
            pdf.save(out);
            return ReadTexts.text(DocumentFixtures.write(folder, out.toByteArray()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
