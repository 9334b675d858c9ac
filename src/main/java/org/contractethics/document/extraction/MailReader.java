package org.contractethics.document.extraction;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** EML: an e-mail with its attachments. */
final class MailReader implements FormatReader {

    @Override
    public void read(Path file, Draft draft) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            MailText.add(in, draft, "");
        }
    }
}
