package org.contractethics.review.internal.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.Rows;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.ReviewId;
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

    /** Open reviews to which this copy was brought in their pass of now. */
    List<ReviewId> reviewsWith(DocumentVersionId copy) {
        return jdbc
                .sql(
                        """
                        select r.id from review.executed_copy c
                          join review.review r on r.id = c.review_id and r.pass = c.pass
                         where c.version_id = ? and r.closed_at is null""")
                .param(copy.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(ReviewId::new)
                .toList();
    }

    /** Brought a second time each is there once. */
    void add(ReviewCase review, List<DocumentVersion> copies, String by, Instant at) {
        jdbc.sql(
                        """
                        insert into review.executed_copy (review_id, pass, version_id, contract_id, sha256, added_by, added_at)
                        select :review, :pass, c.version, :contract, c.sha256, :by, :at
                          from unnest(cast(:versions as uuid[]), cast(:hashes as text[])) as c (version, sha256)
                        on conflict do nothing
                        """)
                .param("review", review.id().value())
                .param("pass", review.pass())
                .param("versions", ids(copies.stream().map(DocumentVersion::id)))
                .param("hashes", copies.stream().map(DocumentVersion::sha256).toArray(String[]::new))
                .param("contract", review.contract().value())
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
        jdbc.sql(
                        """
                        insert into review.execution_copy (execution_id, review_id, pass, version_id)
                        select :id, :review, :pass, c.version from unnest(cast(:versions as uuid[])) as c (version)
                        """)
                .param("id", id)
                .param("review", review.id().value())
                .param("pass", review.pass())
                .param("versions", ids(executed.copies().stream().map(Executed.Kept::version)))
                .update();
        return id;
    }

    private static UUID[] ids(Stream<DocumentVersionId> versions) {
        return versions.map(DocumentVersionId::value).toArray(UUID[]::new);
    }
}
