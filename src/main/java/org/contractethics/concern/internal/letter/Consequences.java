package org.contractethics.concern.internal.letter;

import java.time.LocalDate;
import java.util.List;
import org.contractethics.shared.ConcernId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What followed from letters; a row is never changed and never taken back. */
@Repository
class Consequences {

    private final JdbcClient jdbc;

    Consequences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Reached(Consequence consequence, int version, int threshold, LocalDate reachedOn) {}

    /** False where it followed before. */
    boolean add(ConcernId letter, Consequence consequence, int version, int threshold, LocalDate today) {
        return jdbc.sql(
                                """
                insert into concern.letter_consequence (letter, consequence, version, threshold, reached_on)
                values (:letter, :consequence, :version, :threshold, :today) on conflict do nothing""")
                        .param("letter", letter.value())
                        .param("consequence", consequence.name())
                        .param("version", version)
                        .param("threshold", threshold)
                        .param("today", today)
                        .update()
                > 0;
    }

    /** Reached on days before this one: on the day itself it would tell that somebody has just signed. */
    List<Reached> before(ConcernId letter, LocalDate day) {
        return jdbc.sql(
                        """
                select consequence, version, threshold, reached_on from concern.letter_consequence
                where letter = :letter and reached_on < :day order by threshold, consequence""")
                .param("letter", letter.value())
                .param("day", day)
                .query(Reached.class)
                .list();
    }
}
