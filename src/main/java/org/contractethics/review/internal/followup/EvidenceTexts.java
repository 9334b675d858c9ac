package org.contractethics.review.internal.followup;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.contractethics.document.FileTexts.FileText;
import org.contractethics.document.FileTexts.Passage;
import org.contractethics.review.IncidentTexts;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.followup.Incident.Kind;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was read of the files that came with incidents. */
@Repository
class EvidenceTexts implements IncidentTexts {

    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcTemplate jdbc;
    private final InsideTexts inside;

    EvidenceTexts(JdbcTemplate jdbc, InsideTexts inside) {
        this.jdbc = jdbc;
        this.inside = inside;
    }

    /** A file that waits to be read. */
    record Awaited(UUID incident, ContractId contract, int number) {}

    List<Awaited> awaited(UUID incident) {
        return awaited("and i.id = ? order by f.number", incident);
    }

    /** Those of incidents that have waited for a while and that nobody is reading, the oldest first. */
    List<UUID> leftBehind(int most) {
        return awaited(
                        """
                        and not exists (select from review.incident_reading r where r.incident_id = f.incident_id
                                           and r.number = f.number and r.lease_until >= clock_timestamp())
                        and i.recorded_at < clock_timestamp() - interval '5 minutes' order by i.recorded_at limit ?
                        """,
                        most)
                .stream()
                .map(Awaited::incident)
                .distinct()
                .toList();
    }

    private List<Awaited> awaited(String which, Object parameter) {
        return jdbc.query(
                """
                select i.id, i.contract_id, f.number
                  from review.incident_file f join review.incident i on i.id = f.incident_id
                 where not exists (select from review.incident_text t
                                    where t.incident_id = f.incident_id and t.number = f.number)
                """
                        + which,
                (row, at) -> new Awaited(
                        row.getObject("id", UUID.class),
                        new ContractId(row.getObject("contract_id", UUID.class)),
                        row.getInt("number")),
                parameter);
    }

    byte[] original(Awaited file) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select original from review.incident_file where incident_id = ? and number = ?",
                byte[].class,
                file.incident(),
                file.number()));
    }

    /** False where somebody else kept it meanwhile: it is the same text. */
    boolean keep(Awaited file, FileText text) {
        boolean first = jdbc.update(
                        """
                        insert into review.incident_text (incident_id, number, ending, passages, gaps, read_at)
                        values (?, ?, ?, ?, ?, clock_timestamp()) on conflict (incident_id, number) do nothing
                        """,
                        file.incident(),
                        file.number(),
                        text.ending().name(),
                        text.passages().size(),
                        Rows.array(text.gaps()))
                == 1;
        if (first) {
            keep(file, text.passages());
            inside.keep(file, text.inside());
        }
        return first;
    }

    private void keep(Awaited file, List<Passage> passages) {
        List<Integer> ordinals = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            ordinals.add(i);
        }
        jdbc.batchUpdate(
                """
                insert into review.incident_passage (incident_id, number, ordinal, part, printed, heading, text, page)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ordinals,
                ROWS_AT_A_TIME,
                (statement, ordinal) -> bind(statement, 1, file, ordinal, passages.get(ordinal)));
    }

    /** From this parameter on: whose it is, its place in the text, and what it says. */
    static void bind(PreparedStatement statement, int from, Awaited file, int ordinal, Passage passage)
            throws SQLException {
        statement.setObject(from, file.incident());
        statement.setInt(from + 1, file.number());
        statement.setInt(from + 2, ordinal);
        statement.setString(from + 3, passage.part());
        statement.setString(from + 4, passage.number());
        statement.setString(from + 5, passage.heading());
        statement.setString(from + 6, passage.text());
        statement.setObject(from + 7, passage.page(), Types.INTEGER);
    }

    static Passage passage(ResultSet row) throws SQLException {
        return new Passage(
                row.getString("part"),
                row.getString("printed"),
                row.getString("heading"),
                row.getString("text"),
                Rows.number(row, "page"));
    }

    @Override
    public Optional<IncidentText> find(UUID incident) {
        List<EvidenceText> files = files(incident);
        return jdbc
                .query(
                        "select contract_id, kind, happened_on, source, account from review.incident where id = ?",
                        (row, at) -> incident(incident, row, files),
                        incident)
                .stream()
                .findFirst();
    }

    private static IncidentText incident(UUID id, ResultSet row, List<EvidenceText> files) throws SQLException {
        return new IncidentText(
                id,
                new ContractId(row.getObject("contract_id", UUID.class)),
                Kind.valueOf(row.getString("kind")).label(),
                row.getObject("happened_on", LocalDate.class),
                row.getString("source"),
                row.getString("account"),
                files);
    }

    private List<EvidenceText> files(UUID incident) {
        Map<Integer, String> names = new TreeMap<>();
        jdbc.query(
                """
                select t.number, f.file_name
                  from review.incident_text t
                  join review.incident_file f on f.incident_id = t.incident_id and f.number = t.number
                 where t.incident_id = ?
                   and (t.ending = 'READ' or exists (select from review.incident_inside n
                                                      where n.incident_id = t.incident_id and n.number = t.number
                                                        and n.ending = 'READ'))
                """,
                row -> {
                    names.put(row.getInt("number"), row.getString("file_name"));
                },
                incident);
        List<EvidenceText> files = new ArrayList<>();
        names.forEach((number, name) ->
                files.add(new EvidenceText(number, name, passages(incident, number), inside.read(incident, number))));
        return files;
    }

    private List<Passage> passages(UUID incident, int number) {
        return jdbc.query(
                """
                select part, printed, heading, text, page from review.incident_passage
                 where incident_id = ? and number = ? order by ordinal
                """,
                (row, at) -> passage(row),
                incident,
                number);
    }

    @Override
    public Map<UUID, Integer> passages() {
        Map<UUID, Integer> passages = new HashMap<>();
        jdbc.query(
                """
                select incident_id, sum(passages)::int as passages
                  from (select incident_id, passages from review.incident_text
                        union all select incident_id, passages from review.incident_inside) read
                 group by 1
                """,
                row -> {
                    passages.put(row.getObject("incident_id", UUID.class), row.getInt("passages"));
                });
        return passages;
    }
}
