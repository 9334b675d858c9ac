package org.contractethics.notification.internal;

import org.contractethics.shared.KeptForPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices of a person who is erased, and whether they wanted mail. */
@Repository
class ForgettingNotices implements KeptForPerson {

    private final JdbcClient jdbc;

    ForgettingNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(String username) {
        jdbc.sql("delete from notification.notice where username = ?")
                .params(username)
                .update();
        jdbc.sql("delete from notification.preference where username = ?")
                .params(username)
                .update();
    }
}
