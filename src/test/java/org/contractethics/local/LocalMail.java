package org.contractethics.local;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A mail server inside this process: takes every mail, delivers none, and lays each into a folder as an .eml file. */
final class LocalMail {

    static final int USUAL_PORT = 13025;

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final GreenMail server;
    private final Path folder;
    private int stored;

    private LocalMail(GreenMail server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    static LocalMail start(Path folder) {
        int port = Ports.usualOrFree(USUAL_PORT);
        LocalMail mail =
                new LocalMail(new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)), folder);
        mail.server.start();
        ShutdownOrder.stopAtEnd(mail.server::stop);
        Thread storing = new Thread(mail::storeForEver, "store-local-mail");
        storing.setDaemon(true);
        storing.start();
        return mail;
    }

    GreenMail server() {
        return server;
    }

    Path folder() {
        return folder;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    private void storeForEver() {
        while (server.isRunning()) {
            server.waitForIncomingEmail(60_000, stored + 1);
            MimeMessage[] all = server.getReceivedMessages();
            // a test may have emptied the mailboxes
            stored = Math.min(stored, all.length);
            for (; stored < all.length; stored++) {
                store(all[stored], stored);
            }
        }
    }

    private void store(MimeMessage message, int number) {
        Path file =
                folder.resolve("%s-%03d.eml".formatted(STAMP.format(LocalDateTime.now(ZoneOffset.UTC)), number + 1));
        try {
            Files.createDirectories(folder);
            try (OutputStream out = Files.newOutputStream(file)) {
                message.writeTo(out);
            }
            int recipients = message.getAllRecipients() == null ? 0 : message.getAllRecipients().length;
            System.out.printf("Mail to %d recipient(s) laid into %s%n", recipients, file);
        } catch (IOException | MessagingException e) {
            System.out.println("A mail could not be stored: " + e);
        }
    }
}
