package org.contractethics.workflow.internal;

import org.contractethics.shared.KeptForPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The saved views of a person who is erased. */
@Repository
class ForgettingViews implements KeptForPerson {

    private final JdbcClient jdbc;

    ForgettingViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(String username) {
        jdbc.sql("delete from workflow.saved_view where owner = ?")
                .params(username)
                .update();
    }
}
