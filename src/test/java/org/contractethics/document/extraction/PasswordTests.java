package org.contractethics.document.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
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

    @Test
    void an_archive_of_encrypted_files_is_locked_whatever_the_password() {
        Path file = DocumentFixtures.write(folder, DocumentFixtures.encryptedZip("annex.docx"));

        assertThat(read(file, DocumentType.ZIP, null)).isEqualTo(locked());
        assertThat(read(file, DocumentType.ZIP, "secret")).isEqualTo(locked());
    }

    @Test
    void an_envelope_of_an_unknown_encryption_is_locked_whatever_the_password() throws Exception {
        Path file = folder.resolve("unknown.docx");
        try (POIFSFileSystem envelope = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            envelope.createDocument(new ByteArrayInputStream(new byte[] {9, 0, 9, 0, 0, 0, 0, 0}), "EncryptionInfo");
            envelope.createDocument(new ByteArrayInputStream(new byte[4096]), "EncryptedPackage");
            envelope.writeFilesystem(out);
        }

        assertThat(read(file, DocumentType.PROTECTED_OFFICE, "secret")).isEqualTo(locked());
    }

    private Reading read(Path file, DocumentType type, @Nullable String password) {
        return reader.read(new ReadingRequest(file, type, password, null));
    }

    private static Unreadable locked() {
        return new Unreadable(UnreadableReason.LOCKED);
    }

    private static Unreadable encrypted() {
        return new Unreadable(UnreadableReason.ENCRYPTED);
    }
}
