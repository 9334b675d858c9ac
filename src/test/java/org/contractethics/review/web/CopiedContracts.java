package org.contractethics.review.web;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Contracts like another one but for some columns, as an import leaves them. */
final class CopiedContracts {

    private CopiedContracts() {}

    /** @param changed column to value */
    static ContractId like(ContractId contract, Map<String, ? extends @Nullable Object> changed, JdbcClient database) {
        UUID id = UUID.randomUUID();
        Map<String, @Nullable Object> columns = new HashMap<>(changed);
        columns.put("id", id.toString());
        String written = database.sql(
                        """
                        select string_agg(column_name, ', ') from information_schema.columns
                        where table_schema = 'contract' and table_name = 'contract' and is_generated = 'NEVER'
                        """)
                .query(String.class)
                .single();
        database.sql(
                        """
                        insert into contract.contract (%1$s)
                        select %1$s from jsonb_populate_record(null::contract.contract,
                            (select to_jsonb(c) from contract.contract c where c.id = :like)
                                || cast(:columns as jsonb)
                                || jsonb_build_object('number', nextval('contract.contract_number')))
                        """
                                .formatted(written))
                .param("columns", JsonMapper.shared().writeValueAsString(columns))
                .param("like", contract.value())
                .update();
        return new ContractId(id);
    }
}
