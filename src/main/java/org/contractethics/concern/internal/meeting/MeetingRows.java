package org.contractethics.concern.internal.meeting;

import java.time.LocalDate;
import java.util.List;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was done about meetings, in order; nothing of it ever changes. */
@Repository
class MeetingRows {

    private final JdbcClient jdbc;

    MeetingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param officer null where the filer acted */
    @SuppressWarnings("ArrayRecordComponent") // sealed bytes on their way to or from the vault, never compared
    record Row(int number, MeetingAct act, @Nullable String officer, byte[] said, LocalDate doneOn) {}

    List<Row> of(ConcernId concern) {
        return jdbc.sql(
                        """
                select number, act, officer, said, done_on from concern.meeting_act
                where concern = :id order by number""")
                .param("id", concern.value())
                .query((row, line) -> new Row(
                        row.getInt("number"),
                        MeetingAct.valueOf(row.getString("act")),
                        row.getString("officer"),
                        row.getBytes("said"),
                        row.getObject("done_on", LocalDate.class)))
                .list();
    }

    void add(ConcernId concern, Row row) {
        jdbc.sql(
                        """
                insert into concern.meeting_act (concern, number, act, officer, said, done_on)
                values (:id, :number, :act, :officer, :said, :on)""")
                .param("id", concern.value())
                .param("number", row.number())
                .param("act", row.act().name())
                .param("officer", row.officer())
                .param("said", row.said())
                .param("on", row.doneOn())
                .update();
    }
}
