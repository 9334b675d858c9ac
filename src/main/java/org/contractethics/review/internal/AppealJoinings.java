package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who joined which appeal. */
@Repository
public class AppealJoinings {

    private final JdbcClient jdbc;

    AppealJoinings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where they joined already, or somebody did for the same concern */
    boolean add(UUID appeal, AppealJoining joining) {
        ConcernId concern = joining.concern();
        return jdbc.sql(
                                """
                                insert into review.appeal_joining (id, appeal_id, person, joined_as, reasons, concern_id, joined_at)
                                values (:id, :appeal, :person, :as, :reasons, cast(:concern as uuid), :at) on conflict do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("appeal", appeal)
                        .param("person", joining.person())
                        .param("as", joining.joinedAs().name())
                        .param("reasons", joining.reasons())
                        .param("concern", concern == null ? null : concern.toString())
                        .param("at", Rows.at(joining.joinedAt()))
                        .update()
                == 1;
    }

    /**
     * In the order in which they joined. Who had asked for an appeal before the ombuds filed one joined it with that: the reasons of the
     * ombuds tell of a concern, and stand alone.
     */
    public List<AppealJoining> of(UUID appeal) {
        return jdbc.sql(
                        """
                        select person, joined_as, reasons, concern_id, joined_at from review.appeal_joining where appeal_id = :appeal
                        union all
                        select q.person, d.role, q.reasons, null, q.requested_at from review.appeal a
                        join review.appeal_request q on q.decision_id = a.decision_id
                        join review.dissent d on d.decision_id = q.decision_id and d.voter = q.person
                        where a.id = :appeal and a.filed_as = 'OMBUDS'
                        order by joined_at, person
                        """)
                .param("appeal", appeal)
                .query(AppealJoinings::map)
                .list();
    }

    /** Whether somebody who could have appealed, too, has not joined: of those who dissented, or the ombuds for a letter (H5). */
    boolean awaitsOthers(UUID appeal) {
        return jdbc.sql("select review.appeal_awaits_others(:appeal)")
                .param("appeal", appeal)
                .query(Boolean.class)
                .single();
    }

    private static AppealJoining map(ResultSet row, int number) throws SQLException {
        return new AppealJoining(
                row.getString("person"),
                Role.valueOf(row.getString("joined_as")),
                row.getString("reasons"),
                concern(row),
                Rows.instant(row, "joined_at"));
    }

    private static @Nullable ConcernId concern(ResultSet row) throws SQLException {
        UUID concern = row.getObject("concern_id", UUID.class);
        return concern == null ? null : new ConcernId(concern);
    }
}
