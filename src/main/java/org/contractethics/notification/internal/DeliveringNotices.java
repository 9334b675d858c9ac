package org.contractethics.notification.internal;

import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.shared.Notice;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hands a committed notice to each person it addresses. Repeated deliveries change nothing; a people directory that does not answer
 * leaves the event incomplete, and it is tried again.
 */
@Component
class DeliveringNotices {

    private final PeopleDirectory people;
    private final PersonalNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeliveringNotices(PeopleDirectory people, PersonalNotices notices, ApplicationEventPublisher events, Clock clock) {
        this.people = people;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** Some of the people of this notice wait for its mail. */
    record MailsDue(UUID source) {}

    @ApplicationModuleListener
    void on(Notice notice) {
        boolean waiting = notices.deliver(notice, recipients(notice), clock.instant());
        if (waiting && notice.leavesByMail()) {
            events.publishEvent(new MailsDue(notice.id()));
        }
    }

    private Set<String> recipients(Notice notice) {
        Set<String> usernames = new HashSet<>(notice.usernames());
        notice.roles().forEach(role -> people.withRole(role).forEach(person -> usernames.add(person.username())));
        usernames.removeIf(username -> !notice.isFor(username));
        return usernames;
    }
}
