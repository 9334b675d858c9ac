package org.contractethics.review.internal.panel;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The days of people, which absences and terms on the panel enter alike. */
final class DaysOfPeople {

    private DaysOfPeople() {}

    /** Until the end of the transaction nobody else enters days of these people: what is looked at now stays so. */
    static void hold(JdbcClient jdbc, Collection<String> people) {
        people.stream().distinct().sorted().forEach(person -> jdbc.sql(
                        "select pg_advisory_xact_lock(hashtextextended(:key, 0))::text")
                .param("key", "review.days:" + person)
                .query(String.class)
                .list());
    }
}
