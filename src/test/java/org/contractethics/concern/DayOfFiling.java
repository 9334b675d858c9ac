package org.contractethics.concern;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the day be over on which a concern was filed, as far as its announcement goes. */
public final class DayOfFiling {

    private DayOfFiling() {}

    public static void ends(JdbcClient jdbc, String concern) {
        List<Integer> numbers = jdbc.sql("delete from concern.untold where concern = :id::uuid returning number")
                .param("id", concern)
                .query(Integer.class)
                .list();
        numbers.forEach(number -> jdbc.sql("insert into concern.untold values (:id::uuid, :number, current_date - 2)")
                .param("id", concern)
                .param("number", number)
                .update());
    }
}
