package org.contractethics.contract.web;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.contractethics.local.LocalServices;

/** What only the owner of the database can do: in tests, to make something older than it is. */
final class OwnersHand {

    private static final Map<String, String> SETTINGS =
            LocalServices.forPurpose(LocalServices.Purpose.TEST).settings();

    private OwnersHand() {}

    static void run(String sql) {
        try (Connection owner = DriverManager.getConnection(
                        SETTINGS.get("spring.datasource.url"),
                        SETTINGS.get("spring.flyway.user"),
                        SETTINGS.get("spring.flyway.password"));
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(sql);
            owner.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
