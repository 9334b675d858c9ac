package org.contractethics.review.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Severity;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.Assessment.Untouched;
import org.contractethics.review.internal.DueRights.DueRight;
import org.contractethics.review.internal.StageForm.AssessmentSummary;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.evidence.AssessmentGrounds;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S6: sends the assessment. Every right is marked; the severity comes from the table, never from a person. */
@Component
public class RecordingAssessment {

    private final StageWork work;
    private final Assessments assessments;
    private final AssessmentDrafts drafts;
    private final OpeningVote openingVote;
    private final PolicyOfReview policies;
    private final AssessmentGrounds grounds;
    private final DueRights rights;

    RecordingAssessment(
            StageWork work,
            Assessments assessments,
            AssessmentDrafts drafts,
            OpeningVote openingVote,
            PolicyOfReview policies,
            AssessmentGrounds grounds,
            DueRights rights) {
        this.work = work;
        this.assessments = assessments;
        this.drafts = drafts;
        this.openingVote = openingVote;
        this.policies = policies;
        this.grounds = grounds;
        this.rights = rights;
    }

    /** What is still missing before the draft can be sent. */
    public List<FormProblem> problems(ReviewCase review, AssessmentDraft draft) {
        return problems(review, draft, rights.of(review));
    }

    private List<FormProblem> problems(ReviewCase review, AssessmentDraft draft, List<DueRight> due) {
        Problems problems = new Problems();
        due.forEach(right -> marked(problems, right, draft));
        draft.touchedRights().stream()
                .filter(right -> !draft.impacts().containsKey(right))
                .forEach(right -> problems.when(true, right, "Describe the impact on " + right + "."));
        draft.touchedRights().stream()
                .map(draft.impacts()::get)
                .filter(Objects::nonNull)
                .flatMap(impact -> impact.problems().stream()
                        .map(problem -> new FormProblem(impact.right(), impact.right() + ": " + problem.message())))
                .forEach(problem -> problems.when(true, problem.field(), problem.message()));
        grounds.problems(review, draft).forEach(problem -> problems.when(true, problem.field(), problem.message()));
        return problems.list();
    }

    /** What something brings to mind is not put aside without a word. */
    private static void marked(Problems problems, DueRight due, AssessmentDraft draft) {
        String named = due.code() + " " + due.right().name();
        Boolean touched = draft.touched().get(due.code());
        problems.when(touched == null, due.code(), "Mark " + named + " as touched or not touched.")
                .when(
                        Boolean.FALSE.equals(touched)
                                && due.broughtToMind()
                                && RealWords.lacking(draft.untouchedBecause(due.code())),
                        AssessmentDraft.reasonField(due.code()),
                        named + " is brought to mind by: " + due.broughtInWords() + ". Say in words, at least "
                                + RealWords.LEAST + " characters, why it is not touched, or mark it as touched.");
    }

    /** The impacts written so far with the severity the table gives them, most severe first. */
    public List<Rated> rate(ReviewCase review, AssessmentDraft draft) {
        return rate(policies.of(review), draft);
    }

    private static List<Rated> rate(Policy version, AssessmentDraft draft) {
        return draft.touchedRights().stream()
                .map(draft.impacts()::get)
                .filter(Objects::nonNull)
                .map(impact -> new Rated(impact, severity(version, impact)))
                .sorted(Comparator.comparing(Rated::severity).reversed())
                .toList();
    }

    public Severity severity(ReviewCase review, Impact impact) {
        return severity(policies.of(review), impact);
    }

    private static Severity severity(Policy version, Impact impact) {
        return version.severity(
                impact.scale().value(),
                impact.scope().value(),
                impact.irremediability().value());
    }

    /**
     * Records the draft that somebody checked.
     *
     * @param seen the versions of its parts; another draft is refused
     */
    @Transactional
    public void record(ReviewId id, String seen, Actor actor) {
        Open open = work.begin(id, Stage.ASSESSMENT, actor);
        AssessmentDraft draft = drafts.of(id, open.review().pass());
        if (!draft.versions().equals(seen)) {
            throw StaleDraft.unchecked();
        }
        record(open, draft);
    }

    /** Records the draft as it is. */
    @Transactional
    public void record(ReviewId id, Actor actor) {
        Open open = work.begin(id, Stage.ASSESSMENT, actor);
        record(open, drafts.of(id, open.review().pass()));
    }

    private void record(Open open, AssessmentDraft draft) {
        ReviewId id = open.id();
        Actor actor = open.actor();
        Policy version = policies.of(open.review());
        List<DueRight> due = rights.of(open.review());
        Problems.refuse(problems(open.review(), draft, due));
        Assessment assessment = new Assessment(
                UUID.randomUUID(),
                id,
                open.review().pass(),
                actor.username(),
                open.now(),
                draft.consultation(),
                draft.proxyReason(),
                rate(version, draft),
                untouched(due, draft));
        assessments.add(assessment);
        drafts.clear(id, open.review().pass());
        List<Rated> counting = assessments.impacts(id, open.review().pass());
        work.publish(fact(open, counting, assessment));
        if (open.review().confirmedTier() == Tier.T1) {
            openingVote.open(open, null);
        }
        work.finish(
                open,
                new AssessmentSummary(
                        draft.touchedRights(),
                        worst(counting),
                        draft.consultation(),
                        draft.proxyReason(),
                        assessment.explained()),
                Map.of());
    }

    private static List<Untouched> untouched(List<DueRight> due, AssessmentDraft draft) {
        return due.stream()
                .filter(right -> !draft.touchedRights().contains(right.code()))
                .map(right -> new Untouched(right.code(), right.broughtByCodes(), draft.untouchedBecause(right.code())))
                .toList();
    }

    /** What this assessment does not name as touched is carried over. */
    private static Facts.Recorded fact(Open open, List<Rated> impacts, Assessment made) {
        List<String> anew =
                made.impacts().stream().map(rated -> rated.impact().right()).toList();
        Severity worst = worst(impacts);
        return Facts.of("reviewId", open.id())
                .and(
                        "rights",
                        Facts.list(impacts.stream()
                                .map(rated -> fact(rated)
                                        .and(
                                                "carriedOver",
                                                anew.contains(rated.impact().right()) ? null : true))
                                .toList()))
                .and("overallSeverity", worst == null ? "NONE" : worst.name())
                .and(
                        "untouched",
                        made.explained().isEmpty()
                                ? null
                                : Facts.list(made.explained().stream()
                                        .map(RecordingAssessment::fact)
                                        .toList()))
                .recorded(
                        "assessment-recorded",
                        open.contract().id(),
                        open.actor().username(),
                        open.now());
    }

    /** The reasons stand with the review, as what is said of the impacts does: all of them would not fit into one entry. */
    private static Facts fact(Untouched right) {
        return Facts.of("code", right.right())
                .and("broughtToMindBy", right.broughtToMindBy())
                .and("reasonHash", Sha256.hex(right.because()));
    }

    private static Facts fact(Rated rated) {
        Impact impact = rated.impact();
        return Facts.of("code", impact.right())
                .and("severity", rated.severity().name())
                .and("likelihood", Rows.name(impact.likelihood()))
                .and("involvement", Rows.name(impact.involvement()))
                .and("leverage", Rows.name(impact.leverage()))
                .and("sources", impact.sources());
    }

    /** What is not assessed weighs most: it hides how bad it is. */
    private static @Nullable Severity worst(List<Rated> impacts) {
        if (impacts.stream().anyMatch(rated -> rated.severity() == Severity.INCOMPLETE)) {
            return Severity.INCOMPLETE;
        }
        return impacts.stream()
                .map(Rated::severity)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
