package org.contractethics.contract.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.contract.internal.AwardTransaction.Kind;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The stored award transactions of the contracts. */
@Repository
public class AwardTransactions {

    private static final String SELECT =
            """
            select contract_id, kind, key, award_key, acted_on, amount_minor, ceiling_minor, currency, period_start,
                   period_end, supplier, description, product, industry, action, active
            from contract.award_transaction
            """;

    private static final String SAVE =
            """
            insert into contract.award_transaction as t
                  (contract_id, kind, key, award_key, acted_on, amount_minor, ceiling_minor, currency, period_start,
                   period_end, supplier, description, product, industry, action, active)
            select contract_id, kind, key, award_key, acted_on, amount_minor, ceiling_minor, currency, period_start,
                   period_end, supplier, description, product, industry, action, active
            from json_to_recordset(cast(:rows as json)) as r(contract_id uuid, kind text, key text, award_key text,
                   acted_on date, amount_minor bigint, ceiling_minor bigint, currency text, period_start date,
                   period_end date, supplier text, description text, product text, industry text, action text, active boolean)
            on conflict (contract_id, kind, key) do update set
                   award_key = excluded.award_key, acted_on = excluded.acted_on, amount_minor = excluded.amount_minor,
                   ceiling_minor = excluded.ceiling_minor, currency = excluded.currency,
                   period_start = excluded.period_start, period_end = excluded.period_end,
                   supplier = excluded.supplier, description = excluded.description, product = excluded.product,
                   industry = excluded.industry, action = excluded.action, active = excluded.active""";

    private static final List<String> COLUMNS = List.of(
            "contract_id",
            "kind",
            "key",
            "award_key",
            "acted_on",
            "amount_minor",
            "ceiling_minor",
            "currency",
            "period_start",
            "period_end",
            "supplier",
            "description",
            "product",
            "industry",
            "action",
            "active");

    private final JdbcClient jdbc;
    private final BulkCopy copy;
    private final JsonMapper json;

    AwardTransactions(JdbcClient jdbc, BulkCopy copy, JsonMapper json) {
        this.jdbc = jdbc;
        this.copy = copy;
        this.json = json;
    }

    /** Newest first. */
    public List<AwardTransaction> of(ContractId contract) {
        return jdbc.sql(SELECT + "where contract_id = :id order by acted_on desc nulls last, kind, key desc")
                .param("id", contract.value())
                .query(AwardTransactions::map)
                .list();
    }

    public Map<ContractId, List<AwardTransaction>> of(Collection<ContractId> contracts) {
        if (contracts.isEmpty()) {
            return Map.of();
        }
        Map<ContractId, List<AwardTransaction>> byContract = new HashMap<>();
        jdbc.sql(SELECT + "where contract_id = any(cast(:ids as uuid[]))")
                .param("ids", contracts.stream().map(ContractId::toString).toArray(String[]::new))
                .query((row, n) -> byContract
                        .computeIfAbsent(
                                new ContractId(row.getObject("contract_id", UUID.class)), id -> new ArrayList<>())
                        .add(map(row, n)))
                .list();
        return byContract;
    }

    /** Adds the transactions of contracts that have none yet. */
    public void add(Map<ContractId, List<AwardTransaction>> byContract) {
        List<Map<String, @Nullable Object>> rows = rows(byContract);
        if (!rows.isEmpty()) {
            copy.into("contract.award_transaction", COLUMNS, rows);
        }
    }

    /** Adds the transactions, or replaces those of the same kind and key. */
    public void save(Map<ContractId, List<AwardTransaction>> byContract) {
        List<Map<String, @Nullable Object>> rows = rows(byContract);
        if (!rows.isEmpty()) {
            jdbc.sql(SAVE).param("rows", json.writeValueAsString(rows)).update();
        }
    }

    private static List<Map<String, @Nullable Object>> rows(Map<ContractId, List<AwardTransaction>> byContract) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        byContract.forEach(
                (contract, transactions) -> transactions.forEach(transaction -> rows.add(row(contract, transaction))));
        return rows;
    }

    private static Map<String, @Nullable Object> row(ContractId contract, AwardTransaction t) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("contract_id", contract.toString());
        row.put("kind", t.kind().name());
        row.put("key", t.key());
        row.put("award_key", t.awardKey());
        row.put("acted_on", text(t.actedOn()));
        row.put("amount_minor", t.amountMinor());
        row.put("ceiling_minor", t.ceilingMinor());
        row.put("currency", t.currency());
        row.put("period_start", text(t.periodStart()));
        row.put("period_end", text(t.periodEnd()));
        row.put("supplier", t.supplier());
        row.put("description", t.description());
        row.put("product", t.product());
        row.put("industry", t.industry());
        row.put("action", t.action());
        row.put("active", t.active());
        return row;
    }

    private static AwardTransaction map(ResultSet row, int index) throws SQLException {
        return new AwardTransaction(
                Kind.valueOf(row.getString("kind")),
                row.getString("key"),
                row.getString("award_key"),
                row.getObject("acted_on", LocalDate.class),
                row.getObject("amount_minor", Long.class),
                row.getObject("ceiling_minor", Long.class),
                row.getString("currency"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                row.getString("supplier"),
                row.getString("description"),
                row.getString("product"),
                row.getString("industry"),
                row.getString("action"),
                row.getBoolean("active"));
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
