package org.contractethics.concern.internal.anonymous;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which code leads to which concern, by what was derived of it. */
@Repository
public class ReturnCodes {

    private final JdbcClient jdbc;

    ReturnCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param turn how often the code was changed
     * @param lastOpened the day on which it was last used; null where it never was
     * @param opened how often it was used, under all codes the concern had
     */
    public record Entry(ConcernId concern, int turn, @Nullable LocalDate lastOpened, int opened) {}

    public void add(ConcernId concern, byte[] lookup) {
        jdbc.sql("insert into concern.return_code (lookup, concern) values (:lookup, :concern)")
                .param("lookup", lookup)
                .param("concern", concern.value())
                .update();
    }

    public Optional<Entry> find(byte[] lookup) {
        return jdbc.sql("select concern, turn, last_opened, opened from concern.return_code where lookup = :lookup")
                .param("lookup", lookup)
                .query((row, number) -> new Entry(
                        new ConcernId(row.getObject(1, UUID.class)),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4)))
                .optional();
    }

    public Optional<Entry> of(ConcernId concern) {
        return jdbc.sql("select turn, last_opened, opened from concern.return_code where concern = :concern")
                .param("concern", concern.value())
                .query((row, number) ->
                        new Entry(concern, row.getInt(1), row.getObject(2, LocalDate.class), row.getInt(3)))
                .optional();
    }

    public void opened(ConcernId concern, LocalDate today) {
        jdbc.sql("update concern.return_code set last_opened = :today, opened = opened + 1 where concern = :concern")
                .param("concern", concern.value())
                .param("today", today)
                .update();
    }

    /** The old code leads nowhere from now on; false where it was changed meanwhile. */
    public boolean replace(ConcernId concern, int turn, byte[] lookup) {
        return jdbc.sql(
                                """
                        update concern.return_code set lookup = :lookup, turn = turn + 1
                        where concern = :concern and turn = :turn""")
                        .param("concern", concern.value())
                        .param("turn", turn)
                        .param("lookup", lookup)
                        .update()
                == 1;
    }
}
