package org.contractethics.review.internal.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.review.internal.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is away, and who does their tasks meanwhile. */
@Repository
public class Absences {

    private static final String ON = " withdrawn_at is null and from_day <= :day and until_day >= :day";

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of this person, the latest first. */
    public List<Absence> of(String person) {
        return jdbc.sql("select * from review.absence where person = :person order by from_day desc, id")
                .param("person", person)
                .query(Absences::map)
                .list();
    }

    /** Those in which this person does the tasks of another. */
    public List<Absence> coveredBy(String delegate) {
        return jdbc.sql("select * from review.absence where delegate = :delegate order by from_day desc, id")
                .param("delegate", delegate)
                .query(Absences::map)
                .list();
    }

    Set<String> absentOn(LocalDate day) {
        return jdbc.sql("select person from review.absence where" + ON)
                .param("day", day)
                .query(String.class)
                .set();
    }

    /** The people whose tasks this person may do on this day. */
    Set<String> coveredOn(String delegate, LocalDate day) {
        return jdbc.sql("select person from review.absence where delegate = :delegate and" + ON)
                .param("delegate", delegate)
                .param("day", day)
                .query(String.class)
                .set();
    }

    /** Whether the person is away on one of these days at least. */
    boolean overlaps(String person, LocalDate from, LocalDate until) {
        return jdbc.sql(
                        """
                        select exists (select 1 from review.absence where person = :person and withdrawn_at is null
                                       and from_day <= :until and until_day >= :from)
                        """)
                .param("person", person)
                .param("from", from)
                .param("until", until)
                .query(Boolean.class)
                .single();
    }

    Optional<Absence> find(UUID id) {
        return jdbc.sql("select * from review.absence where id = :id for update")
                .param("id", id)
                .query(Absences::map)
                .optional();
    }

    /** See {@link DaysOfPeople#hold}. */
    void hold(Collection<String> people) {
        DaysOfPeople.hold(jdbc, people);
    }

    void add(Absence absence) {
        jdbc.sql(
                        """
                        insert into review.absence (id, person, delegate, from_day, until_day, declared_at)
                        values (:id, :person, :delegate, :from, :until, :at)
                        """)
                .param("id", absence.id())
                .param("person", absence.person())
                .param("delegate", absence.delegate())
                .param("from", absence.from())
                .param("until", absence.until())
                .param("at", Rows.at(absence.declaredAt()))
                .update();
    }

    void withdraw(UUID id, Instant at) {
        jdbc.sql("update review.absence set withdrawn_at = :at where id = :id and withdrawn_at is null")
                .param("at", Rows.at(at))
                .param("id", id)
                .update();
    }

    private static Absence map(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getString("person"),
                row.getString("delegate"),
                Objects.requireNonNull(row.getObject("from_day", LocalDate.class)),
                Objects.requireNonNull(row.getObject("until_day", LocalDate.class)),
                Rows.instant(row, "declared_at"),
                Rows.instantOrNull(row, "withdrawn_at"));
    }
}
