package org.contractethics.review.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.review.Stage;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who declared a conflict of interest, for which review. */
@Repository
public class Recusals {

    private final JdbcClient jdbc;

    Recusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What kind of interest was declared; no more than this is kept of a person's private life. */
    public enum Interest {
        PAID_BY_THE_DEAL("I am paid by this contract, or my rating depends on it"),
        FAMILY_OR_FRIEND("Family or a close friend is involved"),
        FORMER_EMPLOYER("I worked for the agency, the supplier or a reseller in the last three years"),
        SHARES("I hold shares of the supplier or a reseller"),
        OTHER("Another interest");

        private final String label;

        Interest(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * @param stage which they stepped back from; null where they work on none
     * @return false where the person had declared a conflict already
     */
    boolean add(ReviewId review, String person, @Nullable Stage stage, Interest interest, Instant at) {
        return jdbc.sql(
                                """
                                insert into review.recusal (id, review_id, person, stage, interest, declared_at)
                                values (:id, :review, :person, :stage, :interest, :at)
                                on conflict (review_id, person) do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("review", review.value())
                        .param("person", person)
                        .param("stage", Rows.name(stage))
                        .param("interest", interest.name())
                        .param("at", Rows.at(at))
                        .update()
                == 1;
    }

    public Set<String> of(ReviewId review) {
        return jdbc.sql("select person from review.recusal where review_id = :review")
                .param("review", review.value())
                .query(String.class)
                .set();
    }

    /** Account name to when they declared it. */
    public Map<String, Instant> declaredAt(ReviewId review) {
        return jdbc
                .sql("select person, declared_at from review.recusal where review_id = :review")
                .param("review", review.value())
                .query((row, number) -> Map.entry(row.getString("person"), Rows.instant(row, "declared_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** By review; those from which nobody stepped back are left out. */
    public Map<ReviewId, Set<String>> of(Collection<ReviewId> reviews) {
        return jdbc
                .sql("select review_id, person from review.recusal where review_id = any(:reviews)")
                .param("reviews", reviews.stream().map(ReviewId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        Map.entry(new ReviewId(row.getObject("review_id", UUID.class)), row.getString("person")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }
}
