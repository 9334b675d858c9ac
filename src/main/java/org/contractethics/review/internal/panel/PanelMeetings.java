package org.contractethics.review.internal.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.paper.PaperFormat;
import org.contractethics.review.internal.Json;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.panel.PanelMeeting.Case;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The meetings of the panel and their minutes, byte for byte. */
@Repository
public class PanelMeetings {

    private final JdbcClient jdbc;
    private final Json json;

    PanelMeetings(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(PanelMeeting meeting) {
        jdbc.sql(
                        """
                        insert into review.panel_meeting (id, held_at, place, called_by, called_at)
                        values (:id, :heldAt, :place, :by, :at)
                        """)
                .param("id", meeting.id())
                .param("heldAt", Rows.at(meeting.heldAt()))
                .param("place", meeting.place())
                .param("by", meeting.calledBy())
                .param("at", Rows.at(meeting.calledAt()))
                .update();
        for (int place = 0; place < meeting.cases().size(); place++) {
            add(meeting.id(), place + 1, meeting.cases().get(place));
        }
    }

    private void add(UUID meeting, int place, Case one) {
        jdbc.sql(
                        """
                        insert into review.panel_meeting_case (meeting_id, place, review_id, pass)
                        values (:meeting, :place, :review, :pass)
                        """)
                .param("meeting", meeting)
                .param("place", place)
                .param("review", one.review().value())
                .param("pass", one.pass())
                .update();
    }

    public Optional<PanelMeeting> find(UUID id) {
        return jdbc.sql("select * from review.panel_meeting where id = :id")
                .param("id", id)
                .query(this::map)
                .optional();
    }

    /** The latest first. */
    public List<PanelMeeting> latest(int most) {
        return jdbc.sql("select * from review.panel_meeting order by held_at desc, id limit :most")
                .param("most", most)
                .query(this::map)
                .list();
    }

    public List<PanelMeeting> of(ReviewId review) {
        return jdbc.sql(
                        """
                        select m.* from review.panel_meeting m
                        join review.panel_meeting_case c on c.meeting_id = m.id
                        where c.review_id = :review order by m.held_at desc, m.id
                        """)
                .param("review", review.value())
                .query(this::map)
                .list();
    }

    void add(PanelMinutes minutes, Map<String, Boolean> attendance, byte[] word, byte[] pdf) {
        jdbc.sql(
                        """
                        insert into review.panel_minutes (meeting_id, number, attendance, word, word_sha256, pdf, pdf_sha256,
                            issued_by, issued_at)
                        values (:meeting, :number, cast(:attendance as jsonb), :word, :wordHash, :pdf, :pdfHash, :by, :at)
                        """)
                .param("meeting", minutes.meeting())
                .param("number", minutes.number())
                .param("attendance", json.write(attendance))
                .param("word", word)
                .param("wordHash", minutes.wordSha256())
                .param("pdf", pdf)
                .param("pdfHash", minutes.pdfSha256())
                .param("by", minutes.issuedBy())
                .param("at", Rows.at(minutes.issuedAt()))
                .update();
    }

    /** Every issue of the minutes of a meeting, the first one first. */
    public List<PanelMinutes> minutes(UUID meeting) {
        return jdbc.sql(
                        """
                        select meeting_id, number, word_sha256, pdf_sha256, issued_by, issued_at
                        from review.panel_minutes where meeting_id = :meeting order by number
                        """)
                .param("meeting", meeting)
                .query((row, number) -> new PanelMinutes(
                        row.getObject("meeting_id", UUID.class),
                        row.getInt("number"),
                        row.getString("word_sha256"),
                        row.getString("pdf_sha256"),
                        row.getString("issued_by"),
                        Rows.instant(row, "issued_at")))
                .list();
    }

    /** Whether this issue is handed only to whoever issued it, who is somebody else. */
    boolean isForIssuerAlone(UUID meeting, int number, String viewer) {
        return jdbc.sql(
                        """
                        select exists (select 1 from review.panel_minutes
                            where meeting_id = :meeting and number = :number and for_issuer_alone and issued_by <> :viewer)
                        """)
                .param("meeting", meeting)
                .param("number", number)
                .param("viewer", viewer)
                .query(Boolean.class)
                .single();
    }

    Optional<byte[]> file(UUID meeting, int number, PaperFormat format) {
        String column = format == PaperFormat.WORD ? "word" : "pdf";
        return jdbc.sql("select " + column
                        + " from review.panel_minutes where meeting_id = :meeting and number = :number")
                .param("meeting", meeting)
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    private PanelMeeting map(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new PanelMeeting(
                id,
                Rows.instant(row, "held_at"),
                row.getString("place"),
                row.getString("called_by"),
                Rows.instant(row, "called_at"),
                cases(id));
    }

    private List<Case> cases(UUID meeting) {
        return jdbc.sql(
                        "select review_id, pass from review.panel_meeting_case where meeting_id = :meeting order by place")
                .param("meeting", meeting)
                .query((row, number) ->
                        new Case(new ReviewId(row.getObject("review_id", UUID.class)), row.getInt("pass")))
                .list();
    }
}
