package org.contractethics.review.internal;

import java.time.Instant;
import java.util.UUID;
import org.contractethics.review.internal.Recusals.Interest;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signed declarations of interests: one of each person for each review, which never changes. */
@Repository
public class ConflictDeclarations {

    private final JdbcClient jdbc;

    ConflictDeclarations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param interest null where the person declares that they have none
     * @return false where the person had signed a declaration of this review already; that one stands
     */
    boolean add(ReviewId review, String person, @Nullable Interest interest, Instant at) {
        return jdbc.sql(
                                """
                                insert into review.conflict_declaration (id, review_id, person, conflict, interest, declared_at)
                                values (:id, :review, :person, :conflict, :interest, :at)
                                on conflict (review_id, person) do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("review", review.value())
                        .param("person", person)
                        .param("conflict", interest != null)
                        .param("interest", Rows.name(interest))
                        .param("at", Rows.at(at))
                        .update()
                == 1;
    }

    /** Whether this person declared that they have no interest. */
    public boolean none(ReviewId review, String person) {
        return jdbc.sql(
                        """
                        select exists (select 1 from review.conflict_declaration
                                       where review_id = :review and person = :person and not conflict)
                        """)
                .param("review", review.value())
                .param("person", person)
                .query(Boolean.class)
                .single();
    }

    /** Before somebody adds to a review (H2). */
    public void demand(ReviewId review, String person) {
        if (!none(review, person)) {
            throw UndeclaredInterests.ofContributor(review);
        }
    }
}
