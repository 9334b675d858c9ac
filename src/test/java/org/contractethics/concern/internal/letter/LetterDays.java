package org.contractethics.concern.internal.letter;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.contractethics.local.LocalServices;
import org.contractethics.shared.ConcernId;

/** Lets the day be over on which a letter was signed. Only the owner can do that, and only with the triggers off. */
public final class LetterDays {

    private static final Map<String, String> SETTINGS =
            LocalServices.forPurpose(LocalServices.Purpose.TEST).settings();

    private LetterDays() {}

    public static void over(ConcernId letter) {
        move("letter_signature", "signed_on", letter);
        move("letter_token", "signed_on", letter);
        move("letter_reveal", "reached_on", letter);
        move("letter_consequence", "reached_on", letter);
    }

    /** As somebody would who has the database: the bytes of one sealed name are not those that were sealed. */
    public static void changeOneName(ConcernId letter) {
        execute(List.of(
                "alter table concern.letter_signature disable trigger user",
                "update concern.letter_signature set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where id ="
                        + " (select min(id::text)::uuid from concern.letter_signature where letter = '%s')"
                                .formatted(letter),
                "alter table concern.letter_signature enable trigger user"));
    }

    private static void move(String table, String day, ConcernId letter) {
        execute(List.of(
                "alter table concern.%s disable trigger user".formatted(table),
                "update concern.%1$s set %2$s = %2$s - 1 where letter = '%3$s'".formatted(table, day, letter),
                "alter table concern.%s enable trigger user".formatted(table)));
    }

    private static void execute(List<String> statements) {
        try (Connection connection = DriverManager.getConnection(
                        SETTINGS.get("spring.datasource.url"),
                        SETTINGS.get("spring.flyway.user"),
                        SETTINGS.get("spring.flyway.password"));
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
