package org.contractethics.concern.internal.retaliation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What filers answered when they were asked, and which acts have a case of their own. */
@Repository
class WatchRows {

    private final JdbcClient jdbc;

    WatchRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Act(UUID ownCase, AdverseActKind kind, LocalDate happenedOn, LocalDate toldOn) {}

    /** @param told a {@link SealedAct}, sealed for those who handle the concern and its filer */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes on their way to or from the vault, never compared
    record Sealed(UUID ownCase, byte[] told) {}

    Set<Integer> answered(ConcernId concern) {
        return new HashSet<>(jdbc.sql("select after_days from concern.check_in where concern = :id")
                .param("id", concern.value())
                .query(Integer.class)
                .list());
    }

    void answer(ConcernId concern, int afterDays, boolean adverse, LocalDate today) {
        jdbc.sql(
                        """
                insert into concern.check_in (concern, after_days, answered_on, adverse)
                values (:id, :days, :today, :adverse) on conflict do nothing""")
                .param("id", concern.value())
                .param("days", afterDays)
                .param("today", today)
                .param("adverse", adverse)
                .update();
    }

    /** The answer of a filer whom nobody is to know by it. */
    void answerSealed(ConcernId concern, int afterDays, byte[] sealed, LocalDate today) {
        jdbc.sql(
                        """
                insert into concern.check_in (concern, after_days, answered_on, sealed)
                values (:id, :days, :today, :sealed) on conflict do nothing""")
                .param("id", concern.value())
                .param("days", afterDays)
                .param("today", today)
                .param("sealed", sealed)
                .update();
    }

    /** Those of open concerns, and what confidential filers told before it was sealed. */
    List<Act> acts(ConcernId concern) {
        return jdbc.sql(
                        """
                select own_case, kind, happened_on, told_on from concern.adverse_act
                where concern = :id and sealed is null order by told_on, own_case""")
                .param("id", concern.value())
                .query(Act.class)
                .list();
    }

    /** Those of filers whom nobody is to know by them. */
    List<Sealed> sealedActs(ConcernId concern) {
        return jdbc.sql(
                        """
                select own_case, sealed from concern.adverse_act
                where concern = :id and sealed is not null order by told_on, own_case""")
                .param("id", concern.value())
                .query((row, number) -> new Sealed(row.getObject(1, UUID.class), row.getBytes(2)))
                .list();
    }

    /** The cases that were opened for what was told on the page of the concern. */
    List<ConcernId> cases(ConcernId concern) {
        return jdbc
                .sql("select own_case from concern.adverse_act where concern = :id order by told_on, own_case")
                .param("id", concern.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .toList();
    }

    void add(ConcernId concern, Act act) {
        jdbc.sql(
                        """
                insert into concern.adverse_act (own_case, concern, kind, happened_on, told_on)
                values (:case, :id, :kind, :happened, :told)""")
                .param("case", act.ownCase())
                .param("id", concern.value())
                .param("kind", act.kind().name())
                .param("happened", act.happenedOn())
                .param("told", act.toldOn())
                .update();
    }

    void addSealed(ConcernId concern, Sealed act, LocalDate today) {
        jdbc.sql(
                        """
                insert into concern.adverse_act (own_case, concern, sealed, told_on)
                values (:case, :id, :sealed, :told)""")
                .param("case", act.ownCase())
                .param("id", concern.value())
                .param("sealed", act.told())
                .param("told", today)
                .update();
    }
}
