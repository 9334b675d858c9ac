package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfReadingTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void clauses_know_their_page() {
        Text text = pdf(List.of(
                List.of(
                        "7. Data processing",
                        "",
                        "7.1 The Contractor shall process Agency data",
                        "in the government region only."),
                List.of(
                        "7.2 The Agency may use the Facial Matching Service to identify persons",
                        "at large, including minors.")));

        assertThat(text.pages()).isEqualTo(2);
        assertThat(text.clauses()).extracting(ClauseText::number).containsExactly("7.1", "7.2");
        assertThat(text.clauses()).extracting(ClauseText::page).containsExactly(1, 2);
        assertThat(text.clauses()).extracting(ClauseText::heading).containsOnly("Data processing");
        assertThat(text.clauses().get(0).text()).endsWith("process Agency data in the government region only.");
    }

    @Test
    void heads_and_page_numbers_do_not_cut_a_sentence_in_two() {
        Text text = pdf(List.of(
                List.of("Master Agreement", "", "1. The Contractor shall keep all data within", "", "Page 1 of 3"),
                List.of("Master Agreement", "", "the territory of the Agency and shall never", "", "Page 2 of 3"),
                List.of("Master Agreement", "", "move it abroad.", "", "Page 3 of 3")));

        assertThat(ReadTexts.part(text, "body"))
                .isEqualTo(
                        "1. The Contractor shall keep all data within the territory of the Agency and shall never move it abroad.");
        assertThat(ReadTexts.part(text, "page headers and footers")).contains("Master Agreement", "Page 2 of 3");
    }

    @Test
    void pages_that_are_pictures_say_so() {
        Path file = DocumentFixtures.write(folder, DocumentFixtures.pdf(List.of(List.of(), List.of())));

        assertThat(ReadTexts.reason(file)).isEqualTo(UnreadableReason.NO_TEXT_LAYER);
    }

    @Test
    void a_password_is_named_as_the_reason() {
        Path file = DocumentFixtures.write(folder, DocumentFixtures.protectedPdf("secret"));

        assertThat(ReadTexts.reason(file)).isEqualTo(UnreadableReason.ENCRYPTED);
    }

    @Test
    void a_torn_file_is_called_damaged() {
        Path file = DocumentFixtures.write(folder, "%PDF-1.7\n1 0 obj <<".getBytes(StandardCharsets.US_ASCII));

        assertThat(ReadTexts.reason(file)).isEqualTo(UnreadableReason.DAMAGED);
    }

    @Test
    void a_stream_that_unpacks_without_end_is_given_up() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("%PDF-1.4\n4 0 obj << /Filter /FlateDecode >> stream\n".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream packed = new DeflaterOutputStream(bytes, new Deflater(9))) {
            byte[] blanks = new byte[1024 * 1024];
            for (int i = 0; i < 150; i++) {
                packed.write(blanks);
            }
        }
        Path file = DocumentFixtures.write(folder, bytes.toByteArray());

        assertThat(ReadTexts.reason(file)).isEqualTo(UnreadableReason.LIMIT_HIT);
    }

    @Test
    void notes_on_pages_are_read() {
        Text text = ReadTexts.text(DocumentFixtures.resource("4PP-Highlighting.pdf"));

        assertThat(ReadTexts.part(text, "body")).isNotBlank();
    }

    private Text pdf(List<List<String>> pages) {
        return ReadTexts.text(DocumentFixtures.write(folder, DocumentFixtures.pdf(pages)));
    }
}
