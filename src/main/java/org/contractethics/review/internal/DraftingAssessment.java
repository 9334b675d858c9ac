package org.contractethics.review.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.AssessmentDraft.Marks;
import org.contractethics.review.internal.AssessmentDraft.Saved;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.delta.CarriedItems;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S6 before it is sent: the marks of all rights and, right by right, the impacts. Nothing here counts until it is sent. */
@Component
public class DraftingAssessment {

    private static final int LONGEST_REASON = 4_000;

    private final StageWork work;
    private final AssessmentDrafts drafts;
    private final PolicyOfReview policies;
    private final CarriedItems items;

    DraftingAssessment(StageWork work, AssessmentDrafts drafts, PolicyOfReview policies, CarriedItems items) {
        this.work = work;
        this.drafts = drafts;
        this.policies = policies;
        this.items = items;
    }

    public AssessmentDraft draft(ReviewCase review) {
        return drafts.of(review.id(), review.pass());
    }

    public List<FormProblem> problems(Marks marks) {
        Problems problems =
                new Problems().length(marks.consultation(), "consultation").length(marks.proxyReason(), "proxy-reason");
        marks.untouchedBecause().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(said -> because(problems, said.getKey(), said.getValue()));
        return problems.list();
    }

    private static void because(Problems problems, String right, String reason) {
        String field = AssessmentDraft.reasonField(right);
        problems.when(
                        reason.length() > LONGEST_REASON,
                        field,
                        "Shorten why " + right + " is not touched to 4,000 characters.")
                .length(reason, field);
    }

    /**
     * Keeps the marks made so far; rights may still be unmarked.
     *
     * @param seen the version of the part that the person began from
     */
    @Transactional
    public void mark(ReviewId id, Marks marks, int seen, Actor actor) {
        Open open = work.begin(id, Stage.ASSESSMENT, actor);
        Policy version = policies.of(open.review());
        Set<String> named = new HashSet<>(marks.touched().keySet());
        named.addAll(marks.untouchedBecause().keySet());
        named.forEach(right -> known(version, right));
        refuseCarried(open, named);
        Problems.refuse(problems(marks));
        drafts.save(
                id, open.review().pass(), AssessmentDraft.MARKS, marks, new Saved(seen, actor.username(), open.now()));
    }

    public List<FormProblem> problems(Impact impact) {
        Problems problems = new Problems();
        impact.problems().forEach(problem -> problems.when(true, problem.field(), problem.message()));
        return problems.length(impact.affected(), "affected")
                .length(impact.vulnerableGroups(), "vulnerable-groups")
                .length(impact.scale().reason(), "scale-reason")
                .length(impact.scope().reason(), "scope-reason")
                .length(impact.irremediability().reason(), "irremediability-reason")
                .length(impact.leverageUse(), "leverage-use")
                .length(impact.mitigation(), "mitigation")
                .length(
                        impact.clauses().stream()
                                .map(Impact.ClauseReference::label)
                                .collect(Collectors.joining("\n")),
                        "clauses")
                .list();
    }

    /** @param seen the version of the part that the person began from */
    @Transactional
    public void write(ReviewId id, Impact impact, int seen, Actor actor) {
        Open open = work.begin(id, Stage.ASSESSMENT, actor);
        known(policies.of(open.review()), impact.right());
        refuseCarried(open, Set.of(impact.right()));
        Problems.refuse(problems(impact));
        drafts.save(id, open.review().pass(), impact.right(), impact, new Saved(seen, actor.username(), open.now()));
    }

    /** What is carried over is not made anew beside its citation (H8). */
    private void refuseCarried(Open open, Set<String> rights) {
        items.rightsStanding(open.id(), open.review().pass()).stream()
                .filter(rights::contains)
                .sorted()
                .findFirst()
                .ifPresent(right -> {
                    throw Refused.conflict(
                            "The assessment of " + right
                                    + " is carried over from the review before. Reopen it with a reason to assess it anew (H8).");
                });
    }

    private static void known(Policy version, String right) {
        if (version.right(right).isEmpty()) {
            throw Refused.invalid("There is no right " + right + " in the catalogue.");
        }
    }
}
