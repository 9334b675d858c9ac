package org.contractethics.workflow.internal;

import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.InboxFilter.Due;
import org.contractethics.workflow.internal.InboxQuery.Sort;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.jspecify.annotations.Nullable;

/**
 * The statement behind a view of the work list. The viewer's rights are part of it, so that no page, count or search can
 * reach a task this person is not offered.
 */
record InboxSql(String condition, String order, Map<String, Object> parameters) {

    /** Whoever may not handle a concern must not learn of it, not even as its former officer (H13). */
    private static final String HANDLED = "subject_id = any (string_to_array(:concerns, ',')::uuid[])";

    private static final String EXCLUDED =
            "exists (select 1 from workflow.inbox_exclusion e where e.subject_id = i.subject_id and e.username = :me)";

    private static final String ANSWERS = "task_key in ('clarification', 'answer-question')";

    /**
     * Open to one of the viewer's roles, and no case on which the viewer is excluded. Answering a question is no review: it
     * is offered to whoever submitted the contract, who is excluded from all the rest, and no one else in sales learns of it.
     */
    private static final String OFFERED = "(subject_kind <> 'CONCERN' and roles && string_to_array(:roles, ',')"
            + " and (" + ANSWERS + " and " + EXCLUDED + " or not " + ANSWERS + " and not " + EXCLUDED + "))";

    /** The proposal that a panel chair makes, for whoever makes it where conflicts bar all of them. */
    private static final String IN_PLACE =
            "(task_key = 'propose-suspension' and subject_id = any (string_to_array(:inPlace, ',')::uuid[]) and not "
                    + EXCLUDED + ")";

    /** Held by somebody absent whose delegate the viewer is; the excluded stand in for nobody (H1, H2). */
    private static final String STOOD_IN_FOR =
            "(subject_kind = 'REVIEW' and assignee = any (string_to_array(:absent, ',')) and not " + EXCLUDED + ")";

    /** The conditions for this viewer: what never holds is left out, so that the database need not look for it. */
    private record Rights(boolean handlesConcerns, boolean standsIn, boolean actsInPlace) {

        String known() {
            return handlesConcerns ? "(subject_kind <> 'CONCERN' or " + HANDLED + ")" : "subject_kind <> 'CONCERN'";
        }

        String mine() {
            String held = "assignee = :me and " + known();
            return standsIn ? "(" + held + " or " + STOOD_IN_FOR + ")" : "(" + held + ")";
        }

        String offered() {
            String byRole = actsInPlace ? "(" + OFFERED + " or " + IN_PLACE + ")" : OFFERED;
            return handlesConcerns ? "(subject_kind = 'CONCERN' and " + HANDLED + " or " + byRole + ")" : byRole;
        }
    }

    static InboxSql of(InboxQuery query, InboxReach reach) {
        Rights rights = new Rights(
                !reach.concerns().isEmpty(),
                !reach.absent().isEmpty(),
                !reach.inPlace().isEmpty());
        List<String> conditions = new ArrayList<>(List.of(view(query.view(), rights)));
        Map<String, Object> parameters = viewer(query, reach);
        narrow(query, conditions, parameters);
        return new InboxSql(String.join(" and ", conditions), order(query), parameters);
    }

    private static Map<String, Object> viewer(InboxQuery query, InboxReach reach) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("me", query.viewer().username());
        parameters.put("roles", JdbcInboxItems.commaSeparated(query.viewer().roles()));
        parameters.put("concerns", joined(reach.concerns()));
        parameters.put("absent", String.join(",", reach.absent()));
        parameters.put("inPlace", joined(reach.inPlace()));
        parameters.put("now", Timestamp.from(query.now()));
        parameters.put("inADay", Timestamp.from(query.now().plus(1, ChronoUnit.DAYS)));
        parameters.put("inAWeek", Timestamp.from(query.now().plus(7, ChronoUnit.DAYS)));
        parameters.put("counted", InboxQuery.MOST_COUNTED + 1);
        parameters.put("limit", InboxQuery.PAGE_SIZE);
        parameters.put("offset", (query.page() - 1) * InboxQuery.PAGE_SIZE);
        return parameters;
    }

    private static String joined(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private static void narrow(InboxQuery query, List<String> conditions, Map<String, Object> parameters) {
        InboxFilter filter = query.filter();
        if (!filter.text().isBlank()) {
            conditions.add("(contract_title || ' ' || contract_reference || ' ' || agency) ilike :text");
            parameters.put("text", "%" + escaped(filter.text().strip()) + "%");
        }
        equal("tier", filter.tier(), conditions, parameters);
        equal("task_key", filter.step(), conditions, parameters);
        equal("agency", filter.agency(), conditions, parameters);
        Role role = filter.role();
        if (role != null) {
            // not "@>": the index by role would be taken, and every task of a common role fetched and sorted
            conditions.add(":role = any (roles)");
            parameters.put("role", role.name());
        }
        Due due = filter.due();
        if (due != null && query.view() != View.DONE) {
            conditions.add(due.condition());
        }
    }

    private static void equal(
            String column, @Nullable String value, List<String> conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(column + " = :" + column);
            parameters.put(column, value);
        }
    }

    /** Ordered unless words are looked for, so that the index of the list is walked and nothing else read. */
    String count() {
        return "select count(*) from (select 1 from workflow.inbox_item i where " + condition
                + (parameters.containsKey("text") ? "" : " order by " + order) + " limit :counted) found";
    }

    /** Agencies of the tasks that come first: to choose from, so it need not know them all. */
    String agencies() {
        return "select distinct agency from (select agency from workflow.inbox_item i where " + condition
                + " and agency is not null order by " + order + " limit 2000) first_ones order by agency limit 200";
    }

    /** The index of the list tells which tasks; only these are read whole. */
    String page() {
        return "select whole.* from workflow.inbox_item whole where task_id = any (array(select task_id from"
                + " workflow.inbox_item i where " + condition + " order by " + order
                + " limit :limit offset :offset)) order by " + order;
    }

    private static String view(View view, Rights rights) {
        String all = "(" + rights.mine() + " or " + rights.offered() + ")";
        return switch (view) {
            case DONE -> "completed_at is not null and completed_by = :me and " + rights.known();
            case MINE -> "completed_at is null and " + rights.mine();
            case GROUPS -> "completed_at is null and " + rights.offered();
            case UNCLAIMED -> "completed_at is null and assignee is null and not shared and " + rights.offered();
            case ALL -> "completed_at is null and " + all;
            case OVERDUE -> "completed_at is null and stopped_at is null and due_at < :now and " + all;
        };
    }

    private static String order(InboxQuery query) {
        if (query.view() == View.DONE) {
            return "completed_at desc, task_id";
        }
        return query.sort() == Sort.NEWEST ? "created_at desc, task_id" : "due_at, created_at, task_id";
    }

    /** What people type is text, not a pattern. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
