package org.contractethics.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.UnansweredDirectory;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices while something that they need does not work. */
@IntegrationTest
class NoticesInOutagesIT {

    private final TransactionTemplate transaction;
    private final PersonalNotices kept;
    private final JavaMailSender mailServer;
    private final NotificationProperties properties;
    private final PeopleDirectory people;
    private final JdbcClient jdbc;
    private final String title = "Notice " + UUID.randomUUID();

    NoticesInOutagesIT(
            @Autowired TransactionTemplate transaction,
            @Autowired PersonalNotices kept,
            @Autowired JavaMailSender mailServer,
            @Autowired NotificationProperties properties,
            @Autowired PeopleDirectory people,
            @Autowired JdbcClient jdbc) {
        this.transaction = transaction;
        this.kept = kept;
        this.mailServer = mailServer;
        this.properties = properties;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Test
    void a_people_directory_that_does_not_answer_loses_no_notice_and_no_mail() {
        var down = new UnansweredDirectory();
        var toRole = Notice.toRoles(Set.of(Role.HR_REVIEWER), title, "Look at it.", "/inbox");
        assertThatExceptionOfType(PeopleUnavailable.class)
                .isThrownBy(() -> delivering(down, mailServer).on(toRole));
        assertThat(keptFor()).isEmpty();

        var toDana = Notice.toPerson("dana.whitfield", title, "Look at it.", "/inbox");
        assertThatExceptionOfType(PeopleUnavailable.class)
                .isThrownBy(() -> delivering(down, mailServer).on(toDana));
        assertThat(keptFor())
                .as("it is read in the application while the mail waits")
                .containsExactly("dana.whitfield");
        assertThat(mails()).isZero();

        delivering(people, mailServer).on(toDana);
        assertThat(keptFor()).as("a notice delivered twice stays one").containsExactly("dana.whitfield");
        assertThat(mails()).isEqualTo(1);
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

        assertThatExceptionOfType(MailException.class)
                .isThrownBy(() -> delivering(people, down).on(toDana));
        assertThat(keptFor()).containsExactly("dana.whitfield");
        assertThat(mails()).isZero();

        delivering(people, mailServer).on(toDana);
        delivering(people, mailServer).on(toDana);
        assertThat(mails()).isEqualTo(1);
    }

    @Test
    void one_bad_address_holds_up_nobody_else_and_is_tried_again() {
        var toThree = new Notice(
                Set.of("dana.whitfield", "helen.okafor", "noah.kim"), Set.of(), title, "Look at it.", "/inbox");
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
                .isThrownBy(() -> delivering(people, refusing).on(toThree));
        assertThat(mails()).isEqualTo(2);
        assertThat(unmailed()).containsExactly("helen.okafor");

        delivering(people, mailServer).on(toThree);
        assertThat(mails()).isEqualTo(3);
        assertThat(unmailed()).isEmpty();
    }

    @Test
    void who_lost_the_role_before_the_mail_could_go_gets_none() {
        var toBoard = Notice.toRoles(Set.of(Role.BOARD_COMMITTEE), title, "It is signed.", "/inbox");
        JavaMailSenderImpl down = new JavaMailSenderImpl() {
            @Override
            public void send(SimpleMailMessage message) {
                throw new MailSendException("nobody listens");
            }
        };
        assertThatExceptionOfType(MailException.class)
                .isThrownBy(() -> delivering(people, down).on(toBoard));
        assertThat(unmailed()).contains("ines.duarte", "george.tan");

        delivering(without("ines.duarte"), mailServer).on(toBoard);

        assertThat(unmailed()).containsExactly("ines.duarte");
        assertThat(mails()).isEqualTo(keptFor().size() - 1L);
    }

    @Test
    void no_name_in_a_title_adds_a_header_to_the_mail() throws Exception {
        List<String> sent = new ArrayList<>();
        JavaMailSenderImpl caught = new JavaMailSenderImpl() {
            @Override
            protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
                for (MimeMessage message : messages) {
                    sent.add(headers(message));
                }
            }
        };

        delivering(people, caught)
                .on(Notice.toPerson("dana.whitfield", title + "\r\nBcc: all@example.org", "x", "/inbox"));

        assertThat(sent).singleElement().satisfies(headers -> assertThat(headers.lines())
                .noneMatch(line -> line.startsWith("Bcc"))
                .anyMatch(line -> line.startsWith("Subject: " + title)));
    }

    private static String headers(MimeMessage message) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toString(StandardCharsets.US_ASCII);
        } catch (IOException | MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private PeopleDirectory without(String username) {
        return new PeopleDirectory() {
            @Override
            public Optional<Person> find(String name) {
                return people.find(name);
            }

            @Override
            public List<Person> withRole(Role role) {
                return people.withRole(role).stream()
                        .filter(person -> !person.username().equals(username))
                        .toList();
            }
        };
    }

    @Test
    void a_notice_for_the_application_alone_is_never_mailed_however_often_it_is_tried() {
        var quiet = Notice.toPerson("dana.whitfield", title, "Look at it.", "/inbox")
                .inApplicationOnly();

        delivering(people, mailServer).on(quiet);
        delivering(people, mailServer).on(quiet);

        assertThat(keptFor()).containsExactly("dana.whitfield");
        assertThat(mails()).isZero();
    }

    private DeliveringNotices delivering(PeopleDirectory directory, JavaMailSender sender) {
        var mailing = new MailingNotices(kept, directory, sender, properties, transaction, Clock.systemUTC());
        return new DeliveringNotices(directory, kept, mailing, Clock.systemUTC());
    }

    private List<String> keptFor() {
        return people("select username from notification.notice where title = :title");
    }

    private List<String> unmailed() {
        return people("select username from notification.notice where title = :title and mailed_at is null");
    }

    private List<String> people(String sql) {
        return jdbc.sql(sql).param("title", title).query(String.class).list();
    }

    private long mails() {
        return SentMails.titled(title).count();
    }
}
