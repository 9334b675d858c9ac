package org.contractethics.document.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people said about which document an incorporated one is. */
@Repository
class IncorporationLinks {

    private final JdbcClient jdbc;

    IncorporationLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, DocumentId> of(ContractId contract) {
        Map<String, DocumentId> links = new HashMap<>();
        jdbc.sql("select key, document_id from document.incorporation_link where contract_id = ?")
                .param(contract.value())
                .query((row, number) -> links.put(
                        Objects.requireNonNull(row.getString("key")),
                        new DocumentId(Objects.requireNonNull(row.getObject("document_id", UUID.class)))))
                .list();
        return links;
    }

    void put(ContractId contract, String key, DocumentId document, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into document.incorporation_link (contract_id, key, document_id, linked_by, linked_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (contract_id, key) do update
                           set document_id = excluded.document_id, linked_by = excluded.linked_by, linked_at = excluded.linked_at
                        """)
                .params(List.of(contract.value(), key, document.value(), by, at.atOffset(ZoneOffset.UTC)))
                .update();
    }

    void remove(ContractId contract, String key) {
        jdbc.sql("delete from document.incorporation_link where contract_id = ? and key = ?")
                .params(List.of(contract.value(), key))
                .update();
    }
}
