package org.contractethics.review.web;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a review, or what follows it, is. */
final class OpenTasks {

    private OpenTasks() {}

    /** Keys of the tasks of a review or a follow-up that are open. */
    static List<String> of(JdbcClient database, UUID subject) {
        return database.sql("select task_key from workflow.inbox_item where subject_id = :id and completed_at is null")
                .param("id", subject)
                .query(String.class)
                .list();
    }
}
