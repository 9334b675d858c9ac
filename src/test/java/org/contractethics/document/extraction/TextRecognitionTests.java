package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.contractethics.document.extraction.Progress.Phase;
import org.contractethics.document.extraction.Reading.RecognisedPage;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Pages without a text layer: with a command that stands in for Tesseract, and with the real one where it is installed. */
class TextRecognitionTests {

    private static final Path TESSERACT = Path.of("/usr/bin/tesseract");
    private static final String HEAD =
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

    private final List<Progress> told = new ArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void recognised_words_become_lines_with_the_confidence_of_their_letters() {
        RecognisedText text = RecognisedText.of(
                HEAD + line(1, 100) + word("Facial", 90) + word("matching", 80) + line(2, 150) + word("logs", 50),
                3,
                300);

        assertThat(text.lines()).extracting(PdfLine::text).containsExactly("Facial matching", "logs");
        assertThat(text.lines()).extracting(PdfLine::page).containsOnly(3);
        assertThat(text.confidence()).isEqualTo(77);
    }

    @Test
    void a_table_that_is_none_gives_no_words() {
        String table = HEAD + "5\t1\tx\n" + "4\t1\t1\t1\t1\t0\tNaN\t1\t1\t1\t-1\t\n"
                + "5\t1\t1\t1\t1\t1\t1\t1\t1\t1\tsure\tword\n\0\n";

        assertThat(RecognisedText.of(table, 1, 300).hasWords()).isFalse();
    }

    @Test
    void scanned_pages_are_read_marked_and_told_of() throws IOException {
        Text text = (Text) read(scan(2), recognition(command("cat " + table("1. Retention. Logs are kept."))));

        assertThat(ReadTexts.part(text, "body")).contains("Logs are kept.");
        assertThat(text.recognised()).containsExactly(new RecognisedPage(1, 87), new RecognisedPage(2, 87));
        assertThat(text.gaps()).singleElement().asString().contains("Pages 1-2 were read by OCR", "confidence 87 %");
        assertThat(told).contains(new Progress(Phase.RECOGNISING, 2, 2));
    }

    @Test
    void pages_beyond_the_limit_stay_a_gap() throws IOException {
        Recognition onePage =
                new Recognition(command("cat " + table("Words of a scan.")), "eng", 1, Duration.ofMinutes(1));

        Text text = (Text) read(scan(3), onePage);

        assertThat(text.recognised()).hasSize(1);
        assertThat(text.gaps()).anySatisfy(gap -> assertThat(gap).contains("Pages 2-3 have no text layer"));
    }

    @Test
    void a_recognition_that_never_ends_costs_its_time_and_no_more() throws IOException {
        Recognition hanging = new Recognition(command("exec sleep 600"), "eng", 10, Duration.ofMillis(700));

        assertThat(read(scan(2), hanging)).isEqualTo(new Unreadable(UnreadableReason.NO_TEXT_LAYER));
        // a process that was killed is listed until it was waited for
        await().until(() -> ProcessHandle.current()
                .descendants()
                .noneMatch(child -> child.info().commandLine().orElse("").contains("sleep 600")));
    }

    @Test
    void a_recognition_that_fails_or_floods_leaves_the_page_unread() throws IOException {
        assertThat(read(scan(1), recognition(command("exit 1"))))
                .isEqualTo(new Unreadable(UnreadableReason.NO_TEXT_LAYER));
        assertThat(read(scan(1), recognition(command("head -c 5000000 /dev/zero"))))
                .isEqualTo(new Unreadable(UnreadableReason.NO_TEXT_LAYER));
    }

    @Test
    void without_the_program_the_reason_says_what_to_install() {
        Reading reading = read(scan(1), null);

        assertThat(reading).isEqualTo(new Unreadable(UnreadableReason.NO_TEXT_LAYER));
        assertThat(UnreadableReason.NO_TEXT_LAYER.sentence()).contains("tesseract-ocr");
    }

    @Test
    void time_for_recognition_does_not_count_against_the_file() throws IOException {
        Recognition slow = recognition(command("sleep 1.5; cat " + table("Slow words here.")));

        Reading reading = new TextReader(Duration.ofMillis(1400), slow, told::add)
                .read(ReadingRequest.of(scan(1), DocumentType.PDF));

        assertThat(reading).isInstanceOf(Text.class);
    }

    @Test
    void a_picture_over_a_page_of_a_word_file_is_a_gap() {
        String picture =
                "<w:p><w:r><w:t>Annex</w:t></w:r></w:p><w:p><w:r><w:drawing><extent cx=\"7000000\" cy=\"9000000\"/>"
                        + "</w:drawing></w:r></w:p>";
        Path file = DocumentFixtures.write(folder, DocumentFixtures.wordXml(picture, Map.of()));

        assertThat(ReadTexts.text(file).gaps())
                .anySatisfy(gap -> assertThat(gap).contains("fills most of a page"));
    }

    @Test
    @EnabledIf(value = "installed", disabledReason = "TESSERACT IS NOT INSTALLED: apt-get install tesseract-ocr")
    void tesseract_reads_a_real_scan() {
        Path scan = ScannedPages.write(
                folder, "7.2 The Agency may use the Facial Matching Service.", "7.3 Logs are retained for 365 days.");

        Text text = (Text) read(scan, recognition(TESSERACT));

        assertThat(ReadTexts.part(text, "body")).contains("Facial Matching Service", "365 days");
        assertThat(text.recognised()).singleElement().satisfies(page -> assertThat(page.confidence())
                .isGreaterThan(70));
    }

    static boolean installed() {
        return Files.isExecutable(TESSERACT);
    }

    private Reading read(Path file, @Nullable Recognition recognition) {
        return new TextReader(Duration.ofSeconds(30), recognition, told::add)
                .read(ReadingRequest.of(file, DocumentType.PDF));
    }

    private Path scan(int pages) {
        String[] words = new String[pages];
        Arrays.fill(words, "A scan");
        return ScannedPages.each(folder, words);
    }

    private static Recognition recognition(Path program) {
        return new Recognition(program, "eng", 10, Duration.ofMinutes(1));
    }

    /** A command in the place of tesseract. */
    private Path command(String script) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "command", ".sh"), "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Path table(String words) throws IOException {
        StringBuilder table = new StringBuilder(HEAD).append(line(1, 100));
        for (String word : words.split(" ", -1)) {
            table.append(word(word, 87));
        }
        return Files.writeString(Files.createTempFile(folder, "table", ".tsv"), table);
    }

    private static String line(int number, int top) {
        return "4\t1\t1\t1\t" + number + "\t0\t100\t" + top + "\t900\t40\t-1\t\n";
    }

    private static String word(String word, int confidence) {
        return "5\t1\t1\t1\t1\t1\t100\t100\t80\t40\t" + confidence + "\t" + word + "\n";
    }
}
