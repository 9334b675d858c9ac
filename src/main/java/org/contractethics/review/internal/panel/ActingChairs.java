package org.contractethics.review.internal.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.review.internal.Json;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.panel.PanelSeats.Panel;
import org.contractethics.shared.CitedRecord.Head;
import org.contractethics.shared.ReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Who was drawn to chair a panel while its chairs are barred. Nothing of it can be altered, and the last one counts. */
@Repository
public class ActingChairs {

    private final JdbcClient jdbc;
    private final Json json;

    ActingChairs(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(ActingChair chair) {
        jdbc.sql(
                        """
                        insert into review.acting_chair (review_id, pass, number, person, record_size, record_root, nonce, seed, urn,
                            excluded, chairs, drawn_at)
                        values (:review, :pass, :number, :person, :size, :root, :nonce, :seed, cast(:urn as jsonb),
                            cast(:excluded as jsonb), cast(:chairs as jsonb), :at)
                        """)
                .param("review", chair.review().value())
                .param("pass", chair.pass())
                .param("number", chair.number())
                .param("person", chair.person())
                .param("size", chair.head().size())
                .param("root", chair.head().rootHash())
                .param("nonce", chair.nonce())
                .param("seed", chair.seed())
                .param("urn", json.write(chair.urn()))
                .param("excluded", json.write(chair.excluded()))
                .param("chairs", json.write(chair.chairs()))
                .param("at", Rows.at(chair.drawnAt()))
                .update();
    }

    /** Every acting chair of a pass, the first one first. */
    public List<ActingChair> of(ReviewId review, int pass) {
        return jdbc.sql("select * from review.acting_chair where review_id = :review and pass = :pass order by number")
                .param("review", review.value())
                .param("pass", pass)
                .query(this::map)
                .list();
    }

    /** Whom the lot fell on last, whether or not they still act. */
    Optional<String> last(ReviewId review, int pass) {
        return jdbc.sql("select person from review.acting_chair_now where review_id = :review and pass = :pass")
                .param("review", review.value())
                .param("pass", pass)
                .query(String.class)
                .optional();
    }

    /**
     * The panels that vote now and in which each of these people has a part that might bar them; the rules say whether it does. One
     * statement, however many votes are open.
     */
    List<Panel> votingWhereAllHaveAPart(Collection<String> chairs) {
        return jdbc.sql(
                        """
                        select r.review_id, r.pass from review.vote_round r
                        join review.review v on v.id = r.review_id and v.closed_at is null
                        where r.closed_at is null and r.panel
                          and exists (select 1 from review.panel_draw d where d.review_id = r.review_id and d.pass = r.pass)
                          and not exists (
                            select 1 from unnest(:chairs) as chair (person)
                            where not review.barred_from(r.review_id, chair.person)
                              and not exists (select 1 from review.panel_seat s
                                  where s.review_id = r.review_id and s.pass = r.pass and s.person = chair.person))
                        order by r.review_id
                        """)
                .param("chairs", chairs.toArray(String[]::new))
                .query((row, number) ->
                        new Panel(new ReviewId(row.getObject("review_id", UUID.class)), row.getInt("pass")))
                .list();
    }

    private ActingChair map(ResultSet row, int number) throws SQLException {
        return new ActingChair(
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("pass"),
                row.getInt("number"),
                row.getString("person"),
                new Head(row.getLong("record_size"), row.getString("record_root")),
                row.getString("nonce"),
                row.getString("seed"),
                json.read(row.getString("urn"), new TypeReference<>() {}),
                json.read(row.getString("excluded"), new TypeReference<>() {}),
                json.read(row.getString("chairs"), new TypeReference<>() {}),
                Rows.instant(row, "drawn_at"));
    }
}
