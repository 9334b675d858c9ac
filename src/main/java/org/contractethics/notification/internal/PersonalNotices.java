package org.contractethics.notification.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.Notice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices of each person, newest first, and whether they want mail. */
@Repository
public class PersonalNotices {

    private static final String SELECT =
            "select id, username, title, text, link, created_at, read_at, mail_given_up_at from notification.notice ";

    private final JdbcClient jdbc;

    PersonalNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the notice for each of these people, where it was not delivered to them already, and notes for whoever wants mails that one
     * is due: one statement, however many. Whoever is addressed by a role is mailed only while they hold it.
     */
    void deliver(Notice notice, Collection<String> usernames, Instant now) {
        jdbc.sql(
                        """
                        insert into notification.notice as kept
                            (id, source, username, title, text, link, created_at, mail_roles, mail_next_at)
                        select gen_random_uuid(), :source, person, :title, :text, :link, :now,
                               case when person = any(:named) then null else :roles end,
                               case when :mailed and coalesce(p.mail, true) then :now end
                        from unnest(:people) as person left join notification.preference p on p.username = person
                        on conflict (source, username) do update set mail_next_at = excluded.mail_next_at
                            where kept.mailed_at is null and kept.mail_given_up_at is null and kept.mail_next_at is null
                              and kept.mail_attempts = 0 and excluded.mail_next_at is not null""")
                .param("source", notice.id())
                .param("people", usernames.stream().sorted().toArray(String[]::new))
                .param("named", notice.usernames().toArray(String[]::new))
                .param("roles", notice.roles().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("title", notice.title())
                .param("text", notice.text())
                .param("link", notice.link())
                .param("mailed", notice.leavesByMail())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest notices of a person. */
    public List<PersonalNotice> of(String username, int limit, int offset) {
        return jdbc.sql(SELECT + "where username = :username order by created_at desc, id limit :limit offset :offset")
                .param("username", username)
                .param("limit", limit)
                .param("offset", offset)
                .query(PersonalNotice.class)
                .list();
    }

    public int count(String username) {
        return jdbc.sql("select count(*) from notification.notice where username = :username")
                .param("username", username)
                .query(Integer.class)
                .single();
    }

    public int countUnread(String username) {
        return jdbc.sql("select count(*) from notification.notice where username = :username and read_at is null")
                .param("username", username)
                .query(Integer.class)
                .single();
    }

    /** A notice of this person; somebody else's is not there. */
    public Optional<PersonalNotice> find(UUID id, String username) {
        return jdbc.sql(SELECT + "where id = :id and username = :username")
                .param("id", id)
                .param("username", username)
                .query(PersonalNotice.class)
                .optional();
    }

    public void markRead(UUID id, String username, Instant now) {
        jdbc.sql(
                        """
                        update notification.notice set read_at = :now
                        where id = :id and username = :username and read_at is null""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("username", username)
                .update();
    }

    public void markAllRead(String username, Instant now) {
        jdbc.sql("update notification.notice set read_at = :now where username = :username and read_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("username", username)
                .update();
    }

    /** Whether the person wants notices by mail as well; true until they say otherwise. */
    public boolean wantsMail(String username) {
        return jdbc.sql("select mail from notification.preference where username = :username")
                .param("username", username)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Whoever stops the mails gets the one of the working day no more either. */
    public void chooseMail(String username, boolean mail) {
        jdbc.sql(
                        """
                        insert into notification.preference as p (username, mail) values (:username, :mail)
                        on conflict (username) do update set mail = excluded.mail, daily = p.daily and excluded.mail""")
                .param("username", username)
                .param("mail", mail)
                .update();
    }

    /** Whether the person asked for the mail of the working day. */
    public boolean wantsDailyMail(String username) {
        return jdbc.sql("select daily from notification.preference where username = :username")
                .param("username", username)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Whoever asks for it gets mails again. */
    public void chooseDailyMail(String username, boolean daily) {
        jdbc.sql(
                        """
                        insert into notification.preference as p (username, mail, daily) values (:username, true, :daily)
                        on conflict (username) do update set daily = excluded.daily, mail = p.mail or excluded.daily""")
                .param("username", username)
                .param("daily", daily)
                .update();
    }
}
