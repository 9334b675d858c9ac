package org.contractethics.document.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    boolean isCopy(DocumentVersionId version) {
        return jdbc.sql("select exists (select from document.executed_copy where version_id = ?)")
                .param(version.value())
                .query(Boolean.class)
                .single();
    }

    /** The copy of this contract with this very content. */
    Optional<DocumentVersionId> find(ContractId contract, String sha256) {
        return jdbc.sql("select version_id from document.executed_copy where contract_id = ? and sha256 = ? limit 1")
                .params(List.of(contract.value(), sha256))
                .query(UUID.class)
                .optional()
                .map(DocumentVersionId::new);
    }

    /**
     * What is known of a version beside its text.
     *
     * @param scanned whether it could not be read because it is scanned
     * @param recognised whether words of it were recognised on pictures of pages
     * @param outer whether files were found in it
     */
    record Beside(boolean scanned, boolean recognised, boolean outer) {

        static final Beside NOTHING = new Beside(false, false, false);
    }

    /** Of each of these versions, by one query. */
    Map<DocumentVersionId, Beside> beside(Collection<DocumentVersionId> versions) {
        Map<DocumentVersionId, Beside> beside = new HashMap<>();
        jdbc.sql(
                        """
                        select v.id, coalesce(v.failure_reason = :scanned, false) as scanned,
                               exists (select from document.recognised_page r where r.version_id = v.id) as recognised,
                               exists (select from document.embedded_file e where e.parent_version_id = v.id) as outer_file
                          from document.document_version v where v.id = any (cast(:versions as uuid[]))
                        """)
                .param("scanned", UnreadableReason.NO_TEXT_LAYER.code())
                .param(
                        "versions",
                        versions.stream().map(DocumentVersionId::value).toArray(UUID[]::new))
                .query(row -> {
                    beside.put(
                            new DocumentVersionId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                            new Beside(
                                    row.getBoolean("scanned"),
                                    row.getBoolean("recognised"),
                                    row.getBoolean("outer_file")));
                });
        return beside;
    }
}
