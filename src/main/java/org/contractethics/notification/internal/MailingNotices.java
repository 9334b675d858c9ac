package org.contractethics.notification.internal;

import java.time.Clock;
import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.notification.internal.PersonalNotices.Unmailed;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails a notice to each of its people: its title, which names a contract by its number and a step, and where to read on after signing
 * in. Nothing else of a case leaves the application by mail.
 */
@Component
class MailingNotices {

    private static final String WHY =
            "What it is about stands behind the link. You can stop these mails there, under Notices.";

    static {
        // the mail library looks through the whole class path for it otherwise, several times for each mail
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private final PersonalNotices notices;
    private final PeopleDirectory people;
    private final JavaMailSender mail;
    private final NotificationProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailingNotices(
            PersonalNotices notices,
            PeopleDirectory people,
            JavaMailSender mail,
            NotificationProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.notices = notices;
        this.people = people;
        this.mail = mail;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Each mail in a transaction of its own, so that one bad address holds up nobody else and what was mailed stays so. Where any
     * of them cannot be mailed, the first failure is thrown after the others were.
     */
    void mail(List<Unmailed> waiting) {
        RuntimeException failure = null;
        for (Unmailed one : waiting) {
            failure = first(failure, mailing(one));
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable RuntimeException first(
            @Nullable RuntimeException before, @Nullable RuntimeException failure) {
        return before == null ? failure : before;
    }

    /** What went wrong, if anything did. */
    private @Nullable RuntimeException mailing(Unmailed waiting) {
        try {
            people.find(waiting.username())
                    .filter(person -> !person.email().isBlank())
                    .ifPresent(person -> mail(waiting, person.email()));
            return null;
        } catch (RuntimeException e) { // whatever it is, the others are still to be told
            return e;
        }
    }

    private void mail(Unmailed waiting, String address) {
        transaction.executeWithoutResult(status ->
                notices.takeUnmailed(waiting.id(), clock.instant()).ifPresent(notice -> send(notice, address)));
    }

    private void send(PersonalNotice notice, String address) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(properties.mail().from());
        message.setTo(address);
        message.setSubject(notice.title());
        message.setText(notice.title() + "\n\n" + properties.baseUrl() + notice.link() + "\n\n" + WHY + "\n");
        mail.send(message);
    }
}
