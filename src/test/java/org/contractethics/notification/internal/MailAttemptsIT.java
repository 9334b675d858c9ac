package org.contractethics.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.notification.internal.Mailings.FailingSender;
import org.contractethics.shared.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** How often the mail of a notice is tried, and how that ends. */
@IntegrationTest
class MailAttemptsIT {

    private static final Duration LONG_AFTER = Duration.ofDays(60);

    private final MockMvcTester mvc;
    private final Mailings mailings;
    private final JavaMailSender mailServer;
    private final PeopleDirectory people;
    private final JdbcClient jdbc;

    MailAttemptsIT(
            @Autowired MockMvcTester mvc,
            @Autowired WaitingMails waiting,
            @Autowired PersonalNotices kept,
            @Autowired JavaMailSender mailServer,
            @Autowired NotificationProperties properties,
            @Autowired PeopleDirectory people,
            @Autowired JdbcClient jdbc) {
        this.mvc = mvc;
        this.mailings = new Mailings(waiting, kept, properties, jdbc);
        this.mailServer = mailServer;
        this.people = people;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void nothingElseWaits() {
        mailings.nothingElseWaits();
    }

    @AfterEach
    void forget() {
        mailings.forget();
    }

    @Test
    void a_mail_server_that_is_down_is_asked_once_and_then_left_alone_for_a_minute() {
        var down = new FailingSender(MailFailures::unreached);
        MailingNotices mailing = mailings.mailing(people, down);

        mailings.delivering(people, mailing).on(toThree());
        mailing.round();
        assertThat(down.asked()).isEqualTo(1);

        mailings.clock.forward(MailServer.RETRY);
        mailing.round();
        assertThat(down.asked()).isEqualTo(2);
        assertThat(mailings.unmailed()).hasSize(3);
    }

    @Test
    void one_bad_address_holds_up_nobody_else_and_is_tried_again() {
        mailings.delivering(people, refusingHelen()).on(toThree());
        assertThat(mailings.mails()).isEqualTo(2);
        assertThat(mailings.unmailed()).containsExactly("helen.okafor");

        mailings.clock.forward(MailingNotices.PAUSES.get(0));
        mailings.mailing(people, mailServer).round();
        assertThat(mailings.mails()).isEqualTo(3);
        assertThat(mailings.unmailed()).isEmpty();
    }

    @Test
    void a_mail_that_is_refused_for_days_is_given_up_and_the_person_sees_it() throws UnsupportedEncodingException {
        var refusing = new FailingSender(MailFailures::refused);
        MailingNotices mailing = mailings.mailing(people, refusing);
        mailings.delivering(people, mailing)
                .on(Notice.toPerson("helen.okafor", mailings.title, "Look at it.", "/inbox"));
        assertThat(shownTo("helen.okafor")).doesNotContain("did not reach you");

        for (Duration pause : MailingNotices.PAUSES) {
            mailings.clock.forward(pause);
            mailing.round();
        }
        mailings.clock.forward(LONG_AFTER);
        mailing.round();

        assertThat(refusing.asked()).isEqualTo(MailingNotices.PAUSES.size() + 1);
        assertThat(shownTo("helen.okafor")).contains(mailings.title, "The mail about this did not reach you");
    }

    /** It may have taken the mail: the same mail every two minutes is worse than a late one. */
    @Test
    void a_mail_server_that_falls_silent_is_sent_the_mail_again_with_growing_pauses() {
        var silent = new FailingSender(MailFailures::silent);
        MailingNotices mailing = mailings.mailing(people, silent);
        mailings.delivering(people, mailing)
                .on(Notice.toPerson("helen.okafor", mailings.title, "Look at it.", "/inbox"));

        for (int minute = 0; minute < 60; minute++) {
            mailings.clock.forward(Duration.ofMinutes(1));
            mailing.round();
        }

        assertThat(silent.asked()).isEqualTo(4);
    }

    @Test
    void no_mail_waits_that_was_given_up() {
        mailings.delivering(people, new FailingSender(MailFailures::refused)).on(toThree());

        assertThatThrownBy(
                        () -> jdbc.sql("update notification.notice set mail_given_up_at = now() where title = :title")
                                .param("title", mailings.title)
                                .update())
                .hasStackTraceContaining("mailed_waiting_or_given_up");
    }

    private Notice toThree() {
        return new Notice(
                Set.of("dana.whitfield", "helen.okafor", "noah.kim"),
                Set.of(),
                mailings.title,
                "Look at it.",
                "/inbox");
    }

    private JavaMailSender refusingHelen() {
        return new JavaMailSenderImpl() {
            @Override
            public void send(SimpleMailMessage message) {
                if (Arrays.toString(message.getTo()).contains("helen")) {
                    throw MailFailures.refused(message);
                }
                mailServer.send(message);
            }
        };
    }

    private String shownTo(String username) throws UnsupportedEncodingException {
        return mvc.get()
                .uri("/notices")
                .with(People.signedInAs(username))
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
