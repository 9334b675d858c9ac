package org.contractethics.document.extraction;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** MBOX: a folder of e-mails in one file. Each begins at a line "From " that follows a blank one. */
final class MailboxReader implements FormatReader {

    private static final int MOST = 1_000;
    private static final int LARGEST = 50 * 1024 * 1024;

    @Override
    public void read(Path file, Draft draft) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int count = 0;
        boolean blank = true;
        // one byte, one character: what they mean is for each message to say
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null && count <= MOST; line = lines.readLine()) {
                if (blank && line.startsWith("From ")) {
                    count += add(message, count, draft);
                } else {
                    write(line.startsWith(">From ") ? line.substring(1) : line, message);
                }
                blank = line.isEmpty();
            }
        }
        if (count > MOST) {
            draft.gap("This mailbox holds more than " + MOST + " messages; the others were not read. Split it.");
        } else {
            add(message, count, draft);
        }
    }

    private static void write(String line, ByteArrayOutputStream message) {
        message.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
        message.write('\n');
        if (message.size() > LARGEST) {
            throw new LimitHitException("size of a message");
        }
    }

    /** @return how many messages were added */
    private static int add(ByteArrayOutputStream message, int before, Draft draft) throws IOException {
        if (message.size() == 0) {
            return 0;
        }
        MailText.add(new ByteArrayInputStream(message.toByteArray()), draft, "message " + (before + 1) + ", ");
        message.reset();
        return 1;
    }
}
