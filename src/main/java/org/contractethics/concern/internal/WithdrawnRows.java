package org.contractethics.concern.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of concerns that their filers took back, which are destroyed and which are still to be. */
@Repository
class WithdrawnRows {

    private final JdbcClient jdbc;

    WithdrawnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that were taken back and of which nobody reads anything any more, with the day on which they were. */
    Map<ConcernId, LocalDate> destroyed() {
        return jdbc
                .sql(
                        """
                select w.concern, w.withdrawn_on from concern.withdrawal w
                where not exists (select 1 from concern.concern_key k where k.concern = w.concern)""")
                .query((row, number) -> Map.entry(
                        new ConcernId(row.getObject("concern", UUID.class)),
                        row.getObject("withdrawn_on", LocalDate.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** All other concerns. */
    List<ConcernId> others() {
        return jdbc
                .sql(
                        """
                select c.id from concern.concern c
                where not exists (select 1 from concern.withdrawal w where w.concern = c.id)
                   or exists (select 1 from concern.concern_key k where k.concern = c.id) order by c.id""")
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .toList();
    }

    /** Those that were taken back while a legal hold kept them, and that none keeps any more. */
    List<ConcernId> toDestroy(LocalDate today) {
        return jdbc
                .sql(
                        """
                select w.concern from concern.withdrawal w
                where exists (select 1 from concern.concern_key k where k.concern = w.concern)
                  and not concern.is_held(w.concern, :today)""")
                .param("today", today)
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .toList();
    }

    /** What its filer told of retaliation in plain; what they told sealed goes with the keys. */
    void forgetTold(ConcernId concern, LocalDate today) {
        jdbc.sql("select concern.forget_told(:concern, :today)")
                .param("concern", concern.value())
                .param("today", today)
                .query((row, number) -> 0)
                .list();
    }
}
