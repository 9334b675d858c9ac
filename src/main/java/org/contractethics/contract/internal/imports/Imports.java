package org.contractethics.contract.internal.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.contractethics.contract.internal.imports.ImportJob.State;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The stored imports, their files while they wait, and their problems. */
@Repository
class Imports {

    /** An import that gave no sign of life for so long is taken over. */
    static final Duration STALLED = Duration.ofMinutes(1);
    /**
     * More problems than this are counted but not listed. Far more than an award file of the largest size has rows; it only
     * keeps a file of nothing but line ends from filling the database.
     */
    static final int MOST_LISTED = 1_000_000;

    private static final int PROBLEMS_AT_ONCE = 1_000;

    private static final String SELECT =
            """
            select id, file_name, format, sha256, bytes, uploaded_by, uploaded_at, state, rows_read, rows_done, registered,
                   updated, unchanged, problems, finished_at, failure
            from contract.import
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Imports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(ImportJob job, byte[] content) {
        jdbc.sql(
                        """
                        insert into contract.import (id, file_name, format, sha256, bytes, uploaded_by, uploaded_at, state)
                        values (:id, :fileName, :format, :sha256, :bytes, :by, :at, 'QUEUED')""")
                .param("id", job.id())
                .param("fileName", job.fileName())
                .param("format", job.format().name())
                .param("sha256", job.sha256())
                .param("bytes", job.bytes())
                .param("by", job.uploadedBy())
                .param("at", Timestamp.from(job.uploadedAt()))
                .update();
        jdbc.sql("insert into contract.import_content (import_id, content) values (:id, :content)")
                .param("id", job.id())
                .param("content", content)
                .update();
    }

    Optional<ImportJob> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(Imports::map)
                .optional();
    }

    List<ImportJob> newest() {
        return jdbc.sql(SELECT + "order by uploaded_at desc limit 20")
                .query(Imports::map)
                .list();
    }

    /** Makes the caller the only one who runs this import; false where it is finished or somebody else runs it. */
    boolean claim(UUID id, Instant now) {
        int claimed = jdbc.sql(
                        """
                        update contract.import
                        set state = 'RUNNING', heartbeat_at = :now, rows_read = 0, rows_done = 0, unchanged = 0, problems = 0
                        where id = :id
                          and (state = 'QUEUED' or (state = 'RUNNING' and heartbeat_at < :stalled))""")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("stalled", Timestamp.from(now.minus(STALLED)))
                .update();
        if (claimed == 1) {
            jdbc.sql("delete from contract.import_problem where import_id = :id")
                    .param("id", id)
                    .update();
        }
        return claimed == 1;
    }

    Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from contract.import_content where import_id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    void rowsRead(UUID id, int rows, Instant now) {
        jdbc.sql("update contract.import set rows_read = :rows, heartbeat_at = :now where id = :id")
                .param("id", id)
                .param("rows", rows)
                .param("now", Timestamp.from(now))
                .update();
    }

    void advance(UUID id, int rows, int registered, int updated, int unchanged, Instant now) {
        jdbc.sql(
                        """
                        update contract.import
                        set rows_done = rows_done + :rows, registered = registered + :registered, updated = updated + :updated,
                            unchanged = unchanged + :unchanged, heartbeat_at = :now
                        where id = :id""")
                .param("id", id)
                .param("rows", rows)
                .param("registered", registered)
                .param("updated", updated)
                .param("unchanged", unchanged)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** @param from how many problems the import already has */
    void addProblems(UUID id, int from, List<ImportProblem> problems, Instant now) {
        int listed = Math.min(problems.size(), Math.max(0, MOST_LISTED - from));
        List<Map<String, Object>> rows = IntStream.range(0, listed)
                .mapToObj(i -> Map.<String, Object>of(
                        "position", from + i,
                        "line", problems.get(i).line(),
                        "column_name", problems.get(i).column(),
                        "reason", problems.get(i).reason()))
                .toList();
        jdbc.sql(
                        """
                        insert into contract.import_problem (import_id, position, line, column_name, reason)
                        select :id, position, line, column_name, reason
                        from json_to_recordset(cast(:rows as json)) as r(position int, line int, column_name text, reason text)""")
                .param("id", id)
                .param("rows", json.writeValueAsString(rows))
                .update();
        jdbc.sql("update contract.import set problems = problems + :more, heartbeat_at = :now where id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("more", problems.size())
                .update();
    }

    List<ImportProblem> problems(UUID id, int most) {
        return jdbc.sql(
                        """
                        select line, column_name, reason from contract.import_problem
                        where import_id = :id order by line, position limit :most""")
                .param("id", id)
                .param("most", most)
                .query((row, n) ->
                        new ImportProblem(row.getInt("line"), row.getString("column_name"), row.getString("reason")))
                .list();
    }

    /** Hands over every listed problem by line, a page at a time: the list may be longer than memory should hold. */
    void eachProblem(UUID id, Consumer<ImportProblem> taker) {
        Place after = new Place(-1, -1);
        List<Listed> page;
        do {
            page = problemsAfter(id, after);
            for (Listed listed : page) {
                taker.accept(listed.problem());
                after = listed.place();
            }
        } while (page.size() == PROBLEMS_AT_ONCE);
    }

    private record Place(int line, int position) {}

    private record Listed(Place place, ImportProblem problem) {}

    private List<Listed> problemsAfter(UUID id, Place after) {
        return jdbc.sql(
                        """
                        select line, position, column_name, reason from contract.import_problem
                        where import_id = :id and (line, position) > (:line, :position)
                        order by line, position limit :most""")
                .param("id", id)
                .param("line", after.line())
                .param("position", after.position())
                .param("most", PROBLEMS_AT_ONCE)
                .query((row, n) -> new Listed(
                        new Place(row.getInt("line"), row.getInt("position")),
                        new ImportProblem(row.getInt("line"), row.getString("column_name"), row.getString("reason"))))
                .list();
    }

    void finish(UUID id, State state, @Nullable String failure, Instant now) {
        jdbc.sql("update contract.import set state = :state, failure = :failure, finished_at = :now where id = :id")
                .param("id", id)
                .param("state", state.name())
                .param("failure", failure)
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("delete from contract.import_content where import_id = :id")
                .param("id", id)
                .update();
    }

    private static ImportJob map(ResultSet row, int index) throws SQLException {
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                ImportFormat.valueOf(row.getString("format")),
                row.getString("sha256"),
                row.getLong("bytes"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getInt("rows_read"),
                row.getInt("rows_done"),
                row.getInt("registered"),
                row.getInt("updated"),
                row.getInt("unchanged"),
                row.getInt("problems"),
                finished == null ? null : finished.toInstant(),
                row.getString("failure"));
    }
}
