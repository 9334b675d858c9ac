package org.contractethics.workflow.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxItem.Subject;
import org.jspecify.annotations.Nullable;

/** Rows of the work list as items. */
final class InboxRows {

    private InboxRows() {}

    static InboxItem item(ResultSet row, int number) throws SQLException {
        return new InboxItem(
                row.getString("task_id"),
                Subject.valueOf(row.getString("subject_kind")),
                row.getObject("subject_id", UUID.class),
                row.getString("task_key"),
                row.getString("label"),
                Arrays.stream((String[]) row.getArray("roles").getArray())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet()),
                row.getBoolean("shared"),
                contract(row),
                row.getString("tier"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("due_at")),
                row.getString("assignee"),
                instant(row.getTimestamp("completed_at")),
                row.getString("completed_by"),
                instant(row.getTimestamp("stopped_at")),
                row.getInt("stopped_days"));
    }

    private static @Nullable ContractLine contract(ResultSet row) throws SQLException {
        UUID id = row.getObject("contract_id", UUID.class);
        return id == null
                ? null
                : new ContractLine(
                        new ContractId(id),
                        row.getString("contract_reference"),
                        row.getString("contract_title"),
                        row.getString("agency"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
