package org.contractethics.document.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.document.Documents.Clause;
import org.contractethics.document.extraction.Reading.ChangeKind;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.extraction.Reading.Text;
import org.contractethics.document.extraction.Reading.TrackedChange;
import org.contractethics.shared.DocumentVersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The text of the versions: parts, and the clauses that point into them. */
@Repository
class TextStore {

    private static final int ROWS_AT_A_TIME = 500;
    private static final String CLAUSES =
            """
            select c.version_id, c.ordinal, p.name, c.number, c.heading, c.heading_path, c.parent_ordinal, c.text,
                   c.title_length, c.page, c.start_offset, c.end_offset
              from document.clause c
              join document.part p on p.version_id = c.version_id and p.ordinal = c.part_ordinal
             where c.version_id = any (cast(? as uuid[]))""";

    /** The id comes from a row: of a bare parameter, or a list, PostgreSQL guesses that planning anew might pay, each time. */
    private static final String CLAUSES_OF_ONE = CLAUSES.replace("any (cast(? as uuid[]))", "(select cast(? as uuid))");

    private final JdbcTemplate jdbc;

    TextStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the place of whatever was stored before. */
    void replace(DocumentVersionId version, Text text) {
        jdbc.update("delete from document.clause where version_id = ?", version.value());
        jdbc.update("delete from document.part where version_id = ?", version.value());
        for (int i = 0; i < text.parts().size(); i++) {
            jdbc.update(
                    "insert into document.part (version_id, ordinal, name, text) values (?, ?, ?, ?)",
                    version.value(),
                    i,
                    text.parts().get(i).name(),
                    text.parts().get(i).text());
        }
        addClauses(version, text.clauses());
        addChanges(version, text.changes());
    }

    /** Whether exactly this is stored: parts, clauses at the same places, and tracked changes. */
    boolean says(DocumentVersionId version, Text text) {
        List<ShownClause> stored = shown(version);
        return stored.size() == text.clauses().size()
                && parts(version).equals(text.parts())
                && changes(version).equals(text.changes())
                && IntStream.range(0, stored.size()).allMatch(i -> stored.get(i).equals(asStored(version, i, text)));
    }

    private static ShownClause asStored(DocumentVersionId version, int ordinal, Text text) {
        ClauseText clause = text.clauses().get(ordinal);
        return new ShownClause(
                new Clause(
                        version,
                        ordinal,
                        text.parts().get(clause.part()).name(),
                        clause.number(),
                        clause.heading(),
                        clause.headingPath(),
                        clause.parent(),
                        clause.text(),
                        clause.page(),
                        clause.start(),
                        clause.end()),
                clause.titleLength());
    }

