package org.contractethics.notification.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.contractethics.SettableClock;
import org.contractethics.access.PeopleDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Delivers and mails a notice with servers of a test, at times far from those of other tests, whose mails leave by themselves. */
final class Mailings {

    final SettableClock clock = new SettableClock(Instant.parse("2046-03-05T08:00:00Z"));
    final String title = "Notice " + UUID.randomUUID();

    private final WaitingMails waiting;
    private final PersonalNotices kept;
    private final NotificationProperties properties;
    private final JdbcClient jdbc;

    Mailings(WaitingMails waiting, PersonalNotices kept, NotificationProperties properties, JdbcClient jdbc) {
        this.waiting = waiting;
        this.kept = kept;
        this.properties = properties;
        this.jdbc = jdbc;
    }

    /** What waits of other tests would be sent by the servers of these. */
    void nothingElseWaits() {
        jdbc.sql("update notification.notice set mail_next_at = null where mail_next_at is not null")
                .update();
    }

    void forget() {
        jdbc.sql("delete from notification.notice where created_at > '2046-01-01'")
                .update();
    }

    DeliveringNotices delivering(PeopleDirectory directory, JavaMailSender sender) {
        return delivering(directory, mailing(directory, sender));
    }

    DeliveringNotices delivering(PeopleDirectory directory, MailingNotices mailing) {
        return new DeliveringNotices(directory, kept, mailing, clock);
    }

    MailingNotices mailing(PeopleDirectory directory, JavaMailSender sender) {
        MailServer server = new MailServer(sender, clock);
        return new MailingNotices(waiting, kept, directory, server, properties, clock, Runnable::run);
    }

    List<String> keptFor() {
        return people("select username from notification.notice where title = :title");
    }

    List<String> unmailed() {
        return people("select username from notification.notice where title = :title and mailed_at is null");
    }

    private List<String> people(String sql) {
        return jdbc.sql(sql).param("title", title).query(String.class).list();
    }

    int attempts() {
        return jdbc.sql("select sum(mail_attempts) from notification.notice where title = :title")
                .param("title", title)
                .query(Integer.class)
                .single();
    }

    long mails() {
        return SentMails.titled(title).count();
    }

    /** Fails with each mail in the same way. */
    static final class FailingSender extends JavaMailSenderImpl {

        private final Function<SimpleMailMessage, MailException> failure;
        private int asked;

        FailingSender(Function<SimpleMailMessage, MailException> failure) {
            this.failure = failure;
        }

        int asked() {
            return asked;
        }

        @Override
        public void send(SimpleMailMessage message) {
            asked++;
            throw failure.apply(message);
        }
    }
}
