package org.contractethics.document.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Files in an encrypted envelope. Excel uses one also where a workbook is only protected against changes, with a password
 * that everybody knows; those open without asking, here as in Excel.
 */
final class ProtectedOfficeReader implements FormatReader {

    @Override
    public void read(Path file, Draft draft) throws IOException {
        Path opened = Files.createTempFile("document", ".opened");
        try {
            decrypt(file, opened, draft);
            DocumentType type = new TypeDetector().detect(opened).type();
            if (type == null || type == DocumentType.PROTECTED_OFFICE) {
                throw new IOException("nothing readable inside the envelope");
            }
            Readers.of(type).read(opened, draft);
        } finally {
            Files.deleteIfExists(opened);
        }
    }

    private static void decrypt(Path file, Path opened, Draft draft) throws IOException {
        try (POIFSFileSystem envelope = new POIFSFileSystem(file.toFile(), true)) {
            Decryptor decryptor = Decryptor.getInstance(encryption(envelope));
            String password = draft.request().password();
            boolean open = decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)
                    || (password != null && decryptor.verifyPassword(password));
            if (!open) {
                throw new EncryptedDocumentException("a password is needed");
            }
            try (InputStream in = decryptor.getDataStream(envelope);
                    OutputStream out = Files.newOutputStream(opened)) {
                copy(in, out, draft.budget());
            }
        } catch (GeneralSecurityException e) {
            throw new LockedFileException("the encryption is unknown");
        }
    }

    private static EncryptionInfo encryption(POIFSFileSystem envelope) throws IOException {
        try {
            return new EncryptionInfo(envelope);
        } catch (EncryptedDocumentException e) {
            throw new LockedFileException("the encryption is unknown");
        }
    }

    private static void copy(InputStream in, OutputStream out, Budget budget) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            budget.chargeExpandedBytes(read);
            out.write(buffer, 0, read);
        }
    }
}
