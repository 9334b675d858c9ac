package org.contractethics.review.internal;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.contractethics.shared.KeptReviews;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the record see which reviews there are. */
@Component
class ReviewsForTheRecord implements KeptReviews {

    private final JdbcClient jdbc;

    ReviewsForTheRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<ReviewId> existing(Set<ReviewId> reviews) {
        return new HashSet<>(jdbc.sql("select id from review.review where id = any(:ids)")
                .param("ids", reviews.stream().map(ReviewId::value).toArray(UUID[]::new))
                .query((row, number) -> new ReviewId(row.getObject("id", UUID.class)))
                .list());
    }
}
