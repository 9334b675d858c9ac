package org.contractethics.notification.internal;

import java.util.Date;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.shared.DailyMail;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Sends mails that go out every working day: nothing of them depends on what happened, so neither their presence nor their size tells
 * anything. Whoever wants no mail gets none.
 */
@Component
class MailingDaily {

    private static final String WHY =
            "You get this every working day, whether or not there is anything new. You can stop these mails there, under Notices.";

    private final PersonalNotices notices;
    private final PeopleDirectory people;
    private final JavaMailSender mail;
    private final NotificationProperties properties;

    MailingDaily(
            PersonalNotices notices, PeopleDirectory people, JavaMailSender mail, NotificationProperties properties) {
        this.notices = notices;
        this.people = people;
        this.mail = mail;
        this.properties = properties;
    }

    @ApplicationModuleListener
    void on(DailyMail due) {
        if (notices.wantsMail(due.username())) {
            people.find(due.username())
                    .filter(person -> !person.email().isBlank())
                    .ifPresent(person -> mail.send(message(due, person.email())));
        }
    }

    private SimpleMailMessage message(DailyMail due, String address) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(properties.mail().from());
        message.setTo(address);
        message.setSentDate(Date.from(due.dueAt()));
        message.setSubject(due.title());
        message.setText(due.title() + "\n\n" + properties.baseUrl() + due.link() + "\n\n" + WHY + "\n");
        return message;
    }
}
