package org.contractethics.workflow.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The work list in PostgreSQL. */
@Repository
class JdbcInboxItems implements InboxItems {

    private final JdbcClient database;

    JdbcInboxItems(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void opened(InboxItem item) {
        ContractLine contract = item.contract();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("task", item.taskId());
        row.put("kind", item.kind().name());
        row.put("subject", item.subject());
        row.put("key", item.taskKey());
        row.put("label", item.label());
        row.put("roles", commaSeparated(item.roles()));
        row.put("shared", item.shared());
        row.put("contract", contract == null ? null : contract.id().value());
        row.put("reference", text(contract == null ? null : contract.reference()));
        row.put("title", text(contract == null ? null : contract.title()));
        row.put("agency", text(contract == null ? null : contract.agency()));
        row.put("tier", text(item.tier()));
        row.put("created", Timestamp.from(item.createdAt()));
        row.put("due", timestamp(item.dueAt()));
        row.put("assignee", text(item.assignee()));
        row.put("claimed", item.assignee() == null ? null : Timestamp.from(item.createdAt()));
        database.sql(
                        """
                        insert into workflow.inbox_item (task_id, subject_kind, subject_id, task_key, label, roles, shared,
                            contract_id, contract_reference, contract_title, agency, tier, created_at, due_at, assignee, claimed_at)
                        values (:task, :kind, :subject, :key, :label, string_to_array(:roles, ','), :shared,
                            :contract::uuid, :reference, :title, :agency, :tier, :created, :due::timestamptz, :assignee, :claimed::timestamptz)
                        """)
                .params(row)
                .update();
    }

    @Override
    public void assigned(String taskId, @Nullable String assignee, Instant at) {
        database.sql(
                        """
                        update workflow.inbox_item
                        set assignee = :assignee, claimed_at = case when :assignee::text is null then null else :at::timestamptz end
                        where task_id = :task
                        """)
                .param("task", taskId)
                .param("assignee", text(assignee))
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void completed(String taskId, @Nullable String by, Instant at) {
        database.sql("update workflow.inbox_item set completed_at = :at, completed_by = :by where task_id = :task")
                .param("task", taskId)
                .param("by", text(by))
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public void forget(UUID subject) {
        database.sql("delete from workflow.inbox_item where subject_id = :subject")
                .param("subject", subject)
                .update();
    }

    @Override
    public void removed(String taskId) {
        database.sql("delete from workflow.inbox_item where task_id = :task and completed_at is null")
                .param("task", taskId)
                .update();
    }

    @Override
    public void about(UUID subject, ContractLine contract) {
        describe("subject_id = :id", subject, contract);
    }

    @Override
    public void contractChanged(ContractLine contract) {
        describe("contract_id = :id and completed_at is null", contract.id().value(), contract);
    }

    private void describe(String condition, UUID id, ContractLine contract) {
        database.sql("update workflow.inbox_item set contract_id = :contract, contract_reference = :reference,"
                        + " contract_title = :title, agency = :agency where " + condition)
                .param("id", id)
                .param("contract", contract.id().value())
                .param("reference", contract.reference())
                .param("title", contract.title())
                .param("agency", contract.agency())
                .update();
    }

    @Override
    public Optional<ContractId> contractOf(UUID subject) {
        return database.sql(
                        "select contract_id from workflow.inbox_item where subject_id = :subject and contract_id is not null limit 1")
                .param("subject", subject)
                .query(UUID.class)
                .optional()
                .map(ContractId::new);
    }

    @Override
    public List<ContractId> contractsOf(List<String> references) {
        return database
                .sql(
                        """
                        select distinct contract_id from workflow.inbox_item
                        where completed_at is null and contract_reference = any (string_to_array(:references, ','))
                        """)
                .param("references", String.join(",", references))
                .query(UUID.class)
                .list()
                .stream()
                .map(ContractId::new)
                .toList();
    }

    @Override
    public void tierConfirmed(UUID subject, String tier) {
        database.sql("update workflow.inbox_item set tier = :tier where subject_id = :subject")
                .param("subject", subject)
                .param("tier", tier)
                .update();
    }

    @Override
    public void exclude(UUID subject, String username) {
        database.sql(
                        "insert into workflow.inbox_exclusion (subject_id, username) values (:subject, :username) on conflict do nothing")
                .param("subject", subject)
                .param("username", username)
                .update();
    }

    @Override
    public Optional<InboxItem> find(String taskId) {
        return database.sql("select * from workflow.inbox_item where task_id = :task")
                .param("task", taskId)
                .query(InboxRows::item)
                .optional();
    }

    @Override
    public Optional<InboxItem> lock(String taskId) {
        return database.sql("select * from workflow.inbox_item where task_id = :task for update")
                .param("task", taskId)
                .query(InboxRows::item)
                .optional();
    }

    @Override
    public Optional<InboxItem> lockOpen(UUID subject, String taskKey) {
        return database.sql(
                        """
                        select * from workflow.inbox_item
                        where subject_id = :subject and task_key = :key and completed_at is null for update
                        """)
                .param("subject", subject)
                .param("key", taskKey)
                .query(InboxRows::item)
                .optional();
    }

    /** The subject comes from a row: of a bare parameter PostgreSQL guesses that planning anew might pay, each time. */
    @Override
    public List<InboxItem> ofSubject(UUID subject) {
        return database.sql(
                        """
                        select * from workflow.inbox_item where subject_id = (select :subject::uuid)
                        order by created_at, task_id
                        """)
                .param("subject", subject)
                .query(InboxRows::item)
                .list();
    }

    @Override
    public List<InboxItem> openReviewsOf(ContractId contract) {
        return database.sql(
                        """
                        select * from workflow.inbox_item
                        where contract_id = :contract and subject_kind <> 'CONCERN' and completed_at is null
                        order by created_at, task_id
                        """)
                .param("contract", contract.value())
                .query(InboxRows::item)
                .list();
    }

    @Override
    public List<InboxItem> heldInReviews() {
        return database.sql(
                        """
                        select * from workflow.inbox_item
                        where assignee is not null and subject_kind <> 'CONCERN' and completed_at is null
                        order by created_at, task_id
                        """)
                .query(InboxRows::item)
                .list();
    }

    @Override
    public List<UUID> concernsFor(String username) {
        return database.sql(
                        """
                        select distinct subject_id from workflow.inbox_item
                        where subject_kind = 'CONCERN' and (completed_at is null or completed_by = :username)
                        """)
                .param("username", username)
                .query(UUID.class)
                .list();
    }

    @Override
    public InboxPage page(InboxQuery query, InboxReach reach) {
        InboxSql sql = InboxSql.of(query, reach);
        planForTheseValues();
        Integer total = database.sql(sql.count())
                .params(sql.parameters())
                .query(Integer.class)
                .single();
        List<InboxItem> items = database.sql(sql.page())
                .params(sql.parameters())
                .query(InboxRows::item)
                .list();
        return new InboxPage(items, total, query.page());
    }

    @Override
    public List<String> agencies(InboxQuery query, InboxReach reach) {
        InboxSql sql = InboxSql.of(query, reach);
        planForTheseValues();
        return database.sql(sql.agencies())
                .params(sql.parameters())
                .query(String.class)
                .list();
    }

    /**
     * Until the transaction ends. A plan made for any values knows neither how few lines are asked for nor how many tasks a role
     * has, and reads and sorts the whole list (measured with 100,000 open tasks: 200 ms instead of 4).
     */
    private void planForTheseValues() {
        database.sql("set local plan_cache_mode = force_custom_plan").update();
    }

    static String commaSeparated(Iterable<Role> roles) {
        StringBuilder names = new StringBuilder();
        roles.forEach(role -> names.append(names.isEmpty() ? "" : ",").append(role.name()));
        return names.toString();
    }

    /** With its type also where it is null: the driver has a statement parsed and planned anew whenever a type changes. */
    private static SqlParameterValue text(@Nullable String value) {
        return new SqlParameterValue(Types.VARCHAR, value);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
