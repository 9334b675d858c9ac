package org.contractethics.review.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The votes, sealed until their round is closed. */
@Repository
public class Votes {

    private final JdbcClient jdbc;

    Votes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where this person has voted in this round already */
    boolean add(Vote vote) {
        return jdbc.sql(
                                """
                                insert into review.vote (id, review_id, round, voter, role, choice, rights, severity,
                                    evidence, reasons, conditions, salt, commitment, cast_at)
                                values (:id, :review, :round, :voter, :role, :choice, :rights, :severity, :evidence,
                                    :reasons, :conditions, :salt, :commitment, :castAt)
                                on conflict (review_id, round, voter) do nothing
                                """)
                        .param("id", UUID.randomUUID())
                        .param("review", vote.review().value())
                        .param("round", vote.round())
                        .param("voter", vote.voter())
                        .param("role", vote.role().name())
                        .param("choice", vote.choice().name())
                        .param("rights", Rows.array(vote.rights()))
                        .param("severity", vote.severity().name())
                        .param("evidence", vote.evidence())
                        .param("reasons", vote.reasons())
                        .param("conditions", Rows.array(vote.conditions()))
                        .param("salt", vote.salt())
                        .param("commitment", vote.commitment())
                        .param("castAt", Rows.at(vote.castAt()))
                        .update()
                == 1;
    }

    /** The votes of a closed round, or, inside the module, of one about to be closed. */
    List<Vote> of(ReviewId review, int round) {
        return jdbc.sql(
                        """
                        select review_id, round, voter, role, choice, rights, severity, evidence, reasons, conditions,
                            salt, cast_at
                        from review.vote where review_id = :review and round = :round order by voter
                        """)
                .param("review", review.value())
                .param("round", round)
                .query(Votes::vote)
                .list();
    }

    /** Opened votes; none of a round that is still sealed. */
    public List<Vote> opened(VoteRound round) {
        return round.open() ? List.of() : of(round.review(), round.round());
    }

    /** Who has voted in which role; all that may be known of a sealed vote. */
    public record Cast(String voter, Role role) {}

    public List<Cast> cast(VoteRound round) {
        return jdbc.sql("select voter, role from review.vote where review_id = :review and round = :round order by"
                        + " voter")
                .param("review", round.review().value())
                .param("round", round.round())
                .query((row, number) -> new Cast(row.getString("voter"), Role.valueOf(row.getString("role"))))
                .list();
    }

    /** The roles of the votes that count; says nothing of who abstained. */
    public List<Role> validRoles(VoteRound round, Set<String> recused) {
        return VotingRules.valid(of(round.review(), round.round()), recused).stream()
                .map(Vote::role)
                .toList();
    }

    /** Whether anybody has voted in the latest round, open or closed; says nothing of who. */
    public boolean anyInLatestRound(ReviewId review) {
        return jdbc.sql(
                        """
                        select exists (select 1 from review.vote
                                       where review_id = :review and round = (
                                           select max(round) from review.vote_round where review_id = :review))
                        """)
                .param("review", review.value())
                .query(Boolean.class)
                .single();
    }

    boolean hasVoted(ReviewId review, int round, String voter) {
        return jdbc.sql(
                        """
                        select exists (select 1 from review.vote
                                       where review_id = :review and round = :round and voter = :voter)
                        """)
                .param("review", review.value())
                .param("round", round)
                .param("voter", voter)
                .query(Boolean.class)
                .single();
    }

    /** @throws IllegalArgumentException where the row holds what no vote can say */
    static Vote vote(ResultSet row, int number) throws SQLException {
        return new Vote(
                new ReviewId(row.getObject("review_id", UUID.class)),
                row.getInt("round"),
                row.getString("voter"),
                Role.valueOf(row.getString("role")),
                Vote.Choice.valueOf(row.getString("choice")),
                Rows.texts(row, "rights"),
                Objects.requireNonNull(Rows.constant(row, "severity", Severity.class)),
                row.getString("evidence"),
                row.getString("reasons"),
                Rows.texts(row, "conditions"),
                row.getString("salt"),
                Rows.instant(row, "cast_at"));
    }
}
