package org.contractethics.search.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Texts of incidents that the index in use holds, in the database: those that are for the first time will take their turn. */
@Component
class IndexedTexts {

    private final JdbcClient jdbc;
    private final Clock clock;

    IndexedTexts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Written once more, it takes no other turn; one of an incident that belongs into no index takes none.
     *
     * @param number 0 for the account of the incident, else the place of the file below it
     * @param passages how many the cluster took
     */
    void note(UUID incident, int number, int passages) {
        jdbc.sql(
                        """
                insert into search.incident_text as t (incident, number, passages, indexed_at)
                select incident, :number, :passages, :now from search.incident where incident = :incident
                on conflict (incident, number) do update set passages = excluded.passages
                where t.passages <> excluded.passages""")
                .param("incident", incident)
                .param("number", number)
                .param("passages", passages)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
