package org.contractethics.workflow.internal;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks of tasks in PostgreSQL. */
@Repository
class JdbcStoppedClocks implements StoppedClocks {

    private final JdbcClient database;

    JdbcStoppedClocks(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void stopped(String taskId, Instant at) {
        database.sql("update workflow.inbox_item set stopped_at = :at where task_id = :task")
                .param("task", taskId)
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void running(String taskId, @Nullable Instant dueAt, int stoppedDays) {
        database.sql(
                        """
                        update workflow.inbox_item
                        set stopped_at = null, due_at = :due::timestamptz, stopped_days = stopped_days + :days
                        where task_id = :task
                        """)
                .param("task", taskId)
                .param("due", dueAt == null ? null : Timestamp.from(dueAt))
                .param("days", stoppedDays)
                .update();
    }
}
