package org.contractethics.notification.internal;

import java.time.Clock;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.notification.internal.DeliveringNotices.MailsDue;
import org.contractethics.notification.internal.PersonalNotices.Unmailed;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails a notice to each of its people: its title, which names a contract by its number and a step, and where to read on after signing
 * in. Nothing else of a case leaves the application by mail. A mail server or a people directory that is down leaves the event incomplete, and it is tried
 * again.
 */
@Component
class MailingNotices {

    private static final String WHY =
            "What it is about stands behind the link. You can stop these mails there, under Notices.";

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
     * An application module listener in all but its transaction: each mail has its own, so that one bad address holds up nobody else
     * and what was mailed stays so. When it is tried again, only those are mailed that were not.
     */
    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    void on(MailsDue due) {
        RuntimeException failure = null;
        for (Unmailed waiting : notices.unmailed(due.source())) {
            failure = first(failure, mailing(waiting));
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
