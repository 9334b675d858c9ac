package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.contractethics.document.extraction.Reading.EmbeddedFile;
import org.contractethics.document.extraction.Reading.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailReadingTests {

    private static final String HEADER =
            """
            From: =?UTF-8?Q?Tom_Lindqvist?= <tom@example.org>
            To: legal@example.org
            Date: Thu, 26 Nov 2026 10:00:00 +0000
            Subject: =?UTF-8?Q?Annex_=E2=80=93_end_use?=
            MIME-Version: 1.0
            """;

    private static final String WITH_ATTACHMENTS = HEADER
            + """
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            The annex says what the images may be us=
            ed for.

            --b
            Content-Type: text/plain; name="annex.txt"
            Content-Disposition: attachment; filename="annex.txt"

            1. The images shall not be used for removal operations.

            --b
            Content-Type: image/png
            Content-Disposition: attachment; filename="logo.png"
            Content-Transfer-Encoding: base64

            iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==
            --b--
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void who_wrote_to_whom_stands_apart_from_what_was_written() {
        Text text = mail(WITH_ATTACHMENTS);

        assertThat(ReadTexts.part(text, "mail header"))
                .contains("From: Tom Lindqvist <tom@example.org>", "Subject: Annex – end use");
        assertThat(ReadTexts.part(text, "body")).isEqualTo("The annex says what the images may be used for.");
    }

    @Test
    void attachments_become_files_of_their_own_and_pictures_are_named_as_not_read() {
        Text text = mail(WITH_ATTACHMENTS);

        assertThat(text.embedded()).extracting(EmbeddedFile::name).containsExactly("annex.txt");
        Text annex = ReadTexts.text(text.embedded().get(0).file());
        assertThat(ReadTexts.part(annex, "body")).contains("shall not be used for removal operations");
        assertThat(text.gaps()).containsExactly("Inside this file and not read: “logo.png” (a picture).");
    }

    @Test
    void of_two_forms_of_a_message_the_one_that_says_more_is_read() {
        Text text = mail(
                HEADER
                        + """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                Use another program.
                --b
                Content-Type: text/html

                <p>The Agency may retain the images for <b>ten years</b>.</p><script>alert(1)</script>
                --b--
                """);

        assertThat(ReadTexts.part(text, "body")).isEqualTo("The Agency may retain the images for ten years.");
    }

    @Test
    void words_of_the_shorter_form_are_not_dropped() {
        Text text = mail(
                HEADER
                        + """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                The images may not be used for removal.
                --b
                Content-Type: text/html

                <p>The images may be used for removal, as the annex of this letter says.</p>
                --b--
                """);

        assertThat(ReadTexts.part(text, "body")).contains("as the annex");
        assertThat(ReadTexts.part(text, "other form of the message"))
                .isEqualTo("The images may not be used for removal.");
    }

    @Test
    void a_form_of_several_parts_does_not_hide_the_words_of_another_and_keeps_its_files() {
        Text text = mail(
                HEADER
                        + """
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                The Agency may retain the images of all travellers for ten years.
                --b
                Content-Type: multipart/mixed; boundary=c

                --c
                Content-Type: text/html

                <p>The Agency may retain the images.</p>
                --c
                Content-Type: text/plain; name="annex.txt"
                Content-Disposition: attachment; filename="annex.txt"

                Words of the annex.
                --c--
                --b--
                """);

        assertThat(ReadTexts.part(text, "body"))
                .isEqualTo("The Agency may retain the images of all travellers for ten years.");
        assertThat(ReadTexts.part(text, "other form of the message")).isEmpty();
        assertThat(text.embedded()).extracting(EmbeddedFile::name).containsExactly("annex.txt");
    }

    @Test
    void a_mailbox_keeps_its_messages_apart() {
        Text text = mail("From tom Thu Nov 26 10:00:00 2026\n" + HEADER + "\nFirst words.\n>From here on.\n\n"
                + "From lena Thu Nov 26 11:00:00 2026\n" + HEADER + "\nSecond words.\n");

        assertThat(ReadTexts.part(text, "message 1, body")).isEqualTo("First words.\nFrom here on.");
        assertThat(ReadTexts.part(text, "message 2, body")).isEqualTo("Second words.");
    }

    @Test
    void an_outlook_message_is_read_with_the_message_inside_it() {
        Text text = ReadTexts.text(copy("58214_with_attachment.msg"));

        assertThat(ReadTexts.part(text, "mail header")).contains("Subject: Master mail");
        assertThat(ReadTexts.part(text, "body")).contains("Vestibulum orci purus");
        assertThat(text.embedded()).hasSize(1);
        assertThat(ReadTexts.part(ReadTexts.text(text.embedded().get(0).file()), "mail header"))
                .contains("Subject: ");
    }

    private Text mail(String raw) {
        byte[] bytes = raw.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
        return ReadTexts.text(DocumentFixtures.write(folder, bytes));
    }

    private Path copy(String resource) {
        return DocumentFixtures.copy(folder, resource);
    }
}
