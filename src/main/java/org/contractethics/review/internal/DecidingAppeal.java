package org.contractethics.review.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Appeal.NamedVote;
import org.contractethics.review.internal.Appeal.Ruling;
import org.contractethics.review.internal.StageForm.AppealResult;
import org.contractethics.review.internal.StageForm.AppealRuled;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.OpenConcerns.OpenConcern;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * S9: the board committee confirms a decision, changes it within what the tables allowed, or sends the contract back for a fresh
 * review, by named votes. The first decision stays visible whatever is ruled (H6).
 */
@Component
public class DecidingAppeal {

    private final StageWork work;
    private final ReviewCases reviews;
    private final Appeals appeals;
    private final JoiningAppeal joining;
    private final ChangingDecision changing;
    private final Returning returning;
    private final Notices notices;

    DecidingAppeal(
            StageWork work,
            ReviewCases reviews,
            Appeals appeals,
            JoiningAppeal joining,
            ChangingDecision changing,
            Returning returning,
            Notices notices) {
        this.work = work;
        this.reviews = reviews;
        this.appeals = appeals;
        this.joining = joining;
        this.changing = changing;
        this.returning = returning;
        this.notices = notices;
    }

    /** @param verdict with the reasons; with an outcome and what belongs to it where the decision is changed */
    public List<FormProblem> problems(ReviewCase review, @Nullable AppealResult result, Verdict verdict) {
        Problems problems = new Problems()
                .when(result == null, "result", "Choose a result.")
                .text(verdict.reasons(), "reasons", "Give the reasons.")
                .when(
                        result != AppealResult.CHANGE && verdict.outcome() != null,
                        "outcome",
                        "Only a ruling that changes the decision has another outcome. Leave this empty.");
        if (result == AppealResult.CHANGE) {
            changing.problems(review, verdict).stream()
                    .filter(problem -> !problem.field().equals("reasons"))
                    .forEach(problem -> problems.when(true, problem.field(), problem.message()));
        }
        return problems.list();
    }

    /** What the decision can be changed to; nothing where the procedure of this review takes no change. */
    public Set<Outcome> outcomes(ReviewCase review) {
        return takesChanges(review) ? changing.outcomes(review) : Set.of();
    }

    /** Whether the procedure by which this review runs takes a changed decision; otherwise it has to be moved first. */
    public boolean takesChanges(ReviewCase review) {
        return work.takesChanges(review.id());
    }

    /** The appeal that waits for its ruling. */
    public Appeal pending(ReviewId id) {
        return appeals.pending(id).orElseThrow(() -> Refused.conflict("There is no appeal that waits for a ruling."));
    }

    /** What a changed decision has to answer besides; nothing where the first one stands or the case goes back. */
    public List<OpenConcern> toAnswer(ReviewCase review, @Nullable AppealResult result, Actor actor) {
        return result == AppealResult.CHANGE ? changing.toAnswer(review, actor) : List.of();
    }

    public List<FormProblem> problems(List<OpenConcern> asked, Map<String, String> answers) {
        return changing.problems(asked, answers);
    }

    /**
     * Writes down the ruling; the vote of whoever writes it down is counted with those of the other members.
     *
     * @param answers where the decision is changed, to each open concern that the actor may know of, by its id
     */
    @Transactional
    public void rule(
            ReviewId id, @Nullable AppealResult result, Verdict verdict, Map<String, String> answers, Actor actor) {
        Open open = work.begin(id, Stage.APPEAL, actor);
        Problems.refuse(problems(open.review(), result, verdict));
        List<OpenConcern> asked = toAnswer(open.review(), result, actor);
        Problems.refuse(problems(asked, answers));
        AppealResult ruled = Objects.requireNonNull(result);
        Appeal appeal = pending(id);
        Outcome outcome = verdict.outcome();
        joining.waits(appeal).ifPresent(refused -> {
            throw refused;
        });
        demandKnown(open.review(), ruled);
        demandCarried(appeal, ruled, verdict, open);
        keep(open, appeal, new Ruling(ruled, outcome, verdict.reasons(), actor.username(), open.now()));
        if (ruled != AppealResult.CONFIRM) {
            changing.lapseApproval(open, ruled);
        }
        Outcome standing = standing(open.review(), ruled, outcome);
        if (standing == Outcome.REJECT) {
            reviews.close(id, open.now());
        }
        work.finish(open, new AppealRuled(ruled, standing, verdict.reasons()), variables(ruled, outcome));
        if (ruled == AppealResult.CHANGE) {
            // only now: nobody rules on what they decided, and the process asks for that once more
            changing.change(open, verdict, asked, answers).forEach(work::publish);
        }
        if (standing == Outcome.REJECT) {
            work.publish(new ContractRefused(open.review().contract()));
        }
        if (ruled == AppealResult.RETURN) {
            returning.withQuestion(open, verdict.reasons());
        }
        notices.appealRuled(open.review(), open.contract(), appeal.filedBy(), ruled.label() + ".");
    }

    private void keep(Open open, Appeal appeal, Ruling ruling) {
        appeals.rule(appeal.id(), ruling);
        work.publish(Facts.of("reviewId", open.id())
                .and("result", ruling.result().name())
                .and("changedTo", ruling.outcome())
                .and("votes", appeals.validVotes(appeal.id()).size())
                .recorded("appeal-decided", open.contract().id(), ruling.decidedBy(), ruling.decidedAt()));
    }

    /** The outcome after the ruling; none where the case goes back. */
    private @Nullable Outcome standing(ReviewCase review, AppealResult ruled, @Nullable Outcome changedTo) {
        return switch (ruled) {
            case CONFIRM -> changing.standing(review);
            case CHANGE -> changedTo;
            case RETURN -> null;
        };
    }

    private void demandKnown(ReviewCase review, AppealResult ruled) {
        if (ruled == AppealResult.CHANGE && !takesChanges(review)) {
            throw Refused.conflict(VotingOnAppeal.MOVE_FIRST);
        }
    }

    private void demandCarried(Appeal appeal, AppealResult ruled, Verdict verdict, Open open) {
        String actor = open.actor().username();
        Outcome outcome = verdict.outcome();
        if (appeals.votes(appeal.id()).stream().noneMatch(vote -> vote.voter().equals(actor))) {
            appeals.vote(appeal.id(), new NamedVote(actor, ruled, outcome, verdict.reasons(), open.now()));
        }
        AppealCount count = new AppealCount(appeals.validVotes(appeal.id()), changing.majority(open.review()));
        if (!count.allows(ruled, outcome)) {
            throw Refused.conflict(count.refusal(ruled, outcome));
        }
    }

    private static Map<String, String> variables(AppealResult ruled, @Nullable Outcome outcome) {
        Map<String, String> variables = new LinkedHashMap<>(Map.of("appealResult", ruled.name()));
        if (outcome != null) {
            variables.put("outcome", outcome.name());
        }
        return variables;
    }
}
