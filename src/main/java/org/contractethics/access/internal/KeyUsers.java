package org.contractethics.access.internal;

import java.nio.charset.StandardCharsets;
import org.contractethics.shared.Actor;
import org.contractethics.shared.KeptForPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** For whom single keys act on the pages: nobody who did not choose so, since speech input and tremor press them by accident. */
@Repository
public class KeyUsers implements KeptForPerson {

    private static final Logger log = LoggerFactory.getLogger(KeyUsers.class);

    private final JdbcClient jdbc;

    KeyUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Asked on every page, also on those that tell of a failure: where the database does not answer, keys do not act. The name goes as
     * bytes, which no log of parameters spells out: it would tell who files or reads a concern at which time.
     */
    public boolean includes(Actor person) {
        try {
            return jdbc.sql(
                            """
                    select exists (select 1 from access.key_user where username = convert_from(:username, 'UTF8'))""")
                    .param("username", person.username().getBytes(StandardCharsets.UTF_8))
                    .query(Boolean.class)
                    .single();
        } catch (DataAccessException noAnswer) {
            log.warn("the choice of keys was not read: {}", noAnswer.getClass().getSimpleName());
            return false;
        }
    }

    public void choose(Actor person, boolean keys) {
        jdbc.sql(
                        keys
                                ? "insert into access.key_user (username) values (:username) on conflict do nothing"
                                : "delete from access.key_user where username = :username")
                .param("username", person.username())
                .update();
    }

    @Override
    public void forget(String username) {
        jdbc.sql("delete from access.key_user where username = ?")
                .params(username)
                .update();
    }
}
