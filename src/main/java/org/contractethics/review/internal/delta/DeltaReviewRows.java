package org.contractethics.review.internal.delta;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.delta.DeltaReview.Whole;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The delta reviews. What a change touches is said by functions of the database, once for the application and for its guards. */
@Repository
public class DeltaReviewRows {

    private final JdbcClient jdbc;

    DeltaReviewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(DeltaReview delta) {
        jdbc.sql(
                        """
                        insert into review.delta_review (review_id, after_review, after_pass, after_decision, opened_at)
                        values (:review, :afterReview, :afterPass, :afterDecision, :at)
                        """)
                .param("review", delta.review().value())
                .param("afterReview", delta.afterReview().value())
                .param("afterPass", delta.afterPass())
                .param("afterDecision", delta.afterDecision().value())
                .param("at", Rows.at(delta.openedAt()))
                .update();
    }

    /** From this pass on the whole review is done. */
    public void whole(ReviewId review, Whole whole, Instant at) {
        jdbc.sql(
                        """
                        insert into review.whole_review (review_id, from_pass, reason, decided_at)
                        values (:review, :pass, :reason, :at)
                        """)
                .param("review", review.value())
                .param("pass", whole.fromPass())
                .param("reason", whole.reason())
                .param("at", Rows.at(at))
                .update();
    }

    /** Empty where the review is none that followed a change. */
    public Optional<DeltaReview> find(ReviewId review) {
        return jdbc.sql(
                        """
                        select d.*, w.from_pass, w.reason
                        from review.delta_review d left join review.whole_review w using (review_id)
                        where d.review_id = :review
                        """)
                .param("review", review.value())
                .query(DeltaReviewRows::map)
                .optional();
    }

    /** Names of what changed, the documents among them as {@code documents}. */
    public List<String> changes(ReviewId delta) {
        return jdbc.sql("select unnest(review.changes_of_delta(:review))")
                .param("review", delta.value())
                .query(String.class)
                .list();
    }

    /** The stages that these changes touch. */
    public Set<Stage> touched(List<String> changes) {
        return jdbc
                .sql("select distinct unnest(review.touched_stages(:changes))")
                .param("changes", Rows.array(changes))
                .query(String.class)
                .list()
                .stream()
                .map(Stage::valueOf)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** Whether rights that the changes do not touch are carried over although the assessment is due. */
    public boolean rightsCanBeCarried(List<String> changes) {
        return jdbc.sql("select review.rights_can_be_carried(:changes)")
                .param("changes", Rows.array(changes))
                .query(Boolean.class)
                .single();
    }

    /** Codes of the capabilities that were added or taken away since the facts were weighed for the approval. */
    public Set<String> changedCapabilities(DeltaReview delta) {
        return Set.copyOf(jdbc.sql(
                        """
                        with old as (select jsonb_array_elements_text(facts -> 'capabilities') as code from review.weighed_facts
                                     where review_id = :after and pass = :pass),
                             new as (select unnest(c.capabilities) as code from contract.contract c
                                     join review.review r on r.contract_id = c.id where r.id = :review)
                        (select code from old except select code from new)
                        union (select code from new except select code from old)
                        """)
                .param("after", delta.afterReview().value())
                .param("pass", delta.afterPass())
                .param("review", delta.review().value())
                .query(String.class)
                .list());
    }

    /** Whether this person is paid by the contract by now, or stepped back from the review: then nothing of theirs counts in it. */
    public boolean barred(ReviewId review, String person) {
        return jdbc.sql(
                        """
                        select review.interested(r.contract_id, :person)
                            or exists (select 1 from review.recusal c where c.review_id = r.id and c.person = :person)
                        from review.review r where r.id = :review
                        """)
                .param("review", review.value())
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /**
     * Stages that were not done anew and are not carried over either; null where nothing is missing. Only of a delta review can there be
     * any, and the function is planned anew at each call.
     */
    public @Nullable String missing(ReviewId review, int pass, String tier) {
        return jdbc.sql(
                        """
                        select coalesce(case when exists (select 1 from review.delta_review where review_id = :review)
                            then review.missing_in_delta(:review, :pass, :tier) end, '')
                        """)
                .param("review", review.value())
                .param("pass", pass)
                .param("tier", tier)
                .query(String.class)
                .optional()
                .filter(missing -> !missing.isEmpty())
                .orElse(null);
    }

    private static DeltaReview map(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new DeltaReview(
                new ReviewId(row.getObject("review_id", UUID.class)),
                new ReviewId(row.getObject("after_review", UUID.class)),
                row.getInt("after_pass"),
                new DecisionId(row.getObject("after_decision", UUID.class)),
                Rows.instant(row, "opened_at"),
                reason == null ? null : new Whole(row.getInt("from_pass"), reason));
    }
}
