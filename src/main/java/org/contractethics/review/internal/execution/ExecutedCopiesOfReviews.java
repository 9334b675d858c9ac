package org.contractethics.review.internal.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.Rows;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.DocumentVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The executed copies that were brought in each pass of a review, and what was stated of them. */
@Repository
public class ExecutedCopiesOfReviews {

    private final JdbcClient jdbc;

    ExecutedCopiesOfReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of this pass, in the order in which they came. */
    public List<DocumentVersionId> of(ReviewCase review) {
        return jdbc
                .sql(
                        """
                        select version_id from review.executed_copy where review_id = ? and pass = ?
                        order by added_at, version_id""")
                .params(List.of(review.id().value(), review.pass()))
                .query(UUID.class)
                .list()
                .stream()
                .map(DocumentVersionId::new)
                .toList();
    }

    /** Brought a second time it is there once. */
    void add(ReviewCase review, DocumentVersion copy, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into review.executed_copy (review_id, pass, version_id, contract_id, sha256, added_by, added_at)
                        values (:review, :pass, :version, :contract, :sha256, :by, :at)
                        on conflict do nothing
                        """)
                .param("review", review.id().value())
                .param("pass", review.pass())
                .param("version", copy.id().value())
                .param("contract", review.contract().value())
                .param("sha256", copy.sha256())
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
    }

    /** @return its id, which the confirmation of the gate names */
    UUID addExecution(
            ReviewCase review, DecisionId decision, String documentSetHash, Executed executed, String by, Instant at) {
        UUID id = UUID.randomUUID();
        LocalDate signedOn = executed.signedOn();
        jdbc.sql(
                        """
                        insert into review.execution (id, review_id, pass, decision_id, document_set_hash, verdict,
                            company_signatory, customer_signatory, signed_on, stated_by, stated_at)
                        values (:id, :review, :pass, :decision, :hash, :verdict, :company, :customer, :on, :by, :at)
                        """)
                .param("id", id)
                .param("review", review.id().value())
                .param("pass", review.pass())
                .param("decision", decision.value())
                .param("hash", documentSetHash)
                .param("verdict", executed.verdict().name())
                .param("company", executed.companySignatory())
                .param("customer", executed.customerSignatory())
                .param("on", signedOn)
                .param("by", by)
                .param("at", Rows.at(at))
                .update();
        executed.copies().forEach(copy -> jdbc.sql(
                        """
                                insert into review.execution_copy (execution_id, review_id, pass, version_id)
                                values (?, ?, ?, ?)""")
                .params(List.of(
                        id, review.id().value(), review.pass(), copy.version().value()))
                .update());
        return id;
    }
}
