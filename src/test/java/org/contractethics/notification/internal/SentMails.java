package org.contractethics.notification.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.stream.Stream;
import org.contractethics.local.LocalServices;

/** Mails that reached the mail server of the tests. */
final class SentMails {

    private SentMails() {}

    static Stream<MimeMessage> titled(String title) {
        return Arrays.stream(LocalServices.forPurpose(LocalServices.Purpose.TEST)
                        .mail()
                        .getReceivedMessages())
                .filter(mail -> title.equals(subject(mail)));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
