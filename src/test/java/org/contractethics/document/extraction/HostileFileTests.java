package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFileTests {

    private static final byte[] HTML =
            "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder = Path.of("");

    /** Bad input 8 */
    @Test
    void a_zip_bomb_is_given_up_before_it_is_parsed() {
        assertThat(ReadTexts.reason(file(DocumentFixtures.bomb(200)))).isEqualTo(UnreadableReason.HOSTILE);
    }

    @Test
    void an_entity_bomb_is_given_up() {
        String bomb = "<!DOCTYPE w:document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><w:document/>";
        byte[] file = DocumentFixtures.zip(Map.of(
                "[Content_Types].xml",
                ("<Types><Override PartName='/word/document.xml' ContentType='application/vnd.openxmlformats-officedocument"
                                + ".wordprocessingml.document.main+xml'/></Types>")
                        .getBytes(StandardCharsets.US_ASCII),
                "word/document.xml",
                bomb.getBytes(StandardCharsets.US_ASCII)));

        assertThat(ReadTexts.reason(file(file))).isEqualTo(UnreadableReason.HOSTILE);
    }

    /** Bad input 9 */
    @Test
    void an_external_entity_is_never_fetched() {
        String doctype = "<!DOCTYPE w:document [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
        byte[] file = DocumentFixtures.zip(Map.of(
                "[Content_Types].xml", (doctype + "<Types>&x;</Types>").getBytes(StandardCharsets.US_ASCII),
                "word/document.xml", "<a/>".getBytes(StandardCharsets.US_ASCII)));

        assertThat(ReadTexts.reason(file(file))).isEqualTo(UnreadableReason.HOSTILE);
    }

    @Test
    void a_password_is_named_as_the_reason() {
        assertThat(ReadTexts.reason(file(DocumentFixtures.protectedDocx("secret"))))
                .isEqualTo(UnreadableReason.ENCRYPTED);
        assertThat(ReadTexts.reason(DocumentFixtures.resource("PasswordProtected.doc")))
                .isEqualTo(UnreadableReason.ENCRYPTED);
    }

    @Test
    void a_workbook_protected_with_the_password_everybody_knows_is_read() {
        Text text = ReadTexts.text(file(DocumentFixtures.protectedDocx("VelvetSweatshop")));

        assertThat(ReadTexts.part(text, "body")).contains("Record Matching Service");
    }

    @Test
    void a_torn_file_is_called_damaged() {
        byte[] whole = DocumentFixtures.aContract();

        assertThat(ReadTexts.reason(file(Arrays.copyOf(whole, whole.length - 600))))
                .isEqualTo(UnreadableReason.DAMAGED);
    }

    @Test
    void a_file_without_words_says_so() {
        assertThat(ReadTexts.reason(file(DocumentFixtures.docx("", " ")))).isEqualTo(UnreadableReason.NO_TEXT);
    }

    @Test
    void a_web_page_is_read_as_a_web_page_whatever_its_name() {
        assertThat(new TypeDetectorProbe().type(file(HTML))).isEqualTo(DocumentType.HTML);
        assertThat(ReadTexts.reason(file(HTML))).isEqualTo(UnreadableReason.NO_TEXT);
    }

    @Test
    void a_web_page_with_a_document_behind_it_is_a_web_page() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(HTML);
        both.write(DocumentFixtures.aContract());

        assertThat(new TypeDetectorProbe().type(file(both.toByteArray()))).isEqualTo(DocumentType.HTML);
    }

    @Test
    void programs_and_archives_that_are_not_opened_are_no_documents() {
        byte[] program = {'M', 'Z', 1, 2, 3, 4};
        byte[] sevenZip = {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C};

        assertThat(new TypeDetectorProbe().type(file(program))).isNull();
        assertThat(new TypeDetectorProbe().type(file(sevenZip))).isNull();
    }

    @Test
    void an_archive_whose_names_lead_outside_is_not_opened() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("fine.txt", HTML);
        entries.put("../../etc/passwd", HTML);

        assertThat(ReadTexts.reason(file(DocumentFixtures.zip(entries)))).isEqualTo(UnreadableReason.HOSTILE);
    }

    @Test
    void each_reason_says_what_happened_and_what_to_do() {
        for (UnreadableReason reason : UnreadableReason.values()) {
            assertThat(reason.sentence().split("\\. ")).hasSizeGreaterThan(1);
        }
    }

    @Test
    void a_file_that_takes_too_long_is_given_up() throws Exception {
        TextReader impatient = new TextReader(Duration.ZERO);

        Reading reading = impatient.read(ReadingRequest.of(file(DocumentFixtures.aContract()), DocumentType.DOCX));

        assertThat(reading).isEqualTo(new Unreadable(UnreadableReason.LIMIT_HIT));
    }

    @Test
    void errors_of_parsers_are_reasons_too() {
        assertThat(Failures.reason(new NoClassDefFoundError("org/bouncycastle/cms/Recipient")))
                .isEqualTo(UnreadableReason.LOCKED);
        assertThat(Failures.reason(new StackOverflowError())).isEqualTo(UnreadableReason.LIMIT_HIT);
        assertThat(Failures.reason(new OutOfMemoryError())).isEqualTo(UnreadableReason.LIMIT_HIT);
        assertThat(Failures.reason(new IllegalStateException("anything"))).isEqualTo(UnreadableReason.DAMAGED);
    }

    @Test
    void invisible_characters_hide_no_word() {
        Text text = ReadTexts.text(file(DocumentFixtures.docx("sur\u200Bveil\u00ADlance \u202Eecnallievrus\u202C")));

        assertThat(ReadTexts.part(text, "body")).isEqualTo("surveillance ecnallievrus");
    }

    private Path file(byte[] bytes) {
        return DocumentFixtures.write(folder, bytes);
    }
}
