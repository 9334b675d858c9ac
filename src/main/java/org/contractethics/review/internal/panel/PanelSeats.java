package org.contractethics.review.internal.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.internal.Json;
import org.contractethics.review.internal.Rows;
import org.contractethics.review.internal.panel.PanelChange.Reason;
import org.contractethics.review.internal.panel.PanelMember.Standing;
import org.contractethics.shared.CitedRecord.Head;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** Who was drawn for the panel of each pass of a review, and every change since. Nothing of it can be altered. */
@Repository
public class PanelSeats {

    private final JdbcClient jdbc;
    private final Json json;

    PanelSeats(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Somebody who sits on the panel now. */
    public record Sitting(String person, Role role, Seat seat) {}

    /** A pass of a review whose panel votes now. */
    record Panel(ReviewId review, int pass) {}

    void add(PanelDraw draw, List<PanelMember> members) {
        jdbc.sql(
                        """
                        insert into review.panel_draw (review_id, pass, number, tier, record_size, record_root, nonce, seed, urns,
                            excluded, missing, drawn_at)
                        values (:review, :pass, :number, :tier, :size, :root, :nonce, :seed, cast(:urns as jsonb),
                            cast(:excluded as jsonb), :missing, :at)
                        """)
                .param("review", draw.review().value())
                .param("pass", draw.pass())
                .param("number", draw.number())
                .param("tier", draw.tier().name())
                .param("size", draw.head().size())
                .param("root", draw.head().rootHash())
                .param("nonce", draw.nonce())
                .param("seed", draw.seed())
                .param("urns", json.write(draw.urns()))
                .param("excluded", json.write(draw.excluded()))
                .param("missing", Rows.array(draw.missing()))
                .param("at", Rows.at(draw.drawnAt()))
                .update();
        addMembers(draw, members);
    }

    private void addMembers(PanelDraw draw, List<PanelMember> members) {
        jdbc.sql(
                        """
                        insert into review.panel_member (review_id, pass, person, role, seat, standing, number, lot, place)
                        select :review, :pass, person, role, seat, standing, number, lot, place
                        from unnest(:persons, :roles, :seats, :standings, :numbers, :lots, :places)
                            as drawn (person, role, seat, standing, number, lot, place)
                        """)
                .param("review", draw.review().value())
                .param("pass", draw.pass())
                .param("persons", all(members, PanelMember::person, String[]::new))
                .param("roles", all(members, member -> member.role().name(), String[]::new))
                .param("seats", all(members, member -> member.seat().name(), String[]::new))
                .param("standings", all(members, member -> member.standing().name(), String[]::new))
                .param("numbers", all(members, PanelMember::number, Integer[]::new))
                .param("lots", all(members, PanelMember::lot, String[]::new))
                .param("places", all(members, PanelMember::place, Integer[]::new))
                .update();
    }

    private static <V> V[] all(List<PanelMember> members, Function<PanelMember, V> column, IntFunction<V[]> array) {
        return members.stream().map(column).toArray(array);
    }

    void change(ReviewId review, int pass, PanelChange change) {
        of(
                        """
                        insert into review.panel_change (id, review_id, pass, person_out, person_in, reason, changed_by, changed_at)
                        values (:id, :review, :pass, :out, :in, :reason, :by, :at)
                        """,
                        review,
                        pass)
                .param("id", UUID.randomUUID())
                .param("out", change.out())
                .param("in", change.in())
                .param("reason", change.reason().name())
                .param("by", change.by())
                .param("at", Rows.at(change.at()))
                .update();
    }

    /** Every drawing of a pass, the first one first. */
    public List<PanelDraw> draws(ReviewId review, int pass) {
        return of(
                        "select * from review.panel_draw where review_id = :review and pass = :pass order by number",
                        review,
                        pass)
                .query(this::draw)
                .list();
    }

    /** Everyone drawn for the pass, members before alternates. */
    public List<PanelMember> members(ReviewId review, int pass) {
        return of(
                        """
                        select * from review.panel_member where review_id = :review and pass = :pass
                        order by standing desc, seat desc, number, place, lot
                        """,
                        review,
                        pass)
                .query(PanelSeats::member)
                .list();
    }

    /** What changed since the panel was drawn, in order. */
    public List<PanelChange> changes(ReviewId review, int pass) {
        return of(
                        "select * from review.panel_change where review_id = :review and pass = :pass order by changed_at, id",
                        review,
                        pass)
                .query((row, number) -> new PanelChange(
                        row.getString("person_out"),
                        row.getString("person_in"),
                        Reason.valueOf(row.getString("reason")),
                        row.getString("changed_by"),
                        Rows.instant(row, "changed_at")))
                .list();
    }

    /** Who sits on the panel now. */
    public List<Sitting> sitting(ReviewId review, int pass) {
        return of(
                        "select person, role, seat from review.panel_seat where review_id = :review and pass = :pass order by seat, person",
                        review,
                        pass)
                .query(PanelSeats::sitting)
                .list();
    }

    /** Who sat on the panel at that moment; of one that is still to come, whoever sits now. */
    public List<Sitting> sittingAt(ReviewId review, int pass, Instant at) {
        return of("select person, role, seat from review.panel_seat_at(:review, :pass, :at)", review, pass)
                .param("at", Rows.at(at))
                .query(PanelSeats::sitting)
                .list();
    }

    /** The seat of this person; empty where they do not sit on the panel now. */
    public Optional<Sitting> seatOf(ReviewId review, int pass, String person) {
        return of(
                        """
                        select person, role, seat from review.panel_seat
                        where review_id = :review and pass = :pass and person = :person
                        """,
                        review,
                        pass)
                .param("person", person)
                .query(PanelSeats::sitting)
                .optional();
    }

    /** The panels that vote now and on which this person sits; a vote that a hold ended stays open for ever and is none. */
    List<Panel> votingWith(String person) {
        return jdbc.sql(
                        """
                        select s.review_id, s.pass from review.panel_seat s
                        join review.vote_round r on r.review_id = s.review_id and r.pass = s.pass and r.closed_at is null
                        join review.review v on v.id = s.review_id and v.closed_at is null
                        where s.person = :person order by s.review_id
                        """)
                .param("person", person)
                .query((row, number) ->
                        new Panel(new ReviewId(row.getObject("review_id", UUID.class)), row.getInt("pass")))
                .list();
    }

    /** Every panel that was drawn and votes now. */
    List<Panel> voting() {
        return jdbc.sql(
                        """
                        select distinct d.review_id, d.pass from review.panel_draw d
                        join review.vote_round r on r.review_id = d.review_id and r.pass = d.pass and r.closed_at is null
                        join review.review v on v.id = d.review_id and v.closed_at is null
                        order by d.review_id
                        """)
                .query(PanelSeats::panel)
                .list();
    }

    private static Panel panel(ResultSet row, int number) throws SQLException {
        return new Panel(new ReviewId(row.getObject("review_id", UUID.class)), row.getInt("pass"));
    }

    private StatementSpec of(String sql, ReviewId review, int pass) {
        return jdbc.sql(sql).param("review", review.value()).param("pass", pass);
    }

    private PanelDraw draw(ResultSet row, int number) throws SQLException {
        return new PanelDraw(
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("pass"),
                row.getInt("number"),
                Tier.valueOf(row.getString("tier")),
                new Head(row.getLong("record_size"), row.getString("record_root")),
                row.getString("nonce"),
                row.getString("seed"),
                json.read(row.getString("urns"), new TypeReference<>() {}),
                json.read(row.getString("excluded"), new TypeReference<>() {}),
                Rows.texts(row, "missing"),
                Rows.instant(row, "drawn_at"));
    }

    private static PanelMember member(ResultSet row, int number) throws SQLException {
        return new PanelMember(
                row.getString("person"),
                Role.valueOf(row.getString("role")),
                Seat.valueOf(row.getString("seat")),
                Standing.valueOf(row.getString("standing")),
                row.getInt("number"),
                row.getString("lot"),
                row.getInt("place"));
    }

    private static Sitting sitting(ResultSet row, int number) throws SQLException {
        return new Sitting(
                row.getString("person"), Role.valueOf(row.getString("role")), Seat.valueOf(row.getString("seat")));
    }
}
