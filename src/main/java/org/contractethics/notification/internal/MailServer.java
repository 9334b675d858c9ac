package org.contractethics.notification.internal;

import jakarta.mail.SendFailedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server, tells what became of them, and leaves a server alone for a minute that does not work. */
@Component
class MailServer {

    static final Duration RETRY = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

    /** What became of a mail. */
    enum Result {
        SENT,
        /** The server answered and did not take this mail; it may take others. */
        REFUSED,
        /** Nothing of the mail left. */
        NOT_REACHED,
        /** The connection broke or the server fell silent on the way: nobody knows whether it took the mail. */
        NOT_ANSWERED
    }

    private final JavaMailSender sender;
    private final Clock clock;
    private volatile Instant leftAloneUntil = Instant.MIN;

    MailServer(JavaMailSender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    boolean leftAlone() {
        return leftAloneUntil.isAfter(clock.instant());
    }

    Result send(SimpleMailMessage message) {
        if (leftAlone()) {
            return Result.NOT_REACHED;
        }
        Result result = tried(message);
        if (result == Result.NOT_REACHED || result == Result.NOT_ANSWERED) {
            leftAloneUntil = clock.instant().plus(RETRY);
        }
        return result;
    }

    private Result tried(SimpleMailMessage message) {
        try {
            sender.send(message);
            return Result.SENT;
        } catch (RuntimeException failure) { // a mail that cannot even be written is one that no server takes
            Result result = meaning(failure);
            // no message of the server: it may quote addresses
            LOG.warn("mail not sent result={} problem={}", result, problem(failure));
            return result;
        }
    }

    private static Result meaning(RuntimeException failure) {
        if (failure instanceof MailAuthenticationException) {
            return Result.NOT_REACHED;
        }
        if (!(failure instanceof MailSendException unsent)) {
            return Result.REFUSED;
        }
        Map<Object, Exception> failed = unsent.getFailedMessages();
        Throwable connection = unsent.getCause();
        if (connection != null && failed.isEmpty()) {
            // the mail was taken, and then the connection did not close as it should
            return Result.SENT;
        }
        if (connection != null && failed.containsValue(connection)) {
            return Result.NOT_REACHED;
        }
        return failed.values().stream().allMatch(SendFailedException.class::isInstance)
                ? Result.REFUSED
                : Result.NOT_ANSWERED;
    }

    private static String problem(RuntimeException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return failure instanceof MailSendException unsent && unsent.getMessageExceptions().length > 0
                ? unsent.getMessageExceptions()[0].getClass().getSimpleName()
                : cause.getClass().getSimpleName();
    }
}
