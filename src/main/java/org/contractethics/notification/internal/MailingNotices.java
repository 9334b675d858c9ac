package org.contractethics.notification.internal;

import java.time.Clock;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.notification.internal.DeliveringNotices.MailDue;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Mails one notice to one person: its title, which names a contract by its number and a step, and where to read on after signing
 * in. Nothing else of a case leaves the application by mail. A mail server or a people directory that is down leaves the event incomplete, and it is tried
 * again.
 */
@Component
class MailingNotices {

    private final PersonalNotices notices;
    private final PeopleDirectory people;
    private final JavaMailSender mail;
    private final NotificationProperties properties;
    private final Clock clock;

    MailingNotices(
            PersonalNotices notices,
            PeopleDirectory people,
            JavaMailSender mail,
            NotificationProperties properties,
            Clock clock) {
        this.notices = notices;
        this.people = people;
        this.mail = mail;
        this.properties = properties;
        this.clock = clock;
    }

    private static final String WHY =
            "You get this because you take part in a review. What it is about stands behind the link. You can stop these mails there, under Notices.";

    @ApplicationModuleListener
    void on(MailDue due) {
        notices.lockUnmailed(due.notice()).ifPresent(notice -> people.find(notice.username())
                .filter(person -> !person.email().isBlank())
                .ifPresent(person -> send(notice, person.email())));
    }

    private void send(PersonalNotice notice, String address) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(properties.mail().from());
        message.setTo(address);
        message.setSubject(notice.title());
        message.setText(notice.title() + "\n\n" + properties.baseUrl() + notice.link() + "\n\n" + WHY + "\n");
        mail.send(message);
        notices.mailed(notice.id(), clock.instant());
    }
}
