package org.contractethics.review.internal.retriage;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.policy.Policy.TriageFacts;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.review.StageTasks.StageTask;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.RealWords;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.internal.StageForm.TriageConfirmation;
import org.contractethics.review.internal.StageResults;
import org.contractethics.review.internal.StageWork;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.internal.TriagingAnew;
import org.contractethics.review.internal.UndeclaredInterests;
import org.contractethics.review.internal.evidence.Source;
import org.contractethics.review.internal.evidence.SourceList;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever researches, assesses or agrees on mitigation finds a fact to be worse than the triage took it. Where the tables then give a
 * higher tier, the review goes back at once and is triaged anew; the tier is never lowered so (H16; UNGP 17(c): risks change over time).
 */
@Service
public class FindingAgainstTriage {

    private static final int LONGEST = 4_000;

    private static final Set<Stage> FINDING = EnumSet.of(Stage.RESEARCH, Stage.ASSESSMENT, Stage.MITIGATION);

    private final StageWork work;
    private final StageTasks tasks;
    private final StageResults results;
    private final ReviewCases reviews;
    private final SourceList sources;
    private final TriageFindings findings;
    private final TriagingAnew anew;
    private final Policy policy;
    private final ApplicationEventPublisher events;

    FindingAgainstTriage(
            StageWork work,
            StageTasks tasks,
            StageResults results,
            ReviewCases reviews,
            SourceList sources,
            TriageFindings findings,
            TriagingAnew anew,
            Policy policy,
            ApplicationEventPublisher events) {
        this.work = work;
        this.tasks = tasks;
        this.results = results;
        this.reviews = reviews;
        this.sources = sources;
        this.findings = findings;
        this.anew = anew;
        this.policy = policy;
        this.events = events;
    }

    /**
     * What was found.
     *
     * @param source number of the source in the list of the review that shows it; null where none is named
     */
    public record Found(FoundFacts facts, @Nullable Integer source, String why) {}

    /**
     * What came of it.
     *
     * @param goesBack whether the review goes back at once; false where the procedure it runs by has no way back, and its vote is
     *     returned instead
     */
    public record Raised(Tier tier, boolean goesBack) {}

    /** Whether this person works on a stage in which something can be found against the triage, signed for it or not yet. */
    public boolean open(ReviewId review, Actor actor) {
        return stage(review)
                .filter(stage -> {
                    try {
                        return work.look(review, stage, actor).review().tier() != null;
                    } catch (UndeclaredInterests undeclared) {
                        return true;
                    } catch (Refused refused) {
                        return false;
                    }
                })
                .isPresent();
    }

    /** What the triage of the present pass took; empty where it was made before that was kept. */
    public Optional<TriageFacts> taken(ReviewCase review) {
        return results.form(review.id(), review.pass(), TriageConfirmation.class)
                .map(TriageConfirmation::facts);
    }

    /** What the tables give with these facts, where that is a higher tier than the review goes the way of. */
    private Tier raised(ReviewCase review, Found found) {
        Problems.refuse(new Problems()
                .when(
                        found.facts().codes().isEmpty(),
                        "type",
                        "Choose at least one fact that is otherwise than the triage took it.")
                .when(
                        standing(review.id(), found.source()).isEmpty(),
                        "source",
                        "Choose the source that shows it. One that is not in the list yet, add to the sources first.")
                .when(
                        RealWords.lacking(found.why()),
                        "why",
                        "Say in words, at least " + RealWords.LEAST
                                + " characters, what was found and how it is known.")
                .when(found.why().length() > LONGEST, "why", "Shorten this to 4,000 characters.")
                .length(found.why(), "why")
                .list());
        Tier gives = tier(review, found.facts());
        Problems.refuse(new Problems()
                .when(
                        gives.compareTo(review.confirmedTier()) <= 0,
                        "main",
                        "With these facts the tables give " + gives + ", and the review goes the way of "
                                + review.confirmedTier()
                                + " already: the triage stands. Write what you found into the stage you work on.")
                .list());
        return gives;
    }

    @Transactional
    public Raised find(ReviewId id, Found found, Actor actor) {
        ReviewCase held = reviews.lock(id);
        Stage stage = stage(id)
                .orElseThrow(
                        () -> Refused.conflict(
                                "Something is found against a triage while research, assessment or mitigation is open, and none of them is now."));
        Open open = work.begin(id, stage, actor);
        Tier tier = raised(held, found);
        TriageFinding finding = new TriageFinding(
                id,
                held.pass(),
                stage,
                actor.username(),
                open.onBehalfOf(),
                found.facts(),
                Objects.requireNonNull(found.source()),
                found.why(),
                tier,
                open.now());
        findings.add(finding);
        events.publishEvent(fact(held, finding));
        return new Raised(tier, anew.because(held.contract(), tier));
    }

    private static Facts.Recorded fact(ReviewCase review, TriageFinding found) {
        return Facts.of("reviewId", found.review())
                .and("pass", found.pass())
                .and("stage", found.stage().name())
                .and("onBehalfOf", found.onBehalfOf())
                .and("changed", found.facts().codes())
                .and("source", found.source())
                // the account team reads the record, and takes no part in this
                .and("reasonsHash", Sha256.hex(found.why()))
                .and("tier", review.confirmedTier().name())
                .and("found", found.tier().name())
                .recorded("triage-contradicted", review.contract(), found.person(), found.foundAt());
    }

    private Optional<Stage> stage(ReviewId review) {
        return tasks.open(review).stream()
                .map(StageTask::stage)
                .filter(FINDING::contains)
                .findFirst();
    }

    private Optional<Source> standing(ReviewId review, @Nullable Integer number) {
        return sources.standing(review).stream()
                .filter(source -> number != null && source.number() == number)
                .findFirst();
    }

    /** By the version in force, as the triage that follows will ask it. */
    private Tier tier(ReviewCase review, FoundFacts found) {
        TriageFacts taken = taken(review)
                .orElseThrow(
                        () -> Refused.conflict(
                                "The facts of this triage were not kept. Vote to return the contract, so that it is triaged anew."));
        return policy.under(policy.current().number()).triage(found.in(taken)).tier();
    }
}
