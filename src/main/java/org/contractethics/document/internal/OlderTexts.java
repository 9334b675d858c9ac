package org.contractethics.document.internal;

import java.util.List;
import java.util.UUID;
import org.contractethics.document.extraction.TextReader;
import org.contractethics.shared.CitedClauses;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts that an older reader read, and for which it is not settled whether the reader of today reads the file anew. */
@Repository
class OlderTexts {

    private final JdbcClient jdbc;
    private final List<CitedClauses> citing;

    OlderTexts(JdbcClient jdbc, List<CitedClauses> citing) {
        this.jdbc = jdbc;
        this.citing = List.copyOf(citing);
    }

    record OlderText(DocumentVersionId version, ContractId contract) {}

    /** Whether the places of its clauses must stay what they are. */
    boolean mustStay(ContractId contract) {
        return citing.stream().anyMatch(one -> one.mayBeCited(contract));
    }

    /** The longest uploaded first. */
    List<OlderText> unsettled(int limit) {
        return jdbc.sql(
                        """
                        select id, contract_id from document.document_version
                         where status = 'READ' and settled_by < :number order by uploaded_at, id limit :limit
                        """)
                .param("number", TextReader.NUMBER)
                .param("limit", limit)
                .query((row, number) -> new OlderText(
                        new DocumentVersionId(row.getObject("id", UUID.class)),
                        new ContractId(row.getObject("contract_id", UUID.class))))
                .list();
    }

    /** Whether it still is one; holds the row until the end of the transaction. */
    boolean lockIfUnsettled(DocumentVersionId version) {
        return jdbc.sql(
                        "select id from document.document_version where id = ? and status = 'READ' and settled_by < ? for update")
                .params(List.of(version.value(), TextReader.NUMBER))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** The text stays, no reader of this number is asked again, and nothing is left of a reading whose node is gone. */
    void leave(DocumentVersionId version) {
        jdbc.sql(
                        """
                        with gone as (
                            delete from document.reading where version_id = :version and lease_until < clock_timestamp())
                        update document.document_version set settled_by = greatest(settled_by, :number) where id = :version
                        """)
                .param("version", version.value())
                .param("number", TextReader.NUMBER)
                .update();
    }
}
