package org.contractethics.review.internal;

import org.contractethics.shared.KeptTables;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of decisions as somebody else reaches them. */
public final class DecisionsInTables {

    private DecisionsInTables() {}

    public static KeptTables judgements(JdbcClient jdbc) {
        return new JudgementsForTheRecord(jdbc);
    }
}
