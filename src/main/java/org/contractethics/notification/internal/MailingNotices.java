package org.contractethics.notification.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.access.PeopleUnavailable;
import org.contractethics.notification.internal.WaitingMails.WaitingMail;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;

/**
 * Mails a notice to each of its people: its title, which names a contract by its number and a step, and where to read on after signing
 * in. Nothing else of a case leaves the application by mail. A mail that is refused is tried again with growing pauses and given up after
 * some days, which the person sees beside the notice; a server that does not work ends the round for all.
 */
@Component
class MailingNotices implements RecurringWork {

    /** Before each attempt after the first; together about four days. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24));

    /** Longer than a server may take to acknowledge a mail. */
    private static final Duration LEASE = Duration.ofMinutes(20);

    private static final Logger LOG = LoggerFactory.getLogger(MailingNotices.class);

    private static final String WHY =
            "What it is about stands behind the link. You can stop these mails there, under Notices.";

    static {
        // the mail library looks through the whole class path for it otherwise, several times for each mail
        System.setProperty("jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    }

    private final WaitingMails waiting;
    private final PersonalNotices notices;
    private final PeopleDirectory people;
    private final MailServer server;
    private final NotificationProperties properties;
    private final Clock clock;
    private final Executor thread;
    private final AtomicBoolean asked = new AtomicBoolean();

    MailingNotices(
            WaitingMails waiting,
            PersonalNotices notices,
            PeopleDirectory people,
            MailServer server,
            NotificationProperties properties,
            Clock clock,
            @Qualifier(MailThread.NAME) Executor thread) {
        this.waiting = waiting;
        this.notices = notices;
        this.people = people;
        this.server = server;
        this.properties = properties;
        this.clock = clock;
        this.thread = thread;
    }

    /** Has what is due mailed soon; returns at once, and however often it is asked, one round at most waits for its turn. */
    @Override
    public void run() {
        if (asked.compareAndSet(false, true)) {
            thread.execute(() -> {
                asked.set(false);
                round();
            });
        }
    }

    void round() {
        boolean goesOn = true;
        while (goesOn && !server.leftAlone()) {
            goesOn = waiting.take(clock.instant(), LEASE).map(this::attempt).orElse(false);
        }
    }

    /** Whether the round goes on. */
    private boolean attempt(WaitingMail mail) {
        Optional<Person> person;
        try {
            person = addressee(mail);
        } catch (PeopleUnavailable down) {
            waiting.untried(mail.id(), clock.instant().plus(MailServer.RETRY));
            return false;
        }
        if (person.isEmpty()) {
            waiting.dropped(mail.id());
            return true;
        }
        return settled(mail, server.send(message(mail, person.get().email())));
    }

    private boolean settled(WaitingMail mail, MailServer.Result result) {
        Instant now = clock.instant();
        switch (result) {
            case SENT -> waiting.mailed(mail.id(), now);
            case NOT_REACHED -> waiting.untried(mail.id(), now.plus(MailServer.RETRY));
            case REFUSED, NOT_ANSWERED -> failed(mail, now);
        }
        return result == MailServer.Result.SENT || result == MailServer.Result.REFUSED;
    }

    private void failed(WaitingMail mail, Instant now) {
        if (mail.attempts() > PAUSES.size()) {
            LOG.warn("mail of a notice given up notice={} attempts={}", mail.id(), mail.attempts());
            waiting.givenUp(mail.id(), now);
        } else {
            waiting.again(mail.id(), now.plus(PAUSES.get(mail.attempts() - 1)));
        }
    }

    /** Whoever lost the role since they were told, or stopped the mails, gets none. */
    private Optional<Person> addressee(WaitingMail mail) {
        return people.find(mail.username())
                .filter(person -> !person.email().isBlank())
                .filter(person -> mail.roles().isEmpty()
                        || person.roles().stream().anyMatch(role -> mail.roles().contains(role.name())))
                .filter(person -> notices.wantsMail(mail.username()));
    }

    private SimpleMailMessage message(WaitingMail mail, String address) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(properties.mail().from());
        message.setTo(address);
        message.setSubject(mail.title());
        message.setText(mail.title() + "\n\n" + properties.baseUrl() + mail.link() + "\n\n" + WHY + "\n");
        return message;
    }
}
