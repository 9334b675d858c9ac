package org.contractethics.review.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.web.AssessmentRows.ImpactRow;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is read: on the case page, in the printed record and by the API.
 *
 * @param stages what was done in the present pass, in order
 * @param untouched number of rights marked as not touched; 0 before the assessment
 * @param explained rights not touched, each with why
 * @param position of the vote that is open; null where none is
 * @param rounds votes that were opened, the newest first
 * @param decisions the newest first
 */
public record ReviewView(
        ReviewCase review,
        List<Statement> stages,
        List<ImpactRow> impacts,
        int untouched,
        List<Statement.Line> explained,
        VoteSide.@Nullable Position position,
        List<RoundView> rounds,
        List<DecisionView> decisions,
        List<Statement> appeals) {

    /** An opened round. */
    public record RoundView(int round, String result, List<VoteView> votes) {}

    /**
     * A vote or a dissent.
     *
     * @param conditions that a vote for an approval with conditions depends on
     * @param note what else has to be known of it; empty where nothing has
     */
    public record VoteView(
            String voter,
            String role,
            String choice,
            String rights,
            String severity,
            String evidence,
            String reasons,
            List<String> conditions,
            String note) {}

    /**
     * @param statement the decision itself
     * @param tables rows of table 2.7 it was derived from
     */
    public record DecisionView(
            Statement statement, Statement tables, List<ConditionLine> conditions, List<VoteView> dissents) {}

    /** A condition of an approval; {@code state} in words, with what is late about it. */
    public record ConditionLine(
            UUID id, String state, String text, String owner, LocalDate dueOn, boolean blocking, String evidence) {}
}
