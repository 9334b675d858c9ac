package org.contractethics;

import java.util.UUID;
import org.contractethics.shared.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contract of which a fact is withheld from staff, asked for and approved in the database. */
public final class RedactedContract {

    private RedactedContract() {}

    /** @param field TITLE, AGENCY, SUPPLIER, VALUE or PERIOD */
    public static void redact(JdbcClient database, ContractId contract, String field) {
        UUID redaction = UUID.randomUUID();
        database.sql(
                        """
                        insert into contract.redaction (id, contract_id, fields, reason, requested_by, requested_at, ends_on)
                        values (:id, :contract, array[:field], 'The tender is still open.', 'sofia.marin', now(), current_date + 30)
                        """)
                .param("id", redaction)
                .param("contract", contract.value())
                .param("field", field)
                .update();
        database.sql(
                        "update contract.redaction set approved = true, decided_by = 'ruth.castillo', decided_at = now() where id = :id")
                .param("id", redaction)
                .update();
    }
}
