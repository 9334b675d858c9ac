package org.contractethics.notification.internal;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;

/** How the mail library of Spring tells of mails that were not sent. */
final class MailFailures {

    private MailFailures() {}

    static MailException unreached(SimpleMailMessage message) {
        Exception cause = new MessagingException("could not connect", new ConnectException());
        return new MailSendException("Mail server connection failed", cause, Map.of(message, cause));
    }

    static MailException refused(SimpleMailMessage message) {
        return new MailSendException(Map.of(message, new SendFailedException("550 no such address")));
    }

    static MailException silent(SimpleMailMessage message) {
        return new MailSendException(
                Map.of(message, new MessagingException("Exception reading response", new SocketTimeoutException())));
    }
}
