package org.contractethics;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls of the engine itself, past pages and API, by somebody who reaches it. */
public final class EngineCalls {

    private static final Map<String, Object> EVERYTHING_WELL = Map.of(
            "confirmed", "true",
            "suspensionOutcome", "CONTINUE",
            "reReviewResult", "STILL_VALID",
            "carryOutBy", "2030-01-01T00:00:00Z",
            "answered", true,
            "approved", true,
            "effectiveOn", "2030-01-01");

    private final TaskService tasks;
    private final JdbcClient database;

    public EngineCalls(TaskService tasks, JdbcClient database) {
        this.tasks = tasks;
        this.database = database;
    }

    /** The open task of something cannot be completed by a call alone. */
    public void assertRefused(UUID subject, String words) {
        String task = database.sql(
                        "select task_id from workflow.inbox_item where subject_id = :id and completed_at is null")
                .param("id", subject)
                .query(String.class)
                .single();
        assertThatThrownBy(() -> tasks.complete(task, EVERYTHING_WELL)).hasStackTraceContaining(words);
    }
}
