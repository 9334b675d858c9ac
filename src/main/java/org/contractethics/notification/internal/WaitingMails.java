package org.contractethics.notification.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails of notices that are still to go, each with its attempts. */
@Repository
class WaitingMails {

    private final JdbcClient jdbc;

    WaitingMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param roles of a notice to roles: one of these has to be held still; empty where the person is addressed by name
     * @param attempts with the present one
     */
    record WaitingMail(UUID id, String username, String title, String link, List<String> roles, int attempts) {}

    /**
     * Takes the mail that is due longest, for one attempt. Nobody else gets it before the lease is over, so that a node which dies
     * while sending loses nothing and two nodes send nothing twice at once.
     */
    Optional<WaitingMail> take(Instant now, Duration lease) {
        return jdbc.sql(
                        """
                        update notification.notice set mail_attempts = mail_attempts + 1, mail_next_at = :lease
                        where id = (select id from notification.notice where mail_next_at <= :now
                                    order by mail_next_at, id limit 1 for update skip locked)
                        returning id, username, title, link, coalesce(mail_roles, '{}') as roles, mail_attempts""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("lease", now.plus(lease).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new WaitingMail(
                        row.getObject("id", UUID.class),
                        row.getString("username"),
                        row.getString("title"),
                        row.getString("link"),
                        List.of((String[]) row.getArray("roles").getArray()),
                        row.getInt("mail_attempts")))
                .optional();
    }

    void mailed(UUID id, Instant now) {
        settle(id, "mail_next_at = null, mailed_at = :at", now);
    }

    /** No mail is to go to this person any more. */
    void dropped(UUID id) {
        settle(id, "mail_next_at = null, mailed_at = :at", null);
    }

    void again(UUID id, Instant next) {
        settle(id, "mail_next_at = :at", next);
    }

    /** The attempt did not come to anything that this mail could have been at fault for. */
    void untried(UUID id, Instant next) {
        settle(id, "mail_next_at = :at, mail_attempts = mail_attempts - 1", next);
    }

    void givenUp(UUID id, Instant now) {
        settle(id, "mail_next_at = null, mail_given_up_at = :at", now);
    }

    /** What another node settled meanwhile stays so. */
    private void settle(UUID id, String change, @Nullable Instant at) {
        jdbc.sql("update notification.notice set " + change + " where id = :id and mail_next_at is not null")
                .param("id", id)
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
