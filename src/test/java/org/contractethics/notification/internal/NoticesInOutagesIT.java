package org.contractethics.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.UnansweredDirectory;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.notification.internal.DeliveringNotices.MailsDue;
import org.contractethics.notification.internal.PersonalNotices.Unmailed;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices while something that they need does not work. */
@IntegrationTest
class NoticesInOutagesIT {

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final PersonalNotices kept;
    private final JavaMailSender mailServer;
    private final NotificationProperties properties;
    private final PeopleDirectory people;
    private final String title = "Notice " + UUID.randomUUID();

    NoticesInOutagesIT(
            @Autowired ApplicationEventPublisher events,
            @Autowired TransactionTemplate transaction,
            @Autowired PersonalNotices kept,
            @Autowired JavaMailSender mailServer,
            @Autowired NotificationProperties properties,
            @Autowired PeopleDirectory people) {
        this.events = events;
        this.transaction = transaction;
        this.kept = kept;
        this.mailServer = mailServer;
        this.properties = properties;
        this.people = people;
    }

    @Test
    void a_people_directory_that_does_not_answer_loses_no_notice_and_no_mail() {
        var withoutDirectory = new DeliveringNotices(new UnansweredDirectory(), kept, events, Clock.systemUTC());
        var mailingWithout = mailing(new UnansweredDirectory(), mailServer);
        var toRole = Notice.toRoles(Set.of(Role.HR_REVIEWER), title, "Look at it.", "/inbox");

        assertThatExceptionOfType(PeopleUnavailable.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> withoutDirectory.on(toRole)));
        assertThat(kept.unmailed(toRole.id())).isEmpty();

        var toDana = Notice.toPerson("dana.whitfield", title, "Look at it.", "/inbox");
        assertThat(kept.deliver(toDana, Set.of("dana.whitfield"), Instant.now()))
                .isTrue();
        assertThat(kept.deliver(toDana, Set.of("dana.whitfield"), Instant.now()))
                .as("a notice delivered twice stays one")
                .isFalse();
        assertThatExceptionOfType(PeopleUnavailable.class)
                .isThrownBy(() -> mailingWithout.on(new MailsDue(toDana.id())));
        assertThat(kept.unmailed(toDana.id())).hasSize(1);
    }

    /** Bad input 26 */
    @Test
    void a_mail_server_that_is_down_loses_no_mail() throws IOException {
        var down = new JavaMailSenderImpl();
        down.setHost("127.0.0.1");
        try (ServerSocket nobodyListens = new ServerSocket(0)) {
            down.setPort(nobodyListens.getLocalPort());
        }
        var toDana = Notice.toPerson("dana.whitfield", title, "Look at it.", "/inbox");
        kept.deliver(toDana, Set.of("dana.whitfield"), Instant.now());

        assertThatExceptionOfType(MailException.class)
                .isThrownBy(() -> mailing(people, down).on(new MailsDue(toDana.id())));
        assertThat(mails()).isZero();

        mailing(people, mailServer).on(new MailsDue(toDana.id()));
        mailing(people, mailServer).on(new MailsDue(toDana.id()));
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void one_bad_address_holds_up_nobody_else_and_is_tried_again() {
        var toThree = new Notice(
                Set.of("dana.whitfield", "helen.okafor", "noah.kim"), Set.of(), title, "Look at it.", "/inbox");
        kept.deliver(toThree, toThree.usernames(), Instant.now());
        JavaMailSenderImpl refusing = new JavaMailSenderImpl() {
            @Override
            public void send(SimpleMailMessage message) {
                if (Arrays.toString(message.getTo()).contains("helen")) {
                    throw new MailSendException("no such address");
                }
                mailServer.send(message);
            }
        };

        assertThatExceptionOfType(MailException.class)
                .isThrownBy(() -> mailing(people, refusing).on(new MailsDue(toThree.id())));
        assertThat(mails()).isEqualTo(2);
        assertThat(kept.unmailed(toThree.id())).extracting(Unmailed::username).containsExactly("helen.okafor");

        mailing(people, mailServer).on(new MailsDue(toThree.id()));
        assertThat(mails()).isEqualTo(3);
        assertThat(kept.unmailed(toThree.id())).isEmpty();
    }

    private MailingNotices mailing(PeopleDirectory directory, JavaMailSender sender) {
        return new MailingNotices(kept, directory, sender, properties, transaction, Clock.systemUTC());
    }

    private long mails() {
        return SentMails.titled(title).count();
    }
}
