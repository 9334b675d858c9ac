package org.contractethics.document.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.UnreadableReason;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which versions are executed copies. */
@Repository
class ExecutedCopyStore {

    private final JdbcClient jdbc;

    ExecutedCopyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(DocumentVersion version) {
        jdbc.sql("insert into document.executed_copy (version_id, contract_id, sha256) values (?, ?, ?)")
                .params(List.of(version.id().value(), version.contract().value(), version.sha256()))
                .update();
    }

    /** The copy of this contract with this very content. */
    Optional<DocumentVersionId> find(ContractId contract, String sha256) {
        return jdbc.sql("select version_id from document.executed_copy where contract_id = ? and sha256 = ? limit 1")
                .params(List.of(contract.value(), sha256))
                .query(UUID.class)
                .optional()
                .map(DocumentVersionId::new);
    }

    boolean has(DocumentVersionId version) {
        return jdbc.sql("select exists (select 1 from document.executed_copy where version_id = ?)")
                .param(version.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether it could not be read because it is scanned. */
    boolean scanned(DocumentVersionId version) {
        return jdbc.sql("select failure_reason = ? from document.document_version where id = ?")
                .params(List.of(UnreadableReason.NO_TEXT_LAYER.code(), version.value()))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** How many files were found in it. */
    int filesInside(DocumentVersionId version) {
        return jdbc.sql("select count(*) from document.embedded_file where parent_version_id = ?")
                .param(version.value())
                .query(Integer.class)
                .single();
    }
}
