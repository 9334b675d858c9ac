package org.contractethics.concern;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.contractethics.local.LocalServices;

/** Does to the tables what the application may not: moves days into the past, puts obstacles in the way. */
public final class TableOwner {

    private static final Map<String, String> SETTINGS =
            LocalServices.forPurpose(LocalServices.Purpose.TEST).settings();

    private TableOwner() {}

    public static void executes(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        SETTINGS.get("spring.datasource.url"),
                        SETTINGS.get("spring.flyway.user"),
                        SETTINGS.get("spring.flyway.password"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes days of a concern that its filer was told, which nobody may. */
    public static void changesDays(String update) {
        executes("alter table concern.concern disable trigger concern_routed_only_sooner; " + update
                + "; alter table concern.concern enable trigger concern_routed_only_sooner");
    }

    /** As if the concern had been filed so many days ago, with the periods that run from then. */
    public static void filedDaysAgo(String concern, int days) {
        changesDays(
                """
                update concern.concern
                set acknowledge_by = acknowledge_by - (filed_on - (current_date - %1$d)),
                    answer_by = answer_by - (filed_on - (current_date - %1$d)), filed_on = current_date - %1$d
                where id = '%2$s'"""
                        .formatted(days, concern));
    }
}
