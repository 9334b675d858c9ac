package org.contractethics.concern.internal.anonymous;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.contractethics.shared.RecurringWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions of filers: 30 minutes without use, two hours at most, ended for good by signing out (S15). A row holds the hash of the cookie,
 * what only the cookie opens, and the day, so that what was never signed out can be removed.
 */
@Repository
public class FilerSessions implements RecurringWork {

    private static final String PURPOSE = "session";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FilerSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The secret of the new session, for its cookie. */
    @Transactional
    public Secret begin(FilerSession session) {
        Secret secret = Secret.random(random);
        jdbc.sql("insert into concern.filer_session (id, sealed, day) values (:id, :sealed, :day)")
                .param("id", secret.id())
                .param("sealed", secret.seal(PURPOSE, session.bytes()))
                .param("day", today())
                .update();
        return secret;
    }

    /** The session of this cookie, used now; empty where there is none, or none any more. */
    @Transactional
    public Optional<FilerSession> use(Secret secret) {
        Instant now = clock.instant();
        Optional<FilerSession> found = find(secret);
        if (found.filter(session -> session.isOver(now)).isPresent()) {
            end(secret);
            return Optional.empty();
        }
        found.filter(session -> now.isAfter(session.used().plus(FilerSession.NOTED)))
                .ifPresent(session -> keep(secret, session.usedAt(now)));
        return found;
    }

    /** The same without noting that it was used: where nothing can be written, what somebody typed must not be lost to that. */
    @Transactional(readOnly = true)
    public Optional<FilerSession> look(Secret secret) {
        Instant now = clock.instant();
        return find(secret).filter(session -> !session.isOver(now));
    }

    /** Replaces what is kept of the session. */
    @Transactional
    public void keep(Secret secret, FilerSession session) {
        jdbc.sql("update concern.filer_session set sealed = :sealed where id = :id")
                .param("id", secret.id())
                .param("sealed", secret.seal(PURPOSE, session.bytes()))
                .update();
    }

    @Transactional
    public void end(Secret secret) {
        jdbc.sql("delete from concern.filer_session where id = :id")
                .param("id", secret.id())
                .update();
    }

    /** Nobody can open a session of the day before yesterday any more. */
    @Override
    public void run() {
        jdbc.sql("delete from concern.filer_session where day < :day")
                .param("day", today().minusDays(1))
                .update();
    }

    private Optional<FilerSession> find(Secret secret) {
        return jdbc.sql("select sealed from concern.filer_session where id = :id")
                .param("id", secret.id())
                .query(byte[].class)
                .optional()
                .flatMap(kept -> secret.open(PURPOSE, kept))
                .map(FilerSession::of);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
