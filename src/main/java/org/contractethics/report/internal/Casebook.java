package org.contractethics.report.internal;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.record.RecordEntry;
import org.contractethics.report.internal.ReviewCase.DecisionMade;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.SecretFacts.Secret;

/**
 * What the record says, folded entry by entry into cases. Holds what the figures count and where it stands in the record;
 * texts stay in the record. Kinds it does not know change nothing.
 */
final class Casebook {

    private static final Map<String, BiConsumer<Casebook, RecordEntry>> BY_KIND = Map.ofEntries(
            entry("contract-registered", (book, e) -> book.contracts.registered(e)),
            entry("contracts-imported", (book, e) -> book.contracts.imported(e)),
            entry("contract-taken", Casebook::onContract),
            entry("contract-handed-over", Casebook::onContract),
            entry("contract-changed", (book, e) -> book.contracts.factsChanged(e)),
            entry("contract-ended", Casebook::onEnded),
            entry("re-review-due", (book, e) -> ReReviewsAhead.due(e, book.onContract(e))),
            entry("re-review-done", Casebook::onLookedAt),
            entry("re-review-brought-forward", (book, e) -> ReReviewsAhead.next(e, book.onContract(e))),
            entry("redaction-approved", (book, e) -> book.contracts.redacted(e)),
            entry("redaction-ended", (book, e) -> book.contracts.redactionEnded(e)),
            entry("suspension-review-opened", (book, e) -> book.holds.opened(e, book.onContract(e))),
            entry("suspension-decided", (book, e) -> book.holds.decided(e, book.onContract(e))),
            entry("decision-recorded", (book, e) -> book.holds.decidedByReview(e, book.onContract(e))),
            entry("interim-measure-imposed", (book, e) -> book.holds.restricted(e, book.onContract(e))),
            entry("interim-measure-expired", (book, e) -> book.holds.expired(e, book.onContract(e))),
            entry("incident-recorded", (book, e) -> book.monitoring.became(e, book.onContract(e))),
            entry("contract-in-force-stated", (book, e) -> book.onContract(e).inForce(Mark.of(e))),
            entry("visibility-limits-stated", (book, e) -> book.monitoring.limited(e, book.onContract(e))),
            entry("earlier-deals-compared", Casebook::onCompared),
            entry("roles-changed", (book, e) -> book.reviewers.rolesChanged(e)),
            entry("training-recorded", (book, e) -> book.reviewers.trained(e)),
            entry("approval-lapsed", Casebook::onApprovalLapsed),
            entry("letter-threshold-reached", (book, e) -> book.letters.add(LetterFigures.Reached.of(e))),
            entry("survey-closed", (book, e) -> book.surveys.add(SurveyFigures.Closed.of(e))),
            entry("contract-signed", Casebook::onSigned));

    private final ContractCases contracts;
    private final ReviewCases reviews;
    private final ConcernCases concerns = new ConcernCases();
    private final Steps steps = new Steps();
    private final SampleSteps sample = new SampleSteps();
    private final List<Signature> signatures = new ArrayList<>();
    private final List<LetterFigures.Reached> letters = new ArrayList<>();
    private final List<SurveyFigures.Closed> surveys = new ArrayList<>();
    private final DocumentCases documents;
    private final CountingByBlock byBlock;
    private final Holds holds = new Holds();
    private final Monitored monitoring = new Monitored();
    private final Reviewers reviewers = new Reviewers();
    private final WorkingDays days;
    private Instant latest = Instant.MIN;

    /** @param days by which the figures count time */
    Casebook(WorkingDays days) {
        this(days, new ReviewsByDay(), Blocks.SIZE);
    }

    /** @param blockSize how many are counted together when one of them changed */
    Casebook(WorkingDays days, ReviewsByDay byDay, int blockSize) {
        this.days = days;
        this.contracts = new ContractCases(blockSize);
        this.reviews = new ReviewCases(contracts, byDay, blockSize);
        this.documents = new DocumentCases(blockSize);
        this.byBlock = new CountingByBlock(contracts, reviews, documents, this::latest);
    }

    WorkingDays days() {
        return days;
    }

    /** Returns whether the entry is of a kind that tells something here. */
    boolean apply(RecordEntry entry) {
        boolean tells = tells(entry.kind());
        if (tells) {
            latest = entry.occurredAt().isAfter(latest) ? entry.occurredAt() : latest;
            fold(entry);
        }
        return tells;
    }

    private static boolean tells(String kind) {
        return kind.startsWith("concern")
                || Steps.KINDS.contains(kind)
                || SampleSteps.KINDS.contains(kind)
                || DocumentCases.KINDS.contains(kind)
                || ReviewCases.KINDS.contains(kind)
                || BY_KIND.containsKey(kind);
    }

