package org.contractethics.report.internal;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.contractethics.record.RecordEntry;
import org.contractethics.report.internal.ReviewCase.AppealStep;
import org.contractethics.report.internal.ReviewCase.ConditionSet;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.contractethics.report.internal.ReviewCase.DissentMade;
import org.contractethics.report.internal.ReviewCase.Escalation;
import org.contractethics.report.internal.ReviewCase.InStage;
import org.contractethics.report.internal.ReviewCase.StageDone;
import org.contractethics.report.internal.ReviewCase.Triaged;
import org.jspecify.annotations.Nullable;

/** The reviews that the record tells of, in the order in which they became known. */
final class ReviewCases {

    private static final Map<String, BiConsumer<ReviewCases, RecordEntry>> BY_KIND = Map.ofEntries(
            entry("review-opened", ReviewCases::onOpened),
            entry("triage-confirmed", ReviewCases::onTriage),
            entry("stage-completed", ReviewCases::onStage),
            entry("stage-escalated", (all, e) -> all.review(e)
                    .ifPresent(
                            review -> review.escalations.add(new Escalation(FactReader.code(e, "stage"), Mark.of(e))))),
            entry("question-asked", (all, e) -> all.review(e).ifPresent(review -> review.stops.begins(e))),
            entry("question-answered", (all, e) -> all.review(e).ifPresent(review -> review.stops.ends(e))),
            entry("question-withdrawn", (all, e) -> all.review(e).ifPresent(review -> review.stops.ends(e))),
            entry("recusal-declared", (all, e) -> all.review(e)
                    .ifPresent(review -> review.recusals.add(new InStage(
                            e.text("stage").isPresent() ? FactReader.code(e, "stage") : "no-stage", Mark.of(e))))),
            entry("dissent-recorded", ReviewCases::onDissent),
            entry("decision-recorded", ReviewCases::onDecision),
            entry("condition-imposed", ReviewCases::onCondition),
            entry("condition-met", (all, e) -> all.onConditionClosed(e, false)),
            entry("condition-waived", (all, e) -> all.onConditionClosed(e, true)),
            entry("safeguards-agreed", ReviewCases::onSafeguards),
            entry("consultation-logged", (all, e) -> all.review(e)
                    .ifPresent(review ->
                            review.consultations.add(new InStage(FactReader.code(e, "consulted"), Mark.of(e))))),
            entry("re-review-done", (all, e) -> all.onCause(e, "re-review")),
            entry("sample-ruled", (all, e) -> all.onCause(e, "sample")),
            entry("appeal-filed", (all, e) -> all.onAppeal(e, "filed")),
            entry("appeal-decided", (all, e) -> all.onAppeal(e, FactReader.code(e, "result"))),
            entry("signature-refused", ReviewCases::onLapsed),
            entry("approval-lapsed", ReviewCases::onLapsed),
            entry("assessment-recorded", ReviewCases::onAssessment),
            entry("review-closed", (all, e) -> all.review(e).ifPresent(review -> review.ended.add(Mark.of(e)))),
            entry("quorum-missed", (all, e) -> all.review(e).ifPresent(review -> review.quorumMissed.add(Mark.of(e)))),
            entry("votes-opened", (all, e) -> all.review(e).ifPresent(review -> review.votes.add(VotesOpened.of(e)))));

    static final Set<String> KINDS = BY_KIND.keySet();

    private static final int MOST_TOUCHED = 64;

    private final ContractCases contracts;
    private final ReviewsByDay byDay;
    private final Blocks<ReviewCase> blocks;
    private final Map<UUID, ReviewCase> reviews = new LinkedHashMap<>();
    private final NamedDecisions decisions = new NamedDecisions();
    private final Map<UUID, Imposed> conditions = new HashMap<>();

    /** Asked for by each figure of a look. */
    private final Map<Scope, Map<Block<ReviewCase>, List<ReviewCase>>> touched = new ConcurrentHashMap<>();

    private record Imposed(ReviewCase review, ConditionSet condition) {}

    ReviewCases(ContractCases contracts, ReviewsByDay byDay, int blockSize) {
        this.contracts = contracts;
        this.byDay = byDay;
        this.blocks = new Blocks<>(blockSize);
    }

    void apply(RecordEntry entry) {
        touched.clear();
        BiConsumer<ReviewCases, RecordEntry> fold = BY_KIND.get(entry.kind());
        if (fold != null) {
            fold.accept(this, entry);
        }
    }

    Collection<ReviewCase> all() {
        return reviews.values();
    }

    Blocks<ReviewCase> blocks() {
        return blocks;
    }

    /** The reviews that the question is about and of which an entry of its period tells, by their blocks and in the order of all. */
    Map<Block<ReviewCase>, List<ReviewCase>> touched(Scope scope) {
        if (touched.size() > MOST_TOUCHED) {
            touched.clear();
        }
        return touched.computeIfAbsent(scope, this::findTouched);
    }

    private Map<Block<ReviewCase>, List<ReviewCase>> findTouched(Scope scope) {
        Map<Block<ReviewCase>, List<ReviewCase>> found = new LinkedHashMap<>();
        for (ReviewCase review : byDay.in(scope.period())) {
            if (scope.takes(review.tierAt(scope.asOf()), review.contract)) {
                found.computeIfAbsent(blocks.of(review.number), any -> new ArrayList<>())
                        .add(review);
            }
        }
        return found;
    }

    Optional<ReviewCase> find(UUID id) {
        return Optional.ofNullable(reviews.get(id));
    }

    Optional<DecisionMade> decision(UUID id) {
        return decisions.find(id);
    }

    Optional<ReviewCase> ofDecision(UUID id) {
        return decisions.review(id);
    }

