package org.contractethics.notification.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.notification.internal.MailServer.Result;
import org.contractethics.shared.DailyMail;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends mails that go out every working day: nothing of them depends on what happened, so neither their presence nor their size tells
 * anything. Whoever wants no mail gets none. One that the server may have taken is not sent twice, and a day late it is not sent at all:
 * the next one says the same.
 */
@Component
class MailingDaily {

    private static final String WHY =
            "You get this every working day, whether or not there is anything new. You can stop these mails there, under Notices.";

    private static final Duration WORTH = Duration.ofDays(1);

    private final PersonalNotices notices;
    private final PeopleDirectory people;
    private final MailServer server;
    private final NotificationProperties properties;
    private final Clock clock;

    /** A round of resubmission may offer one again that still waits for its turn here. */
    private final Set<DailyMail> settled = ConcurrentHashMap.newKeySet();

    MailingDaily(
            PersonalNotices notices,
            PeopleDirectory people,
            MailServer server,
            NotificationProperties properties,
            Clock clock) {
        this.notices = notices;
        this.people = people;
        this.server = server;
        this.properties = properties;
        this.clock = clock;
    }

    /** An application module listener in all but its thread and its transaction: no connection is held while the server is waited for. */
    @Async(MailThread.NAME)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    void on(DailyMail due) {
        settled.removeIf(this::over);
        if (over(due) || settled.contains(due) || !notices.wantsMail(due.username())) {
            return;
        }
        people.find(due.username())
                .filter(person -> !person.email().isBlank())
                .ifPresent(person -> send(due, person.email()));
    }

    private void send(DailyMail due, String address) {
        Result result = server.send(message(due, address));
        if (result == Result.NOT_REACHED) {
            throw new IllegalStateException("the mail server was not reached");
        }
        settled.add(due);
    }

    private boolean over(DailyMail due) {
        return due.dueAt().plus(WORTH).isBefore(clock.instant());
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