    private void fold(RecordEntry entry) {
        if (entry.kind().startsWith("concern")) {
            concerns.apply(entry);
        }
        if (Steps.KINDS.contains(entry.kind())) {
            steps.add(entry, onContract(entry));
        }
        if (SampleSteps.KINDS.contains(entry.kind())) {
            sample.add(entry, onContract(entry));
        }
        if (DocumentCases.KINDS.contains(entry.kind())) {
            documents.apply(entry, onContract(entry));
        }
        reviews.apply(entry);
        BiConsumer<Casebook, RecordEntry> fold = BY_KIND.get(entry.kind());
        if (fold != null) {
            fold.accept(this, entry);
        }
    }

    /** The last moment at which something happened that it knows of. */
    Instant latest() {
        return latest;
    }

    Collection<ContractCase> contracts() {
        return contracts.all();
    }

    /** What the register withholds from staff because of secrecy terms; no entry tells of these. */
    void secret(Map<ContractId, Secret> withheld) {
        contracts.secret(withheld);
    }

    Optional<ContractCase> contract(ContractId id) {
        return contracts.find(id);
    }

    Collection<ReviewCase> reviews() {
        return reviews.all();
    }

    /** The reviews that the question is about and of which an entry of its period tells. */
    Stream<ReviewCase> touched(Scope scope) {
        return reviews.touched(scope).values().stream().flatMap(List::stream);
    }

    /** States of contracts, reviews and documents, of which only what changed is counted again. */
    CountingByBlock byBlock() {
        return byBlock;
    }

    /** The agencies of which whoever asks may be told, for people to choose from. */
    List<String> agencies(Scope scope) {
        return contracts.agencies(scope).stream()
                .sorted(String.CASE_INSENSITIVE_ORDER.thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The agency of a contract, as far as whoever asks may be told of it. */
    Optional<String> agency(ContractId contract, Scope scope) {
        return contracts.find(contract).map(scope::agencyOf);
    }

    /** The contracts of which something is withheld from whoever asks. */
    Set<ContractId> withheld(Scope scope) {
        return contracts.withheld(scope);
    }

    Optional<ReviewCase> review(UUID id) {
        return reviews.find(id);
    }

    Optional<DecisionMade> decision(UUID id) {
        return reviews.decision(id);
    }

    Optional<ReviewCase> reviewOfDecision(UUID id) {
        return reviews.ofDecision(id);
    }

    /** When a refused signature or changed facts made the decision lapse; empty while nothing did. */
    Optional<Mark> lapsed(UUID decision) {
        return lapse(decision).map(Lapse::mark);
    }

    Optional<Lapse> lapse(UUID decision) {
        return reviews.lapse(decision);
    }

    ConcernCases concerns() {
        return concerns;
    }

    Steps steps() {
        return steps;
    }

    SampleSteps sample() {
        return sample;
    }

    Reviewers reviewers() {
        return reviewers;
    }

    List<Signature> signatures() {
        return signatures;
    }

    List<LetterFigures.Reached> letters() {
        return letters;
    }

    /** In the order in which they closed. */
    List<SurveyFigures.Closed> surveys() {
        return surveys;
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

    /** Sends the contract back, unless it is signed or held: nothing unsigns it, and a hold ends by a ruling on it only. */
    private void onApprovalLapsed(RecordEntry entry) {
        ContractCase contract = onContract(entry);
        Changes.Change standing = contract.standingAt(Instant.MAX);
        if (standing == null || !ContractStanding.outlastsApproval(standing.value())) {
            contract.becomes(ContractStanding.RETURNED, Mark.of(entry));
        }
    }

    private void onCompared(RecordEntry entry) {
        onContract(entry);
        ReturnedDeals.compared(entry, contracts);
    }

    private void onEnded(RecordEntry entry) {
        ContractCase contract = onContract(entry);
        contract.becomes(ContractStanding.EXITED, Mark.of(entry));
        ReReviewsAhead.ended(entry, contract);
    }

    /** Found still valid, the approval holds on; entries of before tell of that with the day of the next look. */
    private void onLookedAt(RecordEntry entry) {
        ContractCase contract = onContract(entry);
        ReReviewsAhead.next(entry, contract);
        FactReader.day(entry, "validUntil")
                .or(() -> FactReader.day(entry, "nextOn"))
                .ifPresent(until -> contract.holdsOn(until, Mark.of(entry)));
    }

    private void onSigned(RecordEntry entry) {
        ContractCase contract = onContract(entry);
        Optional<LocalDate> lastDay =
                FactReader.id(entry, "decisionId").flatMap(this::decision).map(DecisionMade::expiresOn);
        ReReviewsAhead.signed(entry, contract, lastDay.orElse(null), days);
        Mark mark = Mark.of(entry);
        contract.becomes(ContractStanding.SIGNED, mark);
        signatures.add(new Signature(
                mark,
                contract,
                FactReader.id(entry, "decisionId").orElse(null),
                entry.text("documentSetHash").orElse("")));
    }
}
