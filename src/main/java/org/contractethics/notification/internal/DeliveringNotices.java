package org.contractethics.notification.internal;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.shared.Notice;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hands a committed notice to each person it addresses, in the application, and notes whom it is to be mailed to. Repeated deliveries
 * change nothing; a people directory that does not answer leaves the event incomplete, and it is tried again. The mails have attempts
 * of their own.
 */
@Component
class DeliveringNotices {

    private final PeopleDirectory people;
    private final PersonalNotices notices;
    private final MailingNotices mailing;
    private final Clock clock;

    DeliveringNotices(PeopleDirectory people, PersonalNotices notices, MailingNotices mailing, Clock clock) {
        this.people = people;
        this.notices = notices;
        this.mailing = mailing;
        this.clock = clock;
    }

    /** An application module listener in all but its transaction: one statement keeps everything, and the mails begin after it. */
    @Async
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    @TransactionalEventListener
    void on(Notice notice) {
        notices.deliver(notice, recipients(notice), clock.instant());
        if (notice.leavesByMail()) {
            mailing.run();
        }
    }

    private Set<String> recipients(Notice notice) {
        Set<String> usernames = new HashSet<>(notice.usernames());
        notice.roles().forEach(role -> people.withRole(role).forEach(person -> usernames.add(person.username())));
        usernames.removeIf(username -> !notice.isFor(username));
        return usernames;
    }
}
