package org.contractethics.review.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.internal.team.AccountTeams;
import org.contractethics.review.internal.team.TeamNotices;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S1: the account owner submits a contract; the documents as they are now are what the review is about. */
@Component
public class SubmittingForReview {

    private static final String HELD =
            "Its services are held. Whether they go on is decided first; then it can be reviewed again. Where a review"
                    + " refused it, its suspension is not lifted: a deal on other terms is another contract.";

    private final ReviewCases reviews;
    private final Decisions decisions;
    private final ContractRegister contracts;
    private final Documents documents;
    private final PlannedSignature planned;
    private final AccountTeams teams;
    private final OpeningReview opening;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SubmittingForReview(
            ReviewCases reviews,
            Decisions decisions,
            ContractRegister contracts,
            Documents documents,
            PlannedSignature planned,
            AccountTeams teams,
            OpeningReview opening,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.contracts = contracts;
        this.documents = documents;
        this.planned = planned;
        this.teams = teams;
        this.opening = opening;
        this.events = events;
        this.clock = clock;
    }

    /** What is asked of the account owner. */
    public record Submission(String endUse, @Nullable LocalDate plannedSignature, List<String> accountTeam) {}

    /** Why this person cannot submit this contract now; empty where they can. */
    public Optional<Refused> refusal(Contract contract, Actor actor) {
        if (!actor.has(Role.SUBMITTER) || !actor.username().equals(contract.submitter())) {
            return Optional.of(Refused.notAllowed("Only the account owner submits a contract for review."));
        }
        if (contract.state().held()) {
            return Optional.of(Refused.conflict(HELD));
        }
        Optional<ReviewCase> last = reviews.of(contract.id()).stream().findFirst();
        if (contract.state() == ContractState.STOPPED
                || contract.state() == ContractState.EXITED
                || (contract.state() == ContractState.SIGNED
                        && last.filter(this::lapsed).isEmpty())) {
            return Optional.of(
                    Refused.conflict("This contract is " + contract.state().words() + "; it cannot be submitted."));
        }
        if (last.isPresent() && !last.get().closed()) {
            return Optional.of(OpeningReview.openAlready());
        }
        return last.flatMap(review -> decisions.latestOf(review.id()))
                .filter(decision -> decision.outcome() == Outcome.REJECT)
                .filter(decision -> decision.documentSetHash().equals(documents.documentSetHash(contract.id())))
                .map(decision -> Refused.conflict(
                        "Exactly these documents were rejected. A new review needs changed documents."));
    }

    /** A signed contract is reviewed again when its approval lapsed since (H8). */
    private boolean lapsed(ReviewCase review) {
        return decisions
                .latestOf(review.id())
                .flatMap(decision -> decisions.lapse(decision.id()))
                .isPresent();
    }

    /** What is wrong with the submission, or with the documents it would be about. */
    public List<FormProblem> problems(ContractId contract, Submission submission) {
        return problems(contracts.get(contract), documents.currentVersions(contract), submission);
    }

    private List<FormProblem> problems(Contract contract, List<DocumentVersion> versions, Submission submission) {
        Problems problems = new Problems()
                .text(submission.endUse(), "end-use", "Say what the agency will do with what is delivered.")
                .when(
                        versions.stream().anyMatch(version -> version.status() == ExtractionStatus.READING),
                        "documents",
                        "A document is still being read. Wait until it is read, then submit.")
                .when(
                        versions.stream().noneMatch(version -> version.status() == ExtractionStatus.READ),
                        "documents",
                        "Add at least one document whose text can be read.");
        return teams.problems(problems, contract, submission.accountTeam(), "account-team")
                .list();
    }

    public List<String> gaps(Contract contract, Submission submission) {
        return gaps(contract, documents.currentVersions(contract.id()), submission);
    }

    private static List<String> gaps(Contract contract, List<DocumentVersion> versions, Submission submission) {
        return IntakeGaps.of(contract, versions, submission.plannedSignature() != null);
    }

    /** What is to be said of a planned signature that leaves the review no time; empty otherwise. */
    public Optional<String> tooSoon(Submission submission) {
        return planned.tooSoon(submission.plannedSignature(), clock.instant());
    }

    /** How long before the signature a contract is to be submitted, in words. */
    public String timeBeforeSignature() {
        return planned.inWords();
    }

    @Transactional
    public ReviewId submit(ContractId id, Submission submission, Actor actor) {
        Contract contract = contracts.get(id);
        refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        List<DocumentVersion> versions = documents.currentVersions(id);
        Problems.refuse(problems(contract, versions, submission));
        List<String> team = teams.of(id, submission.accountTeam());
        ReviewCase review = ReviewCase.begun(
                contract,
                actor.username(),
                List.of(actor.username()),
                team,
                clock.instant(),
                documents.documentSetHash(versions),
                new Intake(
                        submission.endUse(),
                        submission.plannedSignature(),
                        submission.accountTeam(),
                        gaps(contract, versions, submission)));
        submission.accountTeam().stream()
                .filter(person -> !person.equals(actor.username()))
                .distinct()
                .forEach(person -> events.publishEvent(TeamNotices.named(contract, person)));
        opening.open(review, contract, actor.username(), UnaryOperator.identity());
        return review.id();
    }
}
