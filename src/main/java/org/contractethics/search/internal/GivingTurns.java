package org.contractethics.search.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives turns to versions and texts of incidents that have come into the index. A turn is given after the commit and under a lock, so
 * that none ever takes one behind a turn that an alert has seen already.
 */
@Component
class GivingTurns {

    /** The last turn that was given, in SQL. */
    static final String LAST =
            "greatest((select coalesce(max(turn), 0) from search.version), (select coalesce(max(turn), 0) from search.incident_text))";

    private final JdbcClient jdbc;

    GivingTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional
    public void give() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('search:turns', 0))::text")
                .query(String.class)
                .optional();
        jdbc.sql(
                        """
                update search.version set turn = nextval('search.turn')
                where turn is null and indexed_at is not null""")
                .update();
        jdbc.sql("update search.incident_text set turn = nextval('search.turn') where turn is null")
                .update();
    }
}
