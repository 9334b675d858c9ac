package org.contractethics.screening.internal.agencies;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.screening.RecordLevel;
import org.contractethics.screening.internal.agencies.AgencyFinding.Ruling;
import org.contractethics.screening.internal.agencies.AgencyFinding.Withdrawal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is cited of agencies, and what became of it; rows are only ever added. */
@Repository
class AgencyFindings {

    private static final String SELECT =
            """
            select f.*, w.id as withdrawal, w.reason as because, w.proposed_by, w.proposed_at,
                   r.accepted, r.reason as ruling, r.ruled_by, r.ruled_at
              from screening.agency_finding f
              left join lateral (select * from screening.finding_withdrawal w where w.finding_id = f.id
                                  order by w.proposed_at desc, w.id limit 1) w on true
              left join screening.withdrawal_ruling r on r.withdrawal_id = w.id
            """;

    private final JdbcClient jdbc;

    AgencyFindings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(AgencyFinding finding) {
        jdbc.sql(
                        """
                        insert into screening.agency_finding (id, agency, level, international, source, title, address, found_on,
                                                              summary, steps, cited_by, cited_at)
                        values (:id, :agency, :level, :international, :source, :title, :address, :on, :summary, :steps, :by, :at)
                        """)
                .param("id", finding.id())
                .param("agency", finding.agency())
                .param("level", finding.level().name())
                .param("international", finding.international())
                .param("source", finding.source())
                .param("title", finding.title())
                .param("address", finding.address(), Types.VARCHAR)
                .param("on", Date.valueOf(finding.foundOn()))
                .param("summary", finding.summary())
                .param("steps", finding.steps(), Types.VARCHAR)
                .param("by", finding.citedBy())
                .param("at", Timestamp.from(finding.citedAt()))
                .update();
    }

    void propose(UUID finding, Withdrawal withdrawal) {
        jdbc.sql(
                        """
                        insert into screening.finding_withdrawal (id, finding_id, reason, proposed_by, proposed_at)
                        values (:id, :finding, :reason, :by, :at)
                        """)
                .param("id", withdrawal.id())
                .param("finding", finding)
                .param("reason", withdrawal.reason())
                .param("by", withdrawal.proposedBy())
                .param("at", Timestamp.from(withdrawal.proposedAt()))
                .update();
    }

    void rule(UUID withdrawal, Ruling ruling) {
        jdbc.sql(
                        """
                        insert into screening.withdrawal_ruling (withdrawal_id, accepted, reason, ruled_by, ruled_at)
                        values (:withdrawal, :accepted, :reason, :by, :at)
                        """)
                .param("withdrawal", withdrawal)
                .param("accepted", ruling.accepted())
                .param("reason", ruling.reason())
                .param("by", ruling.ruledBy())
                .param("at", Timestamp.from(ruling.ruledAt()))
                .update();
    }

    /** Waits for whoever proposes or rules on a withdrawal. */
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(7091090)")
                .query((row, number) -> 1)
                .list();
    }

    Optional<AgencyFinding> find(UUID id) {
        return jdbc.sql(SELECT + " where f.id = :id")
                .param("id", id)
                .query(AgencyFindings::map)
                .optional();
    }

    /** Whether the same is cited already, and stands. */
    boolean cited(String agency, String source, String title) {
        return jdbc.sql(
                        """
                        select exists (select 1 from screening.standing_agency_finding f
                                       where lower(f.agency) = lower(:agency) and lower(f.source) = lower(:source)
                                         and lower(f.title) = lower(:title))
                        """)
                .param("agency", agency)
                .param("source", source)
                .param("title", title)
                .query(Boolean.class)
                .single();
    }

    /** Those of whose agency the name begins with these words, by agency, the newest first. */
    List<AgencyFinding> beginning(String words, int limit) {
        return jdbc.sql(
                        SELECT
                                + """
                         where starts_with(lower(f.agency), :words)
                         order by lower(f.agency), f.found_on desc, f.id limit :limit
                        """)
                .param("words", words.toLowerCase(Locale.ROOT))
                .param("limit", limit)
                .query(AgencyFindings::map)
                .list();
    }

    /** Those of exactly these agencies that stand, the gravest and newest first. */
    List<AgencyFinding> standing(Collection<String> agencies) {
        return jdbc
                .sql(
                        SELECT
                                + """
                         where lower(f.agency) = any(:agencies)
                         order by f.found_on desc, f.id
                        """)
                .param(
                        "agencies",
                        agencies.stream()
                                .map(agency -> agency.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query(AgencyFindings::map)
                .list()
                .stream()
                .filter(AgencyFinding::stands)
                .sorted((one, other) -> other.level().compareTo(one.level()))
                .toList();
    }

    private static AgencyFinding map(ResultSet row, int number) throws SQLException {
        return new AgencyFinding(
                row.getObject("id", UUID.class),
                row.getString("agency"),
                RecordLevel.valueOf(row.getString("level")),
                row.getBoolean("international"),
                row.getString("source"),
                row.getString("title"),
                row.getString("address"),
                row.getDate("found_on").toLocalDate(),
                row.getString("summary"),
                row.getString("steps"),
                row.getString("cited_by"),
                instant(row, "cited_at"),
                withdrawal(row));
    }

    private static @Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        UUID id = row.getObject("withdrawal", UUID.class);
        return id == null
                ? null
                : new Withdrawal(
                        id,
                        row.getString("because"),
                        row.getString("proposed_by"),
                        instant(row, "proposed_at"),
                        ruling(row));
    }

    private static @Nullable Ruling ruling(ResultSet row) throws SQLException {
        return row.getString("ruled_by") == null
                ? null
                : new Ruling(
                        row.getBoolean("accepted"),
                        row.getString("ruling"),
                        row.getString("ruled_by"),
                        instant(row, "ruled_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
