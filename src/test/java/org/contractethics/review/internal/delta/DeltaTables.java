package org.contractethics.review.internal.delta;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of delta reviews, for tests outside their package. */
public record DeltaTables(DeltaReviewRows reviews, CarriedItems items) {

    public DeltaTables(JdbcClient jdbc) {
        this(new DeltaReviewRows(jdbc), new CarriedItems(jdbc));
    }
}
