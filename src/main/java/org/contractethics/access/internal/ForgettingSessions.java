package org.contractethics.access.internal;

import org.contractethics.shared.KeptForPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sessions of a person who is erased, with name, address and typed forms in them, and the answers to their writes by the API. Whoever
 * was still signed in would be named again by the next page they open.
 */
@Repository
class ForgettingSessions implements KeptForPerson {

    private final JdbcClient jdbc;

    ForgettingSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(String username) {
        jdbc.sql("delete from access.spring_session where principal_name = ?")
                .params(username)
                .update();
        jdbc.sql("delete from access.kept_answer where username = ?")
                .params(username)
                .update();
    }
}
