package org.contractethics.review.internal.retriage;

import org.contractethics.review.internal.Json;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Findings against triages for tests that build the review by hand. */
public final class RetriageTables {

    private RetriageTables() {}

    public static TriageFindings findings(JdbcClient jdbc, Json json) {
        return new TriageFindings(jdbc, json);
    }
}
