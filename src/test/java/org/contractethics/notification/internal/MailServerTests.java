package org.contractethics.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Instant;
import org.contractethics.SettableClock;
import org.contractethics.notification.internal.MailServer.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What became of a mail, and when the server is left alone. */
class MailServerTests {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-24T09:00:00Z"));
    private final SimpleMailMessage message = new SimpleMailMessage();
    private @Nullable MailException failure;
    private final MailServer server = new MailServer(
            new JavaMailSenderImpl() {
                @Override
                public void send(SimpleMailMessage sent) {
                    if (failure != null) {
                        throw failure;
                    }
                }
            },
            clock);

    @Test
    void a_server_that_refuses_one_mail_is_asked_for_the_next() {
        assertThat(fails(MailFailures.refused(message))).isEqualTo(Result.REFUSED);
        assertThat(fails(new MailParseException("no address"))).isEqualTo(Result.REFUSED);
        assertThat(server.leftAlone()).isFalse();
    }

    @Test
    void a_server_that_is_not_reached_is_left_alone_for_a_minute() {
        assertThat(fails(MailFailures.unreached(message))).isEqualTo(Result.NOT_REACHED);
        assertThat(server.leftAlone()).isTrue();
        failure = null;
        assertThat(server.send(message)).isEqualTo(Result.NOT_REACHED);

        clock.forward(MailServer.RETRY);

        assertThat(server.send(message)).isEqualTo(Result.SENT);
    }

    @Test
    void a_server_that_does_not_let_us_in_is_not_reached() {
        assertThat(fails(new MailAuthenticationException(new AuthenticationFailedException("535"))))
                .isEqualTo(Result.NOT_REACHED);
    }

    @Test
    void of_a_server_that_falls_silent_nobody_knows_whether_it_took_the_mail() {
        assertThat(fails(MailFailures.silent(message))).isEqualTo(Result.NOT_ANSWERED);
        assertThat(server.leftAlone()).isTrue();
    }

    /** Otherwise the person gets it again and again. */
    @Test
    void a_mail_was_sent_though_the_connection_does_not_close() {
        assertThat(fails(new MailSendException("Failed to close server connection", new MessagingException("QUIT"))))
                .isEqualTo(Result.SENT);
    }

    private Result fails(MailException with) {
        failure = with;
        return server.send(message);
    }
}
