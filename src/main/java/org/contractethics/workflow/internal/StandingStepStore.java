package org.contractethics.workflow.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which jobs of the engine were given up, since when, and when somebody was last told of each. */
@Repository
class StandingStepStore {

    private final JdbcClient jdbc;

    StandingStepStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param job its id in the engine
     * @param since when it was first found given up
     * @param triedAt when it was last tried again, or given up
     * @param toldAt when people were last told
     */
    record Given(String job, Instant since, Instant triedAt, Instant toldAt) {}

    Optional<Given> find(String job) {
        return jdbc.sql("select * from workflow.standing_step where job_id = :job")
                .param("job", job)
                .query((row, n) -> given(row))
                .optional();
    }

    /** The oldest first. */
    List<Given> all(int most) {
        return jdbc.sql("select * from workflow.standing_step order by since, job_id limit :most")
                .param("most", most)
                .query((row, n) -> given(row))
                .list();
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                Objects.requireNonNull(row.getString("job_id")),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("tried_at").toInstant(),
                row.getTimestamp("told_at").toInstant());
    }

    void keep(Given given) {
        jdbc.sql(
                        """
                        insert into workflow.standing_step (job_id, since, tried_at, told_at)
                        values (:job, :since, :triedAt, :toldAt)
                        on conflict (job_id) do update set tried_at = excluded.tried_at, told_at = excluded.told_at
                        """)
                .param("job", given.job())
                .param("since", Timestamp.from(given.since()))
                .param("triedAt", Timestamp.from(given.triedAt()))
                .param("toldAt", Timestamp.from(given.toldAt()))
                .update();
    }

    void forget(Collection<String> jobs) {
        jdbc.sql("delete from workflow.standing_step where job_id = any(:jobs)")
                .param("jobs", jobs.toArray(String[]::new))
                .update();
    }
}
