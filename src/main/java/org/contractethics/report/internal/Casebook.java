package org.contractethics.report.internal;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.record.RecordEntry;
import org.contractethics.report.internal.ReviewCase.ConditionSet;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.contractethics.report.internal.ReviewCase.Escalation;
import org.contractethics.report.internal.ReviewCase.InStage;
import org.contractethics.report.internal.ReviewCase.StageDone;
import org.contractethics.report.internal.ReviewCase.Triaged;
import org.contractethics.shared.ContractId;

/**
 * What the record says, folded entry by entry into cases. Holds what the figures count and where it stands in the record;
 * texts stay in the record. Kinds it does not know change nothing.
 */
final class Casebook {

    private static final Map<String, BiConsumer<Casebook, RecordEntry>> BY_KIND = Map.ofEntries(
            entry("contract-registered", (book, e) -> book.onContract(e)
                    .becomes(ContractStanding.REGISTERED, Mark.of(e))),
            entry("contracts-imported", (book, e) -> book.contracts.imported(e)),
            entry("contract-taken", Casebook::onContract),
            entry("contract-changed", Casebook::onContract),
            entry("contract-ended", (book, e) -> book.onContract(e).becomes(ContractStanding.EXITED, Mark.of(e))),
            entry("redaction-approved", Casebook::onRedacted),
            entry("redaction-ended", (book, e) -> book.onContract(e)
                    .redactionEnded(e.text("redactionId").orElse(""))),
            entry("review-opened", Casebook::onOpened),
            entry("triage-confirmed", Casebook::onTriage),
            entry("stage-completed", Casebook::onStage),
            entry("stage-escalated", (book, e) -> book.review(e)
                    .ifPresent(
                            review -> review.escalations.add(new Escalation(FactReader.code(e, "stage"), Mark.of(e))))),
            entry("question-asked", (book, e) -> book.review(e).ifPresent(review -> review.stops.begins(e))),
            entry("question-answered", (book, e) -> book.review(e).ifPresent(review -> review.stops.ends(e))),
            entry("question-withdrawn", (book, e) -> book.review(e).ifPresent(review -> review.stops.ends(e))),
            entry("recusal-declared", (book, e) -> book.review(e)
                    .ifPresent(review -> review.recusals.add(new InStage(FactReader.code(e, "stage"), Mark.of(e))))),
            entry("dissent-recorded", (book, e) -> book.review(e).ifPresent(review -> review.dissents.add(Mark.of(e)))),
            entry("decision-recorded", Casebook::onDecision),
            entry("condition-imposed", Casebook::onCondition),
            entry("condition-met", (book, e) -> book.onConditionClosed(e, false)),
            entry("condition-waived", (book, e) -> book.onConditionClosed(e, true)),
            entry("suspension-review-opened", (book, e) -> book.holds.opened(e, book.onContract(e))),
            entry("suspension-decided", (book, e) -> book.holds.decided(e, book.onContract(e))),
            entry("interim-measure-imposed", (book, e) -> book.holds.restricted(e, book.onContract(e))),
            entry("interim-measure-expired", (book, e) -> book.holds.expired(e, book.onContract(e))),
            entry("incident-recorded", (book, e) -> book.monitoring.became(e, book.onContract(e))),
            entry("visibility-limits-stated", (book, e) -> book.monitoring.limited(e, book.onContract(e))),
            entry("safeguards-agreed", (book, e) -> book.review(e)
                    .ifPresent(review -> review.safeguards = new AgreedSafeguards(Mark.of(e), e.list("safeguards")))),
            entry("appeal-filed", (book, e) -> book.onAppeal(e, "filed")),
            entry("appeal-decided", (book, e) -> book.onAppeal(e, FactReader.code(e, "result"))),
            entry("signature-refused", Casebook::onSignatureRefused),
            entry("approval-lapsed", Casebook::onApprovalLapsed),
            entry("contract-signed", Casebook::onSigned),
            entry("assessment-recorded", (book, e) -> book.review(e)
                    .ifPresent(review -> review.assessments.add(Assessed.of(e)))),
            entry("votes-opened", (book, e) -> book.review(e)
                    .ifPresent(review -> review.votes.add(VotesOpened.of(e)))));

    private final ContractCases contracts = new ContractCases();
    private final Map<UUID, ReviewCase> reviews = new LinkedHashMap<>();
    private final Map<UUID, DecisionMade> decisions = new HashMap<>();
    private final Map<UUID, ReviewCase> reviewOfDecision = new HashMap<>();
    private final Map<UUID, Mark> lapsed = new HashMap<>();
    private final Map<UUID, ConditionSet> conditions = new HashMap<>();
    private final ConcernCases concerns = new ConcernCases();
    private final Steps steps = new Steps();
    private final List<Signature> signatures = new ArrayList<>();
    private final Holds holds = new Holds();
    private final Monitored monitoring = new Monitored();
    private final WorkingDays days;

    /** @param days by which the figures count time */
    Casebook(WorkingDays days) {
        this.days = days;
    }

    WorkingDays days() {
        return days;
    }

    void apply(RecordEntry entry) {
        if (entry.kind().startsWith("concern")) {
            concerns.apply(entry);
        }
        if (Steps.KINDS.contains(entry.kind())) {
            steps.add(entry, onContract(entry));
        }
        BiConsumer<Casebook, RecordEntry> fold = BY_KIND.get(entry.kind());
        if (fold != null) {
            fold.accept(this, entry);
        }
    }

    Collection<ContractCase> contracts() {
        return contracts.all();
    }

    Optional<ContractCase> contract(ContractId id) {
        return contracts.find(id);
    }

    Collection<ReviewCase> reviews() {
        return reviews.values();
    }

