package org.contractethics.concern.internal.appeal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.concern.internal.AppealedConcerns;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All appeals against answers, sealed. */
@Repository
class AppealRows implements AppealedConcerns {

    private final JdbcClient jdbc;

    AppealRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ruling null while it waits */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes on their way to the vault, never compared
    record Row(byte[] reasons, LocalDate filedOn, LocalDate decideBy, @Nullable RulingRow ruling) {}

    @SuppressWarnings("ArrayRecordComponent") // sealed bytes on their way to or from the vault, never compared
    record RulingRow(AppealResult result, byte[] reasons, byte[] effect, String ruledBy, LocalDate ruledOn) {}

    @Override
    public Set<ConcernId> among(Collection<ConcernId> concerns) {
        return concerns.isEmpty()
                ? Set.of()
                : jdbc
                        .sql("select concern from concern.appeal where concern = any(:ids)")
                        .param("ids", concerns.stream().map(ConcernId::value).toArray(UUID[]::new))
                        .query(UUID.class)
                        .list()
                        .stream()
                        .map(ConcernId::new)
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isOpen(ConcernId concern) {
        return jdbc.sql(
                        """
                select exists (
                    select 1 from concern.appeal a
                    where a.concern = :id
                      and not exists (select 1 from concern.appeal_ruling r where r.concern = a.concern)
                      and not exists (select 1 from concern.withdrawal w where w.concern = a.concern))""")
                .param("id", concern.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean answeredBy(ConcernId concern, String username) {
        return jdbc.sql("select exists (select 1 from concern.answer where concern = :id and officer = :officer)")
                .param("id", concern.value())
                .param("officer", username)
                .query(Boolean.class)
                .single();
    }

    @Override
    public LocalDate decideBy(ConcernId concern) {
        return find(concern).orElseThrow().decideBy();
    }

    Optional<Row> find(ConcernId concern) {
        return jdbc.sql(
                        """
                select a.reasons, a.filed_on, a.decide_by, r.result, r.reasons as ruling, r.effect, r.ruled_by, r.ruled_on
                from concern.appeal a left join concern.appeal_ruling r using (concern) where concern = :id""")
                .param("id", concern.value())
                .query((row, number) -> new Row(
                        row.getBytes("reasons"),
                        row.getObject("filed_on", LocalDate.class),
                        row.getObject("decide_by", LocalDate.class),
                        row.getString("result") == null
                                ? null
                                : new RulingRow(
                                        AppealResult.valueOf(row.getString("result")),
                                        row.getBytes("ruling"),
                                        row.getBytes("effect"),
                                        row.getString("ruled_by"),
                                        row.getObject("ruled_on", LocalDate.class))))
                .optional();
    }

    void add(ConcernId concern, byte[] reasons, LocalDate today, LocalDate decideBy) {
        jdbc.sql(
                        "insert into concern.appeal (concern, reasons, filed_on, decide_by) values (:id, :reasons, :today, :by)")
                .param("id", concern.value())
                .param("reasons", reasons)
                .param("today", today)
                .param("by", decideBy)
                .update();
    }

    void ruled(ConcernId concern, RulingRow ruling) {
        jdbc.sql(
                        """
                insert into concern.appeal_ruling (concern, result, reasons, effect, ruled_by, ruled_on)
                values (:id, :result, :reasons, :effect, :by, :on)""")
                .param("id", concern.value())
                .param("result", ruling.result().name())
                .param("reasons", ruling.reasons())
                .param("effect", ruling.effect())
                .param("by", ruling.ruledBy())
                .param("on", ruling.ruledOn())
                .update();
    }
}
