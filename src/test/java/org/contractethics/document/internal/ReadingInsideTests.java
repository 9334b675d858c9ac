package org.contractethics.document.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.contractethics.document.FileTexts.Ending;
import org.contractethics.document.FileTexts.Extent;
import org.contractethics.document.FileTexts.FileText;
import org.contractethics.document.FileTexts.InsideText;
import org.contractethics.document.FileTexts.Passage;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.extraction.Reading.EmbeddedFile;
import org.contractethics.document.internal.ReadingInside.Found;
import org.contractethics.document.internal.ReadingInside.Together;
import org.contractethics.document.isolation.ReadingLimits;
import org.contractethics.document.isolation.ReadingPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies inside a file that is no document is read within the limits of documents, and of what is not read it is said why. */
class ReadingInsideTests {

    private static final ReadingPool POOL = pool();

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void end() {
        POOL.close();
    }

    @Test
    void a_mail_in_a_mail_is_read_with_what_is_attached_to_it() throws Exception {
        byte[] inner = mail("Held at night", "list.docx", DocumentFixtures.docx("Families of the centre"));
        FileText text = read(mail("See below", "forwarded.eml", inner));

        assertThat(words(text.passages())).contains("See below");
        assertThat(text.inside())
                .extracting(InsideText::place, InsideText::ending)
                .containsExactly(
                        tuple(List.of("forwarded.eml"), Ending.READ),
                        tuple(List.of("list.docx", "forwarded.eml"), Ending.READ));
        assertThat(words(text.inside().get(0).passages())).contains("Held at night");
        assertThat(words(text.inside().get(1).passages())).contains("Families of the centre");
    }

    @Test
    void a_bomb_a_password_and_damage_inside_cost_only_themselves() throws Exception {
        FileText text = read(DocumentFixtures.zip(Map.of(
                "a-bomb.docx", DocumentFixtures.bomb(60),
                "b-locked.docx", DocumentFixtures.protectedDocx("secret"),
                "c-cut.docx", "PK\u0003\u0004 no more".getBytes(UTF_8),
                "d-note.txt", "Held at night".getBytes(UTF_8))));

        assertThat(text.ending()).isEqualTo(Ending.READ);
        assertThat(text.inside())
                .extracting(inside -> inside.place().get(0), InsideText::ending)
                .containsExactly(
                        tuple("a-bomb.docx", Ending.HOSTILE),
                        tuple("b-locked.docx", Ending.LOCKED),
                        tuple("c-cut.docx", Ending.DAMAGED),
                        tuple("d-note.txt", Ending.READ));
        assertThat(text.inside())
                .extracting(inside -> words(inside.passages()))
                .containsExactly("", "", "", "Held at night");
        assertThat(text.gaps()).isEmpty();
    }

    @Test
    void an_archive_in_an_archive_that_unpacks_without_end_is_named() throws Exception {
        byte[] inner = DocumentFixtures.zip(Map.of("blank.txt", new byte[60 * 1024 * 1024]));
        FileText text = read(DocumentFixtures.zip(Map.of("inner.zip", inner, "note.txt", "Held".getBytes(UTF_8))));

        assertThat(text.inside())
                .extracting(inside -> inside.place().get(0), InsideText::ending)
                .containsExactly(tuple("inner.zip", Ending.HOSTILE), tuple("note.txt", Ending.READ));
    }

    @Test
    void a_file_of_a_kind_that_cannot_be_read_and_a_locked_entry_are_named() throws Exception {
        FileText text = read(mail("See below", "run.exe", new byte[] {'M', 'Z', 0, 1, 2, 3}));

        assertThat(text.inside()).isEmpty();
        assertThat(text.gaps()).anyMatch(gap -> gap.contains("not read: “run.exe”"));
        assertThat(read(DocumentFixtures.encryptedZip("plan.docx")).ending()).isEqualTo(Ending.LOCKED);
    }

    @Test
    void an_object_in_a_word_file_a_spreadsheet_and_a_pdf_is_read() throws Exception {
        byte[] note = "Held at night".getBytes(UTF_8);
        byte[] annex = DocumentFixtures.pdfWithAttachment("Annex", "note.txt", note);
        byte[] sheet = with(spreadsheet(), "xl/embeddings/annex.pdf", annex);
        FileText text = read(with(DocumentFixtures.docx("Agreed"), "word/embeddings/sheet.xlsx", sheet));

        assertThat(text.inside()).allMatch(inside -> inside.ending() == Ending.READ);
        assertThat(text.inside())
                .extracting(InsideText::place)
                .containsExactly(
                        List.of("sheet.xlsx"),
                        List.of("annex.pdf", "sheet.xlsx"),
                        List.of("note.txt", "annex.pdf", "sheet.xlsx"));
    }