    private void addChanges(DocumentVersionId version, List<TrackedChange> changes) {
        for (int i = 0; i < changes.size(); i++) {
            TrackedChange change = changes.get(i);
            jdbc.update(
                    """
                    insert into document.tracked_change
                           (version_id, ordinal, part_ordinal, kind, author, changed_at, start_offset, end_offset, words)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    version.value(),
                    i,
                    change.part(),
                    change.kind().name(),
                    change.author(),
                    change.at(),
                    change.start(),
                    change.end(),
                    change.words());
        }
    }

    int changeCount(DocumentVersionId version) {
        Integer count = jdbc.queryForObject(
                "select count(*) from document.tracked_change where version_id = ?", Integer.class, version.value());
        return count == null ? 0 : count;
    }

    /** The tracked changes in reading order; their part is an index into {@link #parts}. */
    List<TrackedChange> changes(DocumentVersionId version) {
        return jdbc.query(
                "select * from document.tracked_change where version_id = ? order by ordinal",
                (row, number) -> new TrackedChange(
                        row.getInt("part_ordinal"),
                        ChangeKind.valueOf(text(row, "kind")),
                        text(row, "author"),
                        text(row, "changed_at"),
                        row.getInt("start_offset"),
                        row.getInt("end_offset"),
                        text(row, "words")),
                version.value());
    }

    List<Clause> clauses(DocumentVersionId version) {
        return shown(version).stream().map(ShownClause::clause).toList();
    }

    List<ShownClause> shown(DocumentVersionId version) {
        return jdbc.query(CLAUSES_OF_ONE + " order by c.ordinal", TextStore::map, version.value());
    }

    /** The clauses of each of them, by one query. */
    Map<DocumentVersionId, List<Clause>> clauses(Collection<DocumentVersionId> versions) {
        return jdbc
                .query(CLAUSES + " order by c.version_id, c.ordinal", TextStore::map, (Object) ids(versions))
                .stream()
                .map(ShownClause::clause)
                .collect(Collectors.groupingBy(Clause::version));
    }

    private static UUID[] ids(Collection<DocumentVersionId> versions) {
        return versions.stream().map(DocumentVersionId::value).toArray(UUID[]::new);
    }

    List<Clause> clauses(DocumentVersionId version, Collection<Integer> ordinals) {
        if (ordinals.isEmpty()) {
            return List.of();
        }
        return jdbc
                .query(
                        CLAUSES_OF_ONE + " and c.ordinal = any (?) order by c.ordinal",
                        TextStore::map,
                        version.value(),
                        ordinals.toArray(Integer[]::new))
                .stream()
                .map(ShownClause::clause)
                .toList();
    }

    /** Every part in reading order. */
    List<PartText> parts(DocumentVersionId version) {
        return jdbc.query(
                "select name, text from document.part where version_id = ? order by ordinal",
                (row, number) -> new PartText(text(row, "name"), text(row, "text")),
                version.value());
    }

    /** The same of each of them, by one query. */
    Map<DocumentVersionId, List<PartText>> parts(Collection<DocumentVersionId> versions) {
        Map<DocumentVersionId, List<PartText>> parts = new HashMap<>();
        jdbc.query(
                "select version_id, name, text from document.part where version_id = any (cast(? as uuid[]))"
                        + " order by version_id, ordinal",
                row -> {
                    parts.computeIfAbsent(
                                    new DocumentVersionId(
                                            Objects.requireNonNull(row.getObject("version_id", UUID.class))),
                                    version -> new ArrayList<>())
                            .add(new PartText(text(row, "name"), text(row, "text")));
                },
                (Object) ids(versions));
        return parts;
    }

    private void addClauses(DocumentVersionId version, List<ClauseText> clauses) {
        List<Integer> ordinals = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            ordinals.add(i);
        }
        jdbc.batchUpdate(
                """
                insert into document.clause
                       (version_id, ordinal, part_ordinal, number, heading, text, title_length, page, start_offset, end_offset,
                        heading_path, parent_ordinal)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                ordinals,
                ROWS_AT_A_TIME,
                (statement, ordinal) -> bind(statement, version.value(), ordinal, clauses.get(ordinal)));
    }

    private static void bind(PreparedStatement statement, UUID version, int ordinal, ClauseText clause)
            throws SQLException {
        statement.setObject(1, version);
        statement.setInt(2, ordinal);
        statement.setInt(3, clause.part());
        statement.setString(4, clause.number());
        statement.setString(5, clause.heading());
        statement.setString(6, clause.text());
        statement.setInt(7, clause.titleLength());
        statement.setObject(8, clause.page(), Types.INTEGER);
        statement.setInt(9, clause.start());
        statement.setInt(10, clause.end());
        String[] path = clause.headingPath().toArray(String[]::new);
        statement.setArray(11, statement.getConnection().createArrayOf("text", path));
        statement.setObject(12, clause.parent(), Types.INTEGER);
    }

    private static ShownClause map(ResultSet row, int number) throws SQLException {
        Clause clause = new Clause(
                new DocumentVersionId(Objects.requireNonNull(row.getObject("version_id", UUID.class))),
                row.getInt("ordinal"),
                text(row, "name"),
                text(row, "number"),
                text(row, "heading"),
                List.of((String[]) row.getArray("heading_path").getArray()),
                number(row, "parent_ordinal"),
                text(row, "text"),
                number(row, "page"),
                row.getInt("start_offset"),
                row.getInt("end_offset"));
        return new ShownClause(clause, row.getInt("title_length"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
