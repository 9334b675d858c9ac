package org.contractethics.concern.internal.letter;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The thresholds and the headcount in force, and all that were in force before. What nobody set stands in the settings. */
@Repository
class ThresholdBook {

    private static final String SELECT =
            "select consequence, number, signatures, per_mille, changed_on, changed_by, reason from concern.letter_threshold ";

    private final JdbcClient jdbc;
    private final LetterSettings settings;

    ThresholdBook(JdbcClient jdbc, LetterSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    record Change(
            Consequence consequence,
            int number,
            Threshold threshold,
            LocalDate changedOn,
            String changedBy,
            String reason) {}

    record Headcount(int number, int people, LocalDate changedOn, String changedBy, String reason) {}

    Threshold inForce(Consequence consequence) {
        return last(consequence).map(Change::threshold).orElseGet(() -> new Threshold(settings.of(consequence), null));
    }

    /** As a number of people today; empty where it cannot be told. */
    OptionalInt people(Consequence consequence) {
        return inForce(consequence).with(headcount());
    }

    OptionalInt headcount() {
        return lastHeadcount().map(last -> OptionalInt.of(last.people())).orElseGet(OptionalInt::empty);
    }

    Optional<Change> last(Consequence consequence) {
        return jdbc.sql(SELECT + "where consequence = :consequence order by number desc limit 1")
                .param("consequence", consequence.name())
                .query(ThresholdBook::change)
                .optional();
    }

    Optional<Headcount> lastHeadcount() {
        return jdbc.sql(
                        "select number, people, changed_on, changed_by, reason from concern.headcount order by number desc limit 1")
                .query(Headcount.class)
                .optional();
    }

    /** Every change, the newest first. */
    List<Change> history() {
        return jdbc.sql(SELECT + "order by changed_on desc, consequence, number desc limit 500")
                .query(ThresholdBook::change)
                .list();
    }

    List<Headcount> headcounts() {
        return jdbc.sql(
                        "select number, people, changed_on, changed_by, reason from concern.headcount order by number desc limit 500")
                .query(Headcount.class)
                .list();
    }

    void add(Change change) {
        jdbc.sql(
                        """
                insert into concern.letter_threshold
                    (consequence, number, signatures, per_mille, changed_on, changed_by, reason)
                values (:consequence, :number, :signatures, :perMille, :on, :by, :reason)""")
                .param("consequence", change.consequence().name())
                .param("number", change.number())
                .param("signatures", change.threshold().signatures(), java.sql.Types.INTEGER)
                .param("perMille", change.threshold().perMille(), java.sql.Types.NUMERIC)
                .param("on", change.changedOn())
                .param("by", change.changedBy())
                .param("reason", change.reason())
                .update();
    }

    void add(Headcount headcount) {
        jdbc.sql(
                        """
                insert into concern.headcount (number, people, changed_on, changed_by, reason)
                values (:number, :people, :on, :by, :reason)""")
                .param("number", headcount.number())
                .param("people", headcount.people())
                .param("on", headcount.changedOn())
                .param("by", headcount.changedBy())
                .param("reason", headcount.reason())
                .update();
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                Consequence.valueOf(row.getString("consequence")),
                row.getInt("number"),
                new Threshold(row.getObject("signatures", Integer.class), perMille(row)),
                row.getObject("changed_on", LocalDate.class),
                row.getString("changed_by"),
                row.getString("reason"));
    }

    private static @Nullable BigDecimal perMille(ResultSet row) throws SQLException {
        return row.getBigDecimal("per_mille");
    }
}
