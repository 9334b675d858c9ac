package org.contractethics.review.internal;

import org.contractethics.shared.KeptDecisions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of decisions as somebody else reaches them. */
public final class DecisionsInTables {

    private DecisionsInTables() {}

    public static KeptDecisions on(JdbcClient jdbc) {
        return new DecisionsForTheRecord(jdbc);
    }
}
