package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.document.extraction.Reading.EmbeddedFile;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFileTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_file_of_an_archive_becomes_one_of_its_own() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("annexes/annex.docx", DocumentFixtures.aContract());
        entries.put("__MACOSX/._annex.docx", bytes("litter"));
        entries.put("run.exe", bytes("MZ\u0001\u0002\u0003\u0004"));

        Text text = ReadTexts.text(DocumentFixtures.write(folder, DocumentFixtures.zip(entries)));

        assertThat(text.embedded()).extracting(EmbeddedFile::name).containsExactly("annexes/annex.docx");
        assertThat(ReadTexts.part(text, "file names")).isEqualTo("annexes/annex.docx\nrun.exe");
        assertThat(text.gaps()).containsExactly("Inside this file and not read: “run.exe” (a program).");
        Text annex = ReadTexts.text(text.embedded().get(0).file());
        assertThat(ReadTexts.part(annex, "body")).contains("Record Matching Service");
    }

    @Test
    void an_archive_of_too_many_files_says_how_many_were_left_out() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < EmbeddedFiles.MOST + 3; i++) {
            entries.put("note-" + i + ".txt", bytes("Note " + i));
        }

        Text text = ReadTexts.text(DocumentFixtures.write(folder, DocumentFixtures.zip(entries)));

        assertThat(text.embedded()).hasSize(EmbeddedFiles.MOST);
        assertThat(text.gaps()).singleElement().asString().contains("3 of them were not read");
    }

    @Test
    void a_bomb_inside_an_archive_ends_the_whole_file() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("blanks.txt", new byte[20 * 1024 * 1024]);

        assertThat(ReadTexts.reason(DocumentFixtures.write(folder, DocumentFixtures.zip(entries))))
                .isEqualTo(UnreadableReason.HOSTILE);
    }

    @Test
    void files_attached_to_a_pdf_are_found() {
        byte[] pdf =
                DocumentFixtures.pdfWithAttachment("Words of the page.", "annex.docx", DocumentFixtures.aContract());

        Text text = ReadTexts.text(DocumentFixtures.write(folder, pdf));

        assertThat(text.embedded()).extracting(EmbeddedFile::name).containsExactly("annex.docx");
    }

    @Test
    void an_attachment_that_cannot_be_unpacked_is_named_and_the_pages_are_read() {
        byte[] pdf = DocumentFixtures.pdfWithDamagedAttachment("Words of the page.", "annex.docx");

        Text text = ReadTexts.text(DocumentFixtures.write(folder, pdf));

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Words of the page.");
        assertThat(text.gaps()).containsExactly("Inside this file and not read: “annex.docx” (damaged).");
    }

    @Test
    void where_nobody_takes_them_it_is_said_that_they_are_there() throws Exception {
        byte[] pdf =
                DocumentFixtures.pdfWithAttachment("Words of the page.", "annex.docx", DocumentFixtures.aContract());
        TextReader reader = new TextReader(Duration.ofSeconds(60));

        Reading reading = reader.read(ReadingRequest.of(DocumentFixtures.write(folder, pdf), DocumentType.PDF));

        assertThat(((Text) reading).gaps()).singleElement().asString().contains("One file is embedded in this one");
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }
}
