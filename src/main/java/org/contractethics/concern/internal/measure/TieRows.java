package org.contractethics.concern.internal.measure;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.concern.internal.measure.Tie.End;
import org.contractethics.concern.internal.measure.Tie.Undoing;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of ties and of what undoes them. */
@Repository
class TieRows {

    private static final String UNDOINGS =
            """
            select id, contract, number, because, asked_by, asked_on, last_day, confirmed_by, undone_on,
                   ended, ended_by, ended_on, ended_because
            from concern.undone_tie
            """;

    private static final RowMapper<Undoing> UNDOING = new SimplePropertyRowMapper<>(Undoing.class);

    private final JdbcClient jdbc;

    TieRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record TieRow(
            UUID concern, UUID contract, int number, String officer, LocalDate tiedOn, @Nullable String because) {

        Tie with(Map<Of, List<Undoing>> undoings) {
            return new Tie(
                    concern,
                    contract,
                    number,
                    officer,
                    tiedOn,
                    because,
                    undoings.getOrDefault(new Of(contract, number), List.of()));
        }
    }

    /** Which tie of a concern. */
    private record Of(UUID contract, int number) {}

    /** Every contract that it was tied to, undone or not, each tie of one contract after the one before it. */
    List<Tie> of(ConcernId concern) {
        Map<Of, List<Undoing>> undoings = new HashMap<>();
        jdbc.sql(UNDOINGS + "where concern = :concern order by contract, number, request")
                .param("concern", concern.value())
                .query((row, number) -> undoings.computeIfAbsent(
                                new Of(row.getObject("contract", UUID.class), row.getInt("number")),
                                any -> new ArrayList<>())
                        .add(UNDOING.mapRow(row, number)))
                .list();
        return jdbc
                .sql(
                        """
                select concern, contract, number, officer, tied_on, because from concern.tied_contract
                where concern = :concern order by min(tied_on) over (partition by contract), contract, number""")
                .param("concern", concern.value())
                .query(TieRow.class)
                .list()
                .stream()
                .map(row -> row.with(undoings))
                .toList();
    }

    /** The last one. */
    Optional<Tie> find(ConcernId concern, ContractId contract) {
        List<Tie> ties = new ArrayList<>(of(concern));
        ties.removeIf(tie -> !tie.contract().equals(contract.value()));
        return ties.isEmpty() ? Optional.empty() : Optional.of(ties.get(ties.size() - 1));
    }

    /** Concerns of which a tie waits for a second person who confirms that it is undone, the oldest first. */
    List<ConcernId> withWaiting() {
        return jdbc
                .sql(
                        """
                select concern from concern.undone_tie where undone_on is null and ended is null
                group by concern order by min(asked_on), concern""")
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .toList();
    }

    /** Concerns of which such a wait is over. */
    List<ConcernId> withOver(LocalDate today) {
        return jdbc
                .sql(
                        """
                select distinct concern from concern.undone_tie
                where undone_on is null and ended is null and last_day < :today""")
                .param("today", today)
                .query(UUID.class)
                .list()
                .stream()
                .map(ConcernId::new)
                .toList();
    }

    void add(
            ConcernId concern, ContractId contract, int number, String officer, LocalDate today, @Nullable String why) {
        jdbc.sql(
                        """
                insert into concern.tied_contract (concern, contract, number, officer, tied_on, because)
                values (:concern, :contract, :number, :officer, :today, :because)""")
                .param("concern", concern.value())
                .param("contract", contract.value())
                .param("number", number)
                .param("officer", officer)
                .param("today", today)
                .param("because", why, Types.VARCHAR)
                .update();
    }

    /** @param lastDay null where no second person is needed, so that it is undone now */
    void askToUndo(Tie tie, String because, String officer, LocalDate today, @Nullable LocalDate lastDay) {
        jdbc.sql(
                        """
                insert into concern.undone_tie
                    (id, concern, contract, number, request, because, asked_by, asked_on, undone_on, last_day)
                select :id, :concern, :contract, :number, count(*) + 1, :because, :officer, :today, :undone::date, :last::date
                from concern.undone_tie where concern = :concern and contract = :contract and number = :number""")
                .param("id", UUID.randomUUID())
                .param("concern", tie.concern())
                .param("contract", tie.contract())
                .param("number", tie.number())
                .param("because", because)
                .param("officer", officer)
                .param("today", today)
                .param("undone", lastDay == null ? today : null, Types.DATE)
                .param("last", lastDay, Types.DATE)
                .update();
    }

    void confirm(Undoing undoing, String second, LocalDate today) {
        jdbc.sql("update concern.undone_tie set confirmed_by = :second, undone_on = :today where id = :id")
                .param("id", undoing.id())
                .param("second", second)
                .param("today", today)
                .update();
    }

    /** @param because null unless somebody said no */
    void end(Undoing undoing, End end, String by, LocalDate today, @Nullable String because) {
        jdbc.sql(
                        """
                update concern.undone_tie set ended = :end, ended_by = :by, ended_on = :today, ended_because = :because
                where id = :id""")
                .param("id", undoing.id())
                .param("end", end.name())
                .param("by", by)
                .param("today", today)
                .param("because", because, Types.VARCHAR)
                .update();
    }
}