    Optional<ReviewCase> review(UUID id) {
        return Optional.ofNullable(reviews.get(id));
    }

    Optional<DecisionMade> decision(UUID id) {
        return Optional.ofNullable(decisions.get(id));
    }

    Optional<ReviewCase> reviewOfDecision(UUID id) {
        return Optional.ofNullable(reviewOfDecision.get(id));
    }

    /** When a refused signature or changed facts made the decision lapse; empty while nothing did. */
    Optional<Mark> lapsed(UUID decision) {
        return Optional.ofNullable(lapsed.get(decision));
    }

    ConcernCases concerns() {
        return concerns;
    }

    Steps steps() {
        return steps;
    }

    List<Signature> signatures() {
        return signatures;
    }

    Holds holds() {
        return holds;
    }

    Monitored monitoring() {
        return monitoring;
    }

    private ContractCase onContract(RecordEntry entry) {
        return contracts.of(entry);
    }

    private void onRedacted(RecordEntry entry) {
        FactReader.day(entry, "endsOn").ifPresent(lastDay -> onContract(entry)
                .redacted(entry.text("redactionId").orElse(""), entry.list("fields"), lastDay));
    }

    private Optional<ReviewCase> review(RecordEntry entry) {
        return FactReader.id(entry, "reviewId")
                .map(id -> reviews.computeIfAbsent(id, unknown -> new ReviewCase(onContract(entry))));
    }

    private void onOpened(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            onContract(entry);
            review.opened = Mark.of(entry);
            review.contract.becomes(ContractStanding.IN_REVIEW, review.opened);
        });
    }

    private void onTriage(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            String tier = FactReader.upper(entry, "tier");
            review.tiers.add(tier, Mark.of(entry));
            review.triages.add(new Triaged(tier, entry.flag("raised"), Mark.of(entry)));
            review.contract.tier(tier, Mark.of(entry));
        });
    }

    /** Besides being done, a stage may send the contract back, stop it, or set it going again. */
    private void onStage(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            Mark mark = Mark.of(entry);
            String stage = FactReader.code(entry, "stage");
            StageDone done = new StageDone(
                    stage,
                    entry.text("stageCode").orElse(""),
                    mark,
                    FactReader.time(entry, "startedAt").orElse(null),
                    FactReader.time(entry, "dueAt").orElse(null),
                    entry.number("hours").orElse(0));
            review.stages.add(done);
            String outcome = FactReader.upper(entry, "outcome");
            if (stage.equals("legal-stop") && outcome.startsWith("STOP")) {
                review.stopped = mark;
                review.contract.becomes(ContractStanding.STOPPED, mark);
            } else if (stage.equals("clarification")) {
                review.stops.whole(done.started(), mark.at());
                review.contract.becomes(ContractStanding.IN_REVIEW, mark);
            } else if (outcome.startsWith("RETURN") || outcome.equals("CLARIFY")) {
                review.contract.becomes(ContractStanding.RETURNED, mark);
            }
        });
    }

    private void onDecision(RecordEntry entry) {
        review(entry).ifPresent(review -> {
            Mark mark = Mark.of(entry);
            String tier = entry.text("tier").orElse(null);
            DecisionMade decision = new DecisionMade(
                    FactReader.id(entry, "decisionId").orElse(new UUID(0, entry.index())),
                    mark,
                    FactReader.upper(entry, "outcome"),
                    tier == null ? "" : tier,
                    entry.text("documentSetHash").orElse(""),
                    FactReader.day(entry, "expiresOn").orElse(null));
            review.decisions.add(decision);
            decisions.put(decision.id(), decision);
            reviewOfDecision.put(decision.id(), review);
            review.contract.becomes(ContractStanding.after(decision.outcome()), mark);
            if (tier != null && !tier.equals(review.tierAt(java.time.Instant.MAX))) {
                review.tiers.add(tier, mark);
                review.contract.tier(tier, mark);
            }
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
            FactReader.id(entry, "conditionId").ifPresent(id -> conditions.put(id, condition));
        });
    }

    private void onConditionClosed(RecordEntry entry, boolean waived) {
        FactReader.id(entry, "conditionId").map(conditions::get).ifPresent(condition -> {
            condition.closed = Mark.of(entry);
            condition.waived = waived;
        });
    }

    /** While an appeal is heard the first decision stands; sent back, the review goes on. */
    private void onAppeal(RecordEntry entry, String step) {
        review(entry).ifPresent(review -> {
            review.appeals.add(new InStage(step, Mark.of(entry)));
            if (step.startsWith("return")) {
                review.contract.becomes(ContractStanding.RETURNED, Mark.of(entry));
            }
        });
    }

    private void onSignatureRefused(RecordEntry entry) {
        FactReader.id(entry, "decisionId").ifPresent(id -> lapsed.putIfAbsent(id, Mark.of(entry)));
    }

    /** Sends the contract back, unless it is signed already: nothing unsigns it. */
    private void onApprovalLapsed(RecordEntry entry) {
        onSignatureRefused(entry);
        ContractCase contract = onContract(entry);
        Changes.Change standing = contract.standingAt(java.time.Instant.MAX);
        if (standing == null || !standing.value().equals(ContractStanding.SIGNED.name())) {
            contract.becomes(ContractStanding.RETURNED, Mark.of(entry));
        }
    }

    private void onSigned(RecordEntry entry) {
        ContractCase contract = onContract(entry);
        Mark mark = Mark.of(entry);
        contract.becomes(ContractStanding.SIGNED, mark);
        signatures.add(new Signature(
                mark,
                contract,
                FactReader.id(entry, "decisionId").orElse(null),
                entry.text("documentSetHash").orElse("")));
    }
}
