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
    void a_word_file_names_the_files_it_shows_by_relations_whatever_they_are_called() {
        Text text = ReadTexts.text(related(relation("aFChunk", "terms.html", "Internal")
                + relation("package", "data/annex.docx", "Internal")
                + relation("oleObject", "data/annex.docx", "Internal")));

        assertThat(text.embedded()).extracting(EmbeddedFile::name).containsExactly("terms.html", "annex.docx");
        assertThat(text.gaps()).isEmpty();
    }

    @Test
    void what_a_word_file_shows_from_outside_or_has_lost_is_a_gap() {
        assertThat(ReadTexts.text(related(relation("subDocument", "file:///c:/terms.docx", "External")))
                        .gaps())
                .singleElement()
                .asString()
                .contains("another file outside of it");
        assertThat(ReadTexts.text(related(relation("aFChunk", "gone.html", "Internal")))
                        .gaps())
                .singleElement()
                .asString()
                .contains("missing");
    }

    private static String relation(String kind, String target, String mode) {
        return "<Relationship Id='r-%1$s' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/%1$s' Target='%2$s' TargetMode='%3$s'/>"
                .formatted(kind, target, mode);
    }

    private Path related(String relations) {
        Map<String, byte[]> more = new LinkedHashMap<>();
        more.put("word/_rels/document.xml.rels", bytes("<Relationships>" + relations + "</Relationships>"));
        more.put("word/terms.html", bytes("<html><body><p>The supplier pays.</p></body></html>"));
        more.put("word/data/annex.docx", DocumentFixtures.aContract());
        byte[] file = DocumentFixtures.wordXml("<w:p><w:r><w:t>Words of the page.</w:t></w:r></w:p>", Map.of(), more);
        return DocumentFixtures.write(folder, file);
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
