package org.contractethics.concern.internal.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.concern.internal.destroyed.DestroyedList;
import org.contractethics.concern.internal.destroyed.Destroying.Destroyed;
import org.contractethics.concern.internal.destroyed.Destruction;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Concerns whose time is over. */
@Repository
class DueForPurge {

    private final JdbcClient jdbc;
    private final RetentionSettings keep;
    private final DestroyedList list;

    DueForPurge(JdbcClient jdbc, RetentionSettings keep, DestroyedList list) {
        this.jdbc = jdbc;
        this.keep = keep;
        this.list = list;
    }

    /** @param outcome what became of it: the answer, or what the ruling did to it */
    record Due(UUID id, String outcome) {

        ConcernId concern() {
            return new ConcernId(id);
        }
    }

    /**
     * Those whose last word is older than is kept, that no appeal waits on, and that no legal hold keeps; and those that their filers
     * took back as long ago as an answer is kept. Collective letters are concerns like others here.
     */
    List<Due> on(LocalDate today) {
        return jdbc.sql(
                        """
                select c.id, case when w.concern is null then coalesce(r.result, 'ANSWERED') else 'WITHDRAWN' end as outcome
                from concern.concern c
                left join concern.withdrawal w on w.concern = c.id
                left join concern.appeal a on a.concern = c.id
                left join concern.appeal_ruling r on r.concern = c.id
                where (w.concern is not null or (c.status = 'ANSWERED' and (a.concern is null or r.concern is not null)))
                  and coalesce(w.withdrawn_on, greatest(c.answered_on, r.ruled_on))
                      < cast(:today as date) - make_interval(
                          months => case when w.concern is null and r.result = 'CHANGED' then :changed else :answered end)
                  and not concern.is_held(c.id, :today)
                order by c.id limit 100""")
                .param("today", today)
                .param("answered", keep.keepAnsweredMonths())
                .param("changed", keep.keepChangedMonths())
                .query(Due.class)
                .list();
    }

    void purge(ConcernId concern, String outcome, LocalDate today) {
        jdbc.sql("select concern.purge(:id, :outcome, :today)")
                .param("id", concern.value())
                .param("outcome", outcome)
                .param("today", today)
                .query((row, number) -> 0)
                .list();
        list.add(concern, Destruction.purged(outcome, today));
    }

    List<Destroyed> purged() {
        return jdbc.sql("select concern, outcome, purged_on from concern.purged")
                .query((row, number) -> new Destroyed(
                        new ConcernId(row.getObject("concern", UUID.class)),
                        Destruction.purged(row.getString("outcome"), row.getObject("purged_on", LocalDate.class))))
                .list();
    }

    List<ConcernId> notPurged() {
        return jdbc.sql("select id from concern.concern order by id").query(UUID.class).list().stream()
                .map(ConcernId::new)
                .toList();
    }
}
