package org.contractethics.contract.internal;

import org.contractethics.shared.KeptForPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which contracts a person who is erased wanted to hear of. */
@Repository
class ForgettingWatchers implements KeptForPerson {

    private final JdbcClient jdbc;

    ForgettingWatchers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(String username) {
        jdbc.sql("delete from contract.watcher where username = ?")
                .params(username)
                .update();
    }
}
