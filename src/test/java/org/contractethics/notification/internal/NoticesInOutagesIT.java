package org.contractethics.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.contractethics.IntegrationTest;
import org.contractethics.UnansweredDirectory;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.notification.internal.Mailings.FailingSender;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Notices while something that they need does not work. */
@IntegrationTest
class NoticesInOutagesIT {

    private static final Duration LONG_AFTER = Duration.ofDays(60);

    private final Mailings mailings;
    private final JavaMailSender mailServer;
    private final PeopleDirectory people;

    NoticesInOutagesIT(
            @Autowired WaitingMails waiting,
            @Autowired PersonalNotices kept,
            @Autowired JavaMailSender mailServer,
            @Autowired NotificationProperties properties,
            @Autowired PeopleDirectory people,
            @Autowired JdbcClient jdbc) {
        this.mailings = new Mailings(waiting, kept, properties, jdbc);
        this.mailServer = mailServer;
        this.people = people;
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
    void a_people_directory_that_does_not_answer_loses_no_notice_and_no_mail() {
        var down = new UnansweredDirectory();
        var toRole = Notice.toRoles(Set.of(Role.HR_REVIEWER), mailings.title, "Look at it.", "/inbox");
        assertThatExceptionOfType(PeopleUnavailable.class)
                .isThrownBy(() -> mailings.delivering(down, mailServer).on(toRole));
        assertThat(mailings.keptFor()).isEmpty();

        var toDana = Notice.toPerson("dana.whitfield", mailings.title, "Look at it.", "/inbox");
        mailings.delivering(down, mailServer).on(toDana);
        assertThat(mailings.keptFor())
                .as("it is read in the application while the mail waits")
                .containsExactly("dana.whitfield");
        assertThat(mailings.mails()).isZero();

        mailings.clock.forward(MailServer.RETRY);
        mailings.delivering(people, mailServer).on(toDana);
        assertThat(mailings.keptFor()).as("a notice delivered twice stays one").containsExactly("dana.whitfield");
        assertThat(mailings.mails()).isEqualTo(1);
    }

    /** Bad input 26 */
    @Test
    void a_mail_server_that_is_down_loses_no_mail() throws IOException {
        var down = new JavaMailSenderImpl();
        down.setHost("127.0.0.1");
        try (ServerSocket nobodyListens = new ServerSocket(0)) {
            down.setPort(nobodyListens.getLocalPort());
        }
        var toDana = Notice.toPerson("dana.whitfield", mailings.title, "Look at it.", "/inbox");

        mailings.delivering(people, down).on(toDana);
        mailings.clock.forward(LONG_AFTER);
        mailings.mailing(people, down).round();
        assertThat(mailings.unmailed()).containsExactly("dana.whitfield");
        assertThat(mailings.attempts()).isZero();
        assertThat(mailings.mails()).isZero();

        mailings.clock.forward(MailServer.RETRY);
        mailings.mailing(people, mailServer).round();
        mailings.mailing(people, mailServer).round();
        assertThat(mailings.mails()).isEqualTo(1);
    }

    @Test
    void who_lost_the_role_before_the_mail_could_go_gets_none() {
        var toBoard = Notice.toRoles(Set.of(Role.BOARD_COMMITTEE), mailings.title, "It is signed.", "/inbox");
        mailings.delivering(people, new FailingSender(MailFailures::unreached)).on(toBoard);
        assertThat(mailings.unmailed()).contains("ines.duarte", "george.tan");

        mailings.clock.forward(MailServer.RETRY);
        mailings.mailing(without("ines.duarte"), mailServer).round();

        assertThat(mailings.unmailed()).containsExactly("ines.duarte");
        assertThat(mailings.mails()).isEqualTo(mailings.keptFor().size() - 1L);
        mailings.clock.forward(LONG_AFTER);
        mailings.mailing(people, mailServer).round();
        assertThat(mailings.unmailed()).as("nor later").containsExactly("ines.duarte");
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

        mailings.delivering(people, caught)
                .on(Notice.toPerson("dana.whitfield", mailings.title + "\r\nBcc: all@example.org", "x", "/inbox"));

        assertThat(sent).singleElement().satisfies(headers -> assertThat(headers.lines())
                .noneMatch(line -> line.startsWith("Bcc"))
                .anyMatch(line -> line.startsWith("Subject: " + mailings.title)));
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
                return people.find(name)
                        .map(person -> name.equals(username)
                                ? new Person(name, person.displayName(), person.email(), Set.of(Role.EMPLOYEE))
                                : person);
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
        var quiet = Notice.toPerson("dana.whitfield", mailings.title, "Look at it.", "/inbox")
                .inApplicationOnly();

        mailings.delivering(people, mailServer).on(quiet);
        mailings.delivering(people, mailServer).on(quiet);

        assertThat(mailings.keptFor()).containsExactly("dana.whitfield");
        assertThat(mailings.mails()).isZero();
    }
}
