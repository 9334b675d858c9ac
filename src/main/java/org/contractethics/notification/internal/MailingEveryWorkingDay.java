package org.contractethics.notification.internal;

import org.contractethics.shared.DailyMail;
import org.contractethics.shared.DailyMailDue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends the mail of the working day to everybody who asked for it. It reads nothing of any case: whoever sees that somebody gets one
 * learns that they asked for it, and anybody may.
 */
@Component
class MailingEveryWorkingDay {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    MailingEveryWorkingDay(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    // in the transaction in which the day was taken, so that nobody is mailed twice
    @EventListener
    void on(DailyMailDue due) {
        jdbc.sql("select username from notification.preference where daily order by username")
                .query(String.class)
                .list()
                .forEach(person -> events.publishEvent(
                        new DailyMail(person, due.dueAt(), "Please look at your notices today", "/notices")));
    }
}
