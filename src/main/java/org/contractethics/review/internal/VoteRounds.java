package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds of voting. */
@Repository
public class VoteRounds {

    private static final String COLUMNS =
            """
            review_id, round, pass, space, residual_space, panel, opened_at, closed_at, closed_by, carried,
            case when residual_space is not null
                then (select s.agreed from review.residual_standing(review_id, pass) s) end as countersigned""";
    private static final String SELECT = "select " + COLUMNS + " from review.vote_round where review_id = :review";

    private static final String VOTING =
            "with shared as (" + SELECT + " and closed_at is null and panel for share), kept as (" + SELECT
                    + " and closed_at is null and not panel for update) select * from shared union all select * from kept";

    private final JdbcClient jdbc;
    private final Json json;

    VoteRounds(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    VoteRound open(ReviewId review, int pass, Spaces spaces, boolean panel, Instant at) {
        return jdbc.sql(
                        """
                        insert into review.vote_round (review_id, round, pass, space, residual_space, panel, opened_at)
                        select :review, coalesce(max(round), 0) + 1, :pass, cast(:space as jsonb), cast(:residual as jsonb),
                            :panel, :at
                        from review.vote_round where review_id = :review
                        returning
                        """
                                + COLUMNS)
                .param("review", review.value())
                .param("pass", pass)
                .param("space", json.write(spaces.assessed()))
                .param("residual", spaces.residual() == null ? null : json.write(spaces.residual()))
                .param("panel", panel)
                .param("at", Rows.at(at))
                .query(this::map)
                .single();
    }

    public Optional<VoteRound> open(ReviewId review) {
        return one(review, SELECT + " and closed_at is null");
    }

    /**
     * The open round, held. Voters of a panel only share the lock, so that they never wait for each other; closing the round waits for
     * them. The vote of the reviewers closes with the last of them, so each keeps the others out.
     */
    Optional<VoteRound> openForVoting(ReviewId review) {
        return one(review, VOTING)
                // it came to the panel while this waited for the reviewer who did not agree
                .or(() -> one(review, SELECT + " and closed_at is null for share"));
    }

    /** Keeps every vote out until the end of the transaction. */
    public VoteRound openForClosing(ReviewId review) {
        return one(review, SELECT + " and closed_at is null for update").orElseThrow(VoteRounds::notOpen);
    }

    public Optional<VoteRound> latest(ReviewId review) {
        return one(review, SELECT + " order by round desc limit 1");
    }

    public List<VoteRound> closed(ReviewId review) {
        return jdbc.sql(SELECT + " and closed_at is not null order by round")
                .param("review", review.value())
                .query(this::map)
                .list();
    }

    /** One dissent among the reviewers of T1 and T2 brings the case before the panel (H5). */
    void moveToPanel(ReviewId review, int round) {
        jdbc.sql("update review.vote_round set panel = true where review_id = :review and round = :round")
                .param("review", review.value())
                .param("round", round)
                .update();
    }

    void close(ReviewId review, int round, String by, Instant at, @Nullable String carried) {
        jdbc.sql(
                        """
                        update review.vote_round set closed_at = :at, closed_by = :by, carried = :carried
                        where review_id = :review and round = :round and closed_at is null
                        """)
                .param("at", Rows.at(at))
                .param("by", by)
                .param("carried", carried)
                .param("review", review.value())
                .param("round", round)
                .update();
    }

    private Optional<VoteRound> one(ReviewId review, String sql) {
        return jdbc.sql(sql).param("review", review.value()).query(this::map).optional();
    }

    static Refused notOpen() {
        return Refused.conflict("The vote is closed, or it has not been opened yet.");
    }

    private VoteRound map(ResultSet row, int number) throws SQLException {
        return map(row, "");
    }

    /** @param prefix what the names of the columns of the round begin with, where the row has others beside them */
    VoteRound map(ResultSet row, String prefix) throws SQLException {
        return new VoteRound(
                new ReviewId(row.getObject(prefix + "review_id", UUID.class)),
                row.getInt(prefix + "round"),
                row.getInt(prefix + "pass"),
                spaces(row, prefix),
                row.getBoolean(prefix + "panel"),
                Rows.instant(row, prefix + "opened_at"),
                Rows.instantOrNull(row, prefix + "closed_at"),
                row.getString(prefix + "closed_by"),
                row.getString(prefix + "carried"));
    }

    private Spaces spaces(ResultSet row, String prefix) throws SQLException {
        String residual = row.getString(prefix + "residual_space");
        return new Spaces(
                json.read(row.getString(prefix + "space"), AllowedSpace.class),
                residual == null ? null : json.read(residual, AllowedSpace.class),
                row.getObject(prefix + "countersigned", Boolean.class));
    }
}
