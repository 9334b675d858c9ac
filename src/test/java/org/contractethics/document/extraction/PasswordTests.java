package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.Unreadable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordTests {

    private final TextReader reader = new TextReader(Duration.ofSeconds(30));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void the_password_of_an_office_file_opens_it() {
        Path file = DocumentFixtures.write(folder, DocumentFixtures.protectedDocx("secret"));

        assertThat(read(file, DocumentType.PROTECTED_OFFICE, "secret")).isInstanceOf(Text.class);
        assertThat(read(file, DocumentType.PROTECTED_OFFICE, "Secret")).isEqualTo(encrypted());
        assertThat(read(file, DocumentType.PROTECTED_OFFICE, null)).isEqualTo(encrypted());
    }

    @Test
    void the_password_of_a_pdf_opens_it() {
        Path file = DocumentFixtures.write(folder, DocumentFixtures.protectedPdf("secret"));

        assertThat(read(file, DocumentType.PDF, "secret")).isInstanceOf(Text.class);
        assertThat(read(file, DocumentType.PDF, "Secret")).isEqualTo(encrypted());
    }

    @Test
    void a_wrong_password_of_an_old_word_file_leaves_it_encrypted_and_no_trace_for_the_next_file() {
        Path file = DocumentFixtures.resource("PasswordProtected.doc");

        assertThat(read(file, DocumentType.DOC, "wrong")).isEqualTo(encrypted());
        assertThat(Biff8EncryptionKey.getCurrentUserPassword()).isNull();
    }

    private Reading read(Path file, DocumentType type, @Nullable String password) {
        return reader.read(new ReadingRequest(file, type, password, null));
    }

    private static Unreadable encrypted() {
        return new Unreadable(UnreadableReason.ENCRYPTED);
    }
}