    @Test
    void what_lies_deeper_than_in_documents_is_not_read_and_that_is_said() throws Exception {
        byte[] file = "Held at night".getBytes(UTF_8);
        String name = "note.txt";
        for (int depth = 1; depth <= 6; depth++) {
            file = DocumentFixtures.zip(Map.of(name, file));
            name = "level" + depth + ".zip";
        }

        FileText text = read(file);

        assertThat(text.inside()).hasSize(KeepingEmbedded.DEEPEST);
        assertThat(text.inside().get(KeepingEmbedded.DEEPEST - 1).gaps())
                .containsExactly("The files inside this one were not read, because it lies 4 files deep itself.");
    }

    @Test
    void the_same_file_twice_in_one_is_read_once() throws Exception {
        byte[] note = "Held at night".getBytes(UTF_8);

        assertThat(read(DocumentFixtures.zip(Map.of("a.txt", note, "b.txt", note)))
                        .inside())
                .hasSize(1);
    }

    @Test
    void alone_it_is_read_without_what_lies_inside_and_that_is_said() throws Exception {
        byte[] mail = mail("See below", "list.txt", "Held".getBytes(UTF_8));

        FileText text = new ReadingFiles(POOL).read("test", mail, Extent.ALONE, () -> {});

        assertThat(text.ending()).isEqualTo(Ending.READ);
        assertThat(text.inside()).isEmpty();
        assertThat(text.gaps()).containsExactly("The files inside this one were not read.");
    }

    @Test
    void more_files_bytes_words_or_time_than_all_may_cost_together_end_the_reading_and_that_is_said() throws Exception {
        for (Together most : List.of(
                new Together(1, Together.USUAL.bytes(), Together.USUAL.characters(), Together.USUAL.time()),
                new Together(Together.USUAL.files(), 30, Together.USUAL.characters(), Together.USUAL.time()),
                new Together(Together.USUAL.files(), Together.USUAL.bytes(), 5, Together.USUAL.time()))) {
            Found found = together(most);
            assertThat(found.texts()).as(most.toString()).hasSize(1);
            assertThat(found.gaps())
                    .as(most.toString())
                    .containsExactly(
                            "Not all files inside this one were read: what lies in the outermost file is more than"
                                    + " may be read together.");
        }
        assertThat(together(new Together(
                                Together.USUAL.files(),
                                Together.USUAL.bytes(),
                                Together.USUAL.characters(),
                                Duration.ZERO))
                        .texts())
                .isEmpty();
        assertThat(together(Together.USUAL).texts()).hasSize(2);
    }

    private Found together(Together most) throws Exception {
        List<EmbeddedFile> files = new ArrayList<>();
        for (String words : List.of("Held at night, said A", "Held at night, said B")) {
            files.add(
                    new EmbeddedFile("note.txt", Files.writeString(Files.createTempFile(folder, "n", ".txt"), words)));
        }
        Path outermost = Files.writeString(folder.resolve("outermost"), "outermost");
        return new ReadingInside(POOL, "test", () -> {}, most).in(outermost, files);
    }

    private static FileText read(byte[] file) throws InterruptedException {
        return new ReadingFiles(POOL).read("test", file, Extent.WITH_FILES_INSIDE, () -> {});
    }

    private static String words(List<Passage> passages) {
        return String.join("\n", passages.stream().map(Passage::text).toList());
    }

    private static byte[] mail(String words, String name, byte[] attached) {
        return """
                From: tom@example.org
                To: legal@example.org
                Date: Thu, 26 Nov 2026 10:00:00 +0000
                Subject: Annex
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain; charset=UTF-8

                %s

                --b
                Content-Type: application/octet-stream; name="%s"
                Content-Disposition: attachment; filename="%s"
                Content-Transfer-Encoding: base64

                %s
                --b--
                """
                .formatted(words, name, name, Base64.getMimeEncoder().encodeToString(attached))
                .getBytes(UTF_8);
    }

    private static byte[] spreadsheet() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            book.createSheet("Prices").createRow(0).createCell(0).setCellValue("Held at night");
            book.write(out);
            return out.toByteArray();
        }
    }

    /** The same Office file with one more part. */
    private static byte[] with(byte[] office, String name, byte[] content) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(office))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        parts.put(name, content);
        return DocumentFixtures.zip(parts);
    }

    private static ReadingPool pool() {
        try {
            return new ReadingPool(
                    new ReadingLimits("256m", Duration.ofSeconds(60), 1, 100, Duration.ofMinutes(1), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