    /** When a refused signature or changed facts made the decision lapse; empty while nothing did. */
    Optional<Lapse> lapse(UUID decision) {
        return decisions.lapse(decision);
    }

    private Optional<ReviewCase> review(RecordEntry entry) {
        Optional<ReviewCase> found = FactReader.id(entry, "reviewId")
                .map(id -> reviews.computeIfAbsent(id, unknown -> known(new ReviewCase(contracts.of(entry)))));
        found.ifPresent(review -> changed(review, entry));
        return found;
    }

    private ReviewCase known(ReviewCase review) {
        review.contract.standsIn(blocks.add(review));
        return byDay.known(review);
    }

    private void changed(ReviewCase review, RecordEntry entry) {
        byDay.touched(review, entry.occurredAt());
        review.contract.changed();
    }

    private void onOpened(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            contracts.of(entry);
            review.opened = Mark.of(entry);
            review.cause = cause(entry, review.contract.reviewedAgain());
            review.contract.becomes(ContractStanding.IN_REVIEW, review.opened);
        });
    }

    /** Why the contract is reviewed once more; null where it never was before. Nothing changed where a concern or a hearing led to it. */
    private static @Nullable String cause(RecordEntry entry, boolean again) {
        boolean follows = entry.flag("delta") || entry.text("after").isPresent();
        if (entry.flag("delta") && !entry.list("changed").isEmpty()) {
            return "delta";
        }
        if (follows || (again && entry.flag("calledIn"))) {
            return "other";
        }
        return again ? "again" : null;
    }

    private void onTriage(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            String tier = FactReader.upper(entry, "tier");
            review.tiers.add(tier, Mark.of(entry));
            Triaged triage = new Triaged(tier, entry.flag("raised"), TriageInputs.of(entry), Mark.of(entry));
            review.triages.add(triage);
            review.under(entry);
            review.contract.triaged(triage);
            review.contract.tier(tier, Mark.of(entry));
        });
    }

    /** Besides being done, a stage may send the contract back, stop it, or set it going again. */
    private void onStage(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            StageDone done = StageDone.of(entry);
            review.stages.add(done);
            String outcome = FactReader.upper(entry, "outcome");
            if (done.stage().equals("legal-stop") && outcome.startsWith("STOP")) {
                review.stopped = done.mark();
                review.contract.stopped(done.mark());
            } else if (done.stage().equals("clarification")) {
                review.stops.whole(done.started(), done.mark().at());
                review.contract.becomes(ContractStanding.IN_REVIEW, done.mark());
            } else if (outcome.startsWith("RETURN") || outcome.equals("CLARIFY")) {
                review.contract.becomes(ContractStanding.RETURNED, done.mark());
            }
        });
    }

    private void onDecision(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            DecisionMade decision = DecisionMade.of(entry);
            review.decisions.add(decision);
            review.under(entry);
            review.contract.decided(decision);
            decisions.made(decision, review);
            lapse(decision.id())
                    .ifPresent(lapse -> byDay.touched(review, lapse.mark().at()));
            review.contract.becomes(ContractStanding.after(decision.outcome()), decision.mark());
            if (!decision.tier().isEmpty() && !decision.tier().equals(review.tierAt(Instant.MAX))) {
                review.tiers.add(decision.tier(), decision.mark());
                review.contract.tier(decision.tier(), decision.mark());
            }
        });
    }

    private void onDissent(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            DissentMade dissent = DissentMade.of(entry);
            review.dissents.add(dissent);
            decisions.named(dissent.decision(), review.contract);
        });
    }

    private void onAssessment(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            Assessed assessed = Assessed.of(entry);
            review.assessments.add(assessed);
            review.everCritical |= !assessed.critical().isEmpty();
        });
    }

    private void onSafeguards(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            AgreedSafeguards stated = new AgreedSafeguards(Mark.of(entry), entry.list("safeguards"));
            review.safeguards.add(stated);
            review.contract.stated(stated);
        });
    }

    private void onCondition(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            ConditionSet condition = new ConditionSet(
                    Mark.of(entry),
                    FactReader.id(entry, "decisionId").orElse(null),
                    entry.flag("blocking"),
                    FactReader.day(entry, "dueOn").orElse(null));
            review.conditions.add(condition);
            if (condition.decision != null) {
                decisions.named(condition.decision, review.contract);
            }
            FactReader.id(entry, "conditionId").ifPresent(id -> conditions.put(id, new Imposed(review, condition)));
        });
    }

    private void onConditionClosed(RecordEntry entry, boolean waived) {
        FactReader.id(entry, "conditionId").map(conditions::get).ifPresent(imposed -> {
            imposed.condition().closed = Mark.of(entry);
            imposed.condition().waived = waived;
            changed(imposed.review(), entry);
        });
    }

    private void onCause(RecordEntry entry, String cause) {
        FactReader.id(entry, "newReviewId").map(reviews::get).ifPresent(review -> {
            review.cause = cause;
            review.contract.changed();
        });
    }

    /** While an appeal is heard the first decision stands; sent back, the review goes on. */
    private void onAppeal(RecordEntry entry, String step) {
        review(entry).ifPresent(review -> {
            review.appeals.add(
                    new AppealStep(step, Mark.of(entry), entry.text("changedTo").orElse("")));
            if (step.startsWith("return")) {
                review.contract.becomes(ContractStanding.RETURNED, Mark.of(entry));
            }
        });
    }

    private void onLapsed(RecordEntry entry) {
        FactReader.id(entry, "decisionId").ifPresent(id -> {
            if (decisions.lapses(id, Lapse.of(entry))) {
                ofDecision(id).ifPresent(review -> {
                    review.ended.add(Mark.of(entry));
                    changed(review, entry);
                });
            }
        });
    }
}
