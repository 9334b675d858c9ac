package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outlook shows the formatted form of a message: a plain one beside it cannot hide what it says. */
class OutlookFormsTests {

    private static final String PLAIN = "__substg1.0_1000001F";
    private static final String HTML = "__substg1.0_10130102";
    private static final String RTF = "__substg1.0_10090102";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_form_that_says_most_is_the_body_and_what_another_says_beside_it_is_read() throws IOException {
        Text text = message(Map.of(
                PLAIN,
                unicode("Prices are fixed. Call Tom."),
                HTML,
                latin("<html><body><p>Prices are fixed. The supplier pays for every delay.</p></body></html>")));

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Prices are fixed. The supplier pays for every delay.");
        assertThat(ReadTexts.part(text, MailForms.OTHER_FORM)).isEqualTo("Prices are fixed. Call Tom.");
    }

    @Test
    void a_formatted_text_that_says_more_than_the_plain_one_is_read() throws IOException {
        Text text = message(Map.of(
                PLAIN,
                unicode("Prices are fixed and nothing else is meant by this."),
                RTF,
                stored("{\\rtf1\\ansi The supplier pays.\\par}")));

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Prices are fixed and nothing else is meant by this.");
        assertThat(ReadTexts.part(text, MailForms.OTHER_FORM)).isEqualTo("The supplier pays.");
    }

    @Test
    void forms_that_say_the_same_are_read_once() throws IOException {
        Text text = message(Map.of(
                PLAIN,
                unicode("Prices are fixed."),
                HTML,
                latin("<html><body><p>Prices are <b>fixed</b>.</p></body></html>"),
                RTF,
                stored("{\\rtf1\\ansi Prices are {\\b fixed}.\\par}")));

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Prices are fixed.");
        assertThat(ReadTexts.part(text, MailForms.OTHER_FORM)).isEmpty();
        assertThat(text.gaps()).isEmpty();
    }

    @Test
    void a_damaged_form_is_a_gap() throws IOException {
        Text text = message(Map.of(PLAIN, unicode("Prices are fixed."), RTF, new byte[] {40, 0, 0, 0, 1}));

        assertThat(ReadTexts.part(text, "body")).isEqualTo("Prices are fixed.");
        assertThat(text.gaps()).singleElement().asString().contains("formatted form of the message is damaged");
    }

    private Text message(Map<String, byte[]> streams) throws IOException {
        Map<String, byte[]> all = new LinkedHashMap<>(streams);
        all.put("__properties_version1.0", new byte[32]);
        try (POIFSFileSystem compound = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            compound.getRoot().createDirectory("__nameid_version1.0");
            for (Map.Entry<String, byte[]> stream : all.entrySet()) {
                compound.createDocument(new ByteArrayInputStream(stream.getValue()), stream.getKey());
            }
            compound.writeFilesystem(out);
            return ReadTexts.text(DocumentFixtures.write(folder, out.toByteArray()));
        }
    }

    private static byte[] unicode(String words) {
        return words.getBytes(StandardCharsets.UTF_16LE);
    }

    private static byte[] latin(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** As Outlook stores a formatted text that it does not compress. */
    private static byte[] stored(String rtf) {
        byte[] raw = latin(rtf);
        return ByteBuffer.allocate(16 + raw.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(12 + raw.length)
                .putInt(raw.length)
                .put(latin("MELA"))
                .putInt(0)
                .put(raw)
                .array();
    }
}
