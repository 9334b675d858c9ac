package org.contractethics.document.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.contractethics.shared.CleanCopies.Cleaned;
import org.contractethics.shared.CleanCopies.Found;
import org.contractethics.shared.CleanCopies.Outcome;
import org.contractethics.shared.CleanCopies.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies hold what is seen and nothing else; the sender is told what else there was. */
class CleaningTests {

    @Test
    void a_word_file_becomes_the_words_that_are_seen() throws IOException {
        Cleaned cleaned = Cleaning.clean(PlantedFiles.docx());

        assertThat(text(cleaned))
                .contains("What is seen. Added.")
                .doesNotContain(PlantedFiles.AUTHOR, "HIDDEN", "DELETED", "gone");
        assertThat(cleaned.found())
                .extracting("trace")
                .contains(
                        Trace.AUTHOR,
                        Trace.LAST_CHANGED_BY,
                        Trace.COMPANY,
                        Trace.COMMENTS,
                        Trace.TRACKED_CHANGES,
                        Trace.HIDDEN_TEXT,
                        Trace.OWN_PROPERTIES);
        assertThat(cleaned.found()).anySatisfy(one -> {
            assertThat(one.trace()).isEqualTo(Trace.TRACKED_CHANGES);
            assertThat(one.detail()).isEqualTo("2 (" + PlantedFiles.AUTHOR + "5)");
        });
    }

    @Test
    void a_spreadsheet_becomes_the_cells_that_are_shown() throws IOException {
        assertThat(text(Cleaning.clean(PlantedFiles.xlsx())))
                .contains("Shown", "Agency\t2")
                .doesNotContain("Secret", "HIDDEN", "1+1");
    }

    @Test
    void a_presentation_becomes_the_words_of_its_shown_slides() throws IOException {
        assertThat(text(Cleaning.clean(PlantedFiles.pptx())))
                .contains("On the slide")
                .doesNotContain("HIDDEN");
    }

    /** Bad input 10 */
    @Test
    void a_pdf_becomes_pictures_of_its_pages() throws IOException {
        Cleaned cleaned = Cleaning.clean(PlantedFiles.pdf(false));

        assertThat(cleaned.extension()).isEqualTo("pdf");
        assertThat(new String(cleaned.copy(), StandardCharsets.ISO_8859_1))
                .doesNotContain(PlantedFiles.AUTHOR, "HIDDEN");
        try (PDDocument copy = Loader.loadPDF(cleaned.copy())) {
            assertThat(copy.getNumberOfPages()).isEqualTo(1);
            assertThat(copy.getDocumentInformation().getMetadataKeys()).isEmpty();
            assertThat(new PDFTextStripper().getText(copy)).isBlank();
        }
        assertThat(cleaned.found()).extracting("trace").contains(Trace.AUTHOR, Trace.COMMENTS);
    }

    @Test
    void a_photograph_is_painted_anew_the_way_the_camera_was_held() throws IOException {
        Cleaned cleaned = Cleaning.clean(PlantedFiles.jpeg());

        assertThat(cleaned.found()).extracting("trace").contains(Trace.AUTHOR, Trace.NOTE, Trace.MORE_BYTES);
        assertThat(cleaned.found()).contains(new Found(Trace.PLACE, "52.00000, 13.00000"));
        assertThat(new String(cleaned.copy(), StandardCharsets.ISO_8859_1)).doesNotContain(PlantedFiles.AUTHOR, "Exif");
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(cleaned.copy()));
        assertThat(seen.getWidth()).isEqualTo(20);
        assertThat(seen.getHeight()).isEqualTo(40);
        assertThat(seen.getRGB(17, 20) >> 16 & 0xFF).as("red at the right").isGreaterThan(200);
        assertThat(seen.getRGB(2, 20) & 0xFF).as("blue at the left").isGreaterThan(200);
    }

    @Test
    void a_text_loses_signs_that_turn_or_hide_others() {
        assertThat(text(Cleaning.clean("one\u202e two\u200b\r\nthree\u0007".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("one two\nthree\n");
    }

    @Test
    void a_locked_file_says_so() throws IOException {
        assertThat(Cleaning.clean(PlantedFiles.pdf(true)).outcome()).isEqualTo(Outcome.LOCKED);
    }

    /** Bad inputs 7 and 11 */
    @ParameterizedTest(name = "{0}")
    @MethodSource("notRebuilt")
    void what_is_not_rebuilt_has_no_copy(String kind, byte[] bytes, Outcome outcome) {
        Cleaned cleaned = Cleaning.clean(bytes);

        assertThat(cleaned.outcome()).isEqualTo(outcome);
        assertThat(cleaned.copy()).isEmpty();
    }

    static Stream<Arguments> notRebuilt() throws IOException {
        return Stream.of(
                Arguments.of("a web page", bytes("<!doctype html><script>alert(1)</script>"), Outcome.NOT_REBUILT),
                Arguments.of("a picture made of words", bytes(" <svg onload='x()'/>"), Outcome.NOT_REBUILT),
                Arguments.of("a program", new byte[] {'M', 'Z', 0, 1, 2, (byte) 0x90}, Outcome.NOT_REBUILT),
                Arguments.of("an archive", PlantedFiles.zip(Map.of("a.txt", "a")), Outcome.NOT_REBUILT),
                Arguments.of("a bomb", PlantedFiles.bomb(), Outcome.GIVEN_UP),
                Arguments.of(
                        "an entity",
                        PlantedFiles.zip(Map.of(
                                "word/document.xml",
                                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><w:p xmlns:w='w'>&e;</w:p>")),
                        Outcome.GIVEN_UP),
                Arguments.of("a page like a country", PlantedFiles.hugePage(), Outcome.GIVEN_UP),
                Arguments.of("a boasting picture", PlantedFiles.boast(), Outcome.GIVEN_UP),
                Arguments.of("a broken PDF", bytes("%PDF-1.7\nxref\n"), Outcome.GIVEN_UP),
                Arguments.of("nothing but spaces", bytes("  \n "), Outcome.NOT_REBUILT));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Cleaned cleaned) {
        assertThat(cleaned.outcome()).isEqualTo(Outcome.COPIED);
        assertThat(cleaned.extension()).isEqualTo("txt");
        return new String(cleaned.copy(), StandardCharsets.UTF_8);
    }
}
