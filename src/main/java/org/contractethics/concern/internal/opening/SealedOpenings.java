package org.contractethics.concern.internal.opening;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All openings, and each day on which one was used. The database refuses what the use cases do. */
@Repository
class SealedOpenings {

    private final JdbcClient jdbc;

    SealedOpenings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(SealedOpening opening) {
        jdbc.sql(
                        """
                insert into concern.opening (id, concern, kind, file, ground, reason, basis, to_confirm, asked_by, asked_on)
                values (:id, :concern, :kind, :file, :ground, :reason, :basis, :confirm, :by, :on)""")
                .param("id", opening.id())
                .param("concern", opening.concern().value())
                .param("kind", opening.kind().name())
                .param("file", opening.file(), Types.INTEGER)
                .param("ground", opening.ground().name())
                .param("reason", opening.reason())
                .param("basis", opening.basis())
                .param("confirm", opening.toConfirm())
                .param("by", opening.askedBy())
                .param("on", opening.askedOn())
                .update();
    }

    /** The newest first. */
    List<SealedOpening> of(ConcernId concern) {
        return jdbc.sql(
                        """
                select * from concern.opening where concern = :concern
                order by asked_on desc, coalesce(refused_on, ended_on) desc nulls first, id""")
                .param("concern", concern.value())
                .query(SealedOpenings::opening)
                .list();
    }

    Optional<SealedOpening> find(ConcernId concern, UUID id) {
        return jdbc.sql("select * from concern.opening where concern = :concern and id = :id")
                .param("concern", concern.value())
                .param("id", id)
                .query(SealedOpenings::opening)
                .optional();
    }

    /** Those that wait for a second person, and not for this one. */
    List<SealedOpening> toConfirmFor(String person) {
        return jdbc.sql(
                        """
                select o.* from concern.opening o
                where o.ground = 'LEGAL_BASIS' and o.asked_by <> :person
                  and num_nonnulls(o.granted_on, o.refused_on, o.ended_on) = 0
                  and not exists (select 1 from concern.withdrawal w where w.concern = o.concern)
                order by o.asked_on, o.id""")
                .param("person", person)
                .query(SealedOpenings::opening)
                .list();
    }

    /** @param by the second person; null for the filer, whose name stands in no row */
    void granted(UUID id, @Nullable String by, LocalDate today) {
        jdbc.sql(
                        """
                update concern.opening set granted_by = :by, granted_on = :today, last_day = :last where id = :id""")
                .param("by", by, Types.VARCHAR)
                .param("today", today)
                .param("last", today.plusDays(SealedOpening.DAYS - 1))
                .param("id", id)
                .update();
    }

    void refused(UUID id, LocalDate today) {
        jdbc.sql("update concern.opening set refused_on = :today where id = :id")
                .param("today", today)
                .param("id", id)
                .update();
    }

    /** With it goes the key. */
    void ended(UUID id, LocalDate today) {
        jdbc.sql("update concern.opening set ended_on = :today where id = :id")
                .param("today", today)
                .param("id", id)
                .update();
    }

    /** @return how many ended because their time was over: seven days in force, or fourteen without an answer */
    int endOver(LocalDate today) {
        return jdbc.sql(
                        """
                update concern.opening set ended_on = :today
                where refused_on is null and ended_on is null
                  and case when granted_on is null then asked_on + :waits < :today else last_day < :today end""")
                .param("today", today)
                .param("waits", SealedOpening.WAITS)
                .update();
    }

    /** Nobody else may count meanwhile: the concern is locked. */
    void used(UUID id, LocalDate today) {
        jdbc.sql(
                        """
                insert into concern.opening_use (opening, number, used_on)
                select :id, coalesce(max(number), 0) + 1, :today from concern.opening_use where opening = :id""")
                .param("id", id)
                .param("today", today)
                .update();
    }

    List<LocalDate> usesOf(UUID id) {
        return jdbc.sql("select used_on from concern.opening_use where opening = :id order by number")
                .param("id", id)
                .query(LocalDate.class)
                .list();
    }

    private static SealedOpening opening(ResultSet row, int number) throws SQLException {
        return new SealedOpening(
                row.getObject("id", UUID.class),
                new ConcernId(row.getObject("concern", UUID.class)),
                OpeningKind.valueOf(row.getString("kind")),
                row.getObject("file", Integer.class),
                OpeningGround.valueOf(row.getString("ground")),
                row.getBytes("reason"),
                row.getBytes("basis"),
                row.getBytes("to_confirm"),
                row.getString("asked_by"),
                row.getObject("asked_on", LocalDate.class),
                row.getString("granted_by"),
                row.getObject("granted_on", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("refused_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
    }
}
