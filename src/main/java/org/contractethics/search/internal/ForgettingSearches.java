package org.contractethics.search.internal;

import org.contractethics.shared.KeptForPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The saved searches and alerts of a person who is erased, and what others shared with them. */
@Repository
class ForgettingSearches implements KeptForPerson {

    private final JdbcClient jdbc;

    ForgettingSearches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(String username) {
        jdbc.sql("delete from search.saved_search where owner = ?")
                .params(username)
                .update();
        jdbc.sql("delete from search.saved_search_share where username = ?")
                .params(username)
                .update();
    }
}
