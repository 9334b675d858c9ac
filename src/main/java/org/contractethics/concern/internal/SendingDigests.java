package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.shared.DailyMail;
import org.contractethics.shared.DailyMailDue;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The daily digest: on every working day, at one hour, the same mail to everybody who may come to handle a concern. It reads nothing of
 * any concern, so whoever sees the mails, their number or their size learns nothing of one, and neither when one was filed.
 */
@Component
class SendingDigests implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(SendingDigests.class);
    private static final String TITLE = "Please look at the list of concerns today";

    private final JdbcClient jdbc;
    private final PeopleDirectory people;
    private final OutsideOmbuds outside;
    private final DigestSettings settings;
    private final WorkingDays calendar;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SendingDigests(
            JdbcClient jdbc,
            PeopleDirectory people,
            OutsideOmbuds outside,
            DigestSettings settings,
            WorkingDays calendar,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.outside = outside;
        this.settings = settings;
        this.calendar = calendar;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A start after the hour sends it late on the same day; a day on which nothing ran is left out. */
    @Override
    public void run() {
        ZonedDateTime now = clock.instant().atZone(calendar.zone());
        if (calendar.isWorkingDay(now.toLocalDate()) && now.getHour() >= settings.digestHour()) {
            Instant due = now.toLocalDate()
                    .atTime(settings.digestHour(), 0)
                    .atZone(calendar.zone())
                    .toInstant();
            transaction.executeWithoutResult(status -> send(now.toLocalDate(), due));
        }
    }

    /** A people directory that does not answer takes the day back, too, and it is tried again. */
    private void send(LocalDate day, Instant due) {
        int begun = jdbc.sql("insert into concern.digest (day) values (:day) on conflict do nothing")
                .param("day", day)
                .update();
        if (begun == 1) {
            recipients().forEach(person -> events.publishEvent(new DailyMail(person, due, TITLE, "/concerns")));
            events.publishEvent(new DailyMailDue(due));
            log.info("daily digest of concerns sent");
        }
    }

    /** Whoever may come to handle one: who does at the moment would tell that there is one. */
    private Set<String> recipients() {
        Set<String> recipients = new TreeSet<>();
        for (Role role : new Role[] {Role.OMBUDS, Role.BOARD_COMMITTEE}) {
            people.withRole(role).stream()
                    .filter(person -> !person.roles().contains(Role.LEADERSHIP))
                    .map(Person::username)
                    .forEach(recipients::add);
        }
        outside.account().ifPresent(recipients::add);
        return recipients;
    }
}
