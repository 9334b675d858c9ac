package org.contractethics.review.internal.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.panel.PanelTerm.Basis;
import org.contractethics.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The terms of panelists. */
@Repository
public class PanelTerms {

    private final JdbcClient jdbc;

    PanelTerms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every term, the latest first. */
    public List<PanelTerm> all() {
        return jdbc.sql("select * from review.panel_term order by from_day desc, person, id")
                .query(PanelTerms::map)
                .list();
    }

    /** The roles for which a term was ever kept: from then on nobody is drawn in them without a running one. */
    public Set<Role> keptFor() {
        return jdbc.sql("select distinct role from review.panel_term").query(String.class).list().stream()
                .map(Role::valueOf)
                .collect(Collectors.toSet());
    }

    Optional<PanelTerm> find(UUID id) {
        return jdbc.sql("select * from review.panel_term where id = :id for update")
                .param("id", id)
                .query(PanelTerms::map)
                .optional();
    }

    /** See {@link DaysOfPeople#hold}. */
    void hold(String person) {
        DaysOfPeople.hold(jdbc, List.of(person));
    }

    void add(PanelTerm term) {
        jdbc.sql(
                        """
                        insert into review.panel_term (id, person, role, from_day, until_day, basis, chosen_by, kept_by, kept_at)
                        values (:id, :person, :role, :from, :until, :basis, :chosenBy, :keptBy, :keptAt)
                        """)
                .param("id", term.id())
                .param("person", term.person())
                .param("role", term.role().name())
                .param("from", term.from())
                .param("until", term.until())
                .param("basis", term.basis().name())
                .param("chosenBy", term.chosenBy())
                .param("keptBy", term.keptBy())
                .param("keptAt", Rows.at(term.keptAt()))
                .update();
    }

    void end(UUID id, LocalDate on, String by, String reason) {
        jdbc.sql(
                        """
                        update review.panel_term set ended_on = :on, ended_by = :by, end_reason = :reason
                        where id = :id and ended_on is null
                        """)
                .param("on", on)
                .param("by", by)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private static PanelTerm map(ResultSet row, int number) throws SQLException {
        return new PanelTerm(
                row.getObject("id", UUID.class),
                row.getString("person"),
                Role.valueOf(row.getString("role")),
                Objects.requireNonNull(row.getObject("from_day", LocalDate.class)),
                Objects.requireNonNull(row.getObject("until_day", LocalDate.class)),
                Basis.valueOf(row.getString("basis")),
                row.getString("chosen_by"),
                row.getString("kept_by"),
                Rows.instant(row, "kept_at"),
                row.getObject("ended_on", LocalDate.class),
                row.getString("end_reason"));
    }
}
