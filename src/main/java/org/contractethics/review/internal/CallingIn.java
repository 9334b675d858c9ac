package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * S1 where nobody submits: a contract of the register, above all one that runs already, is called in for review. What its account owner
 * would have said is missing, shown as missing, and asked for like anything else that reviewers want to know.
 */
@Component
public class CallingIn {

    private static final Role[] CALLING = {Role.PANEL_CHAIR, Role.BOARD_COMMITTEE};
    private static final int LONGEST = 2_000;

    private static final String END_USE = "Not stated: nobody submitted the contract, it was called in for review.";
    private static final String NOT_SUBMITTED =
            "Nobody submitted the contract: its end use and who is paid by it are not stated.";
    private static final String NO_TEXT = "There is no document whose text can be read.";
    private static final String GOES_ON = "Its services were suspended and go on again, and nobody has reviewed it.";
    private static final String ASKED_BY_CONCERN = "It was asked for because of what became known of the contract.";

    private final ReviewCases reviews;
    private final CalledInReviews calls;
    private final ContractRegister contracts;
    private final Documents documents;
    private final PeopleDirectory people;
    private final OpeningReview opening;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallingIn(
            ReviewCases reviews,
            CalledInReviews calls,
            ContractRegister contracts,
            Documents documents,
            PeopleDirectory people,
            OpeningReview opening,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.calls = calls;
        this.contracts = contracts;
        this.documents = documents;
        this.people = people;
        this.opening = opening;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is asked of whoever calls a contract in.
     *
     * @param owner account name of somebody in sales who is the account owner from now on; asked only where the contract has none
     */
    public record Call(String reasons, String owner) {

        public Call {
            reasons = reasons.strip();
            owner = owner.strip();
        }
    }

    /** Why this person cannot call this contract in now; empty where they can. */
    public Optional<Refused> refusal(Contract contract, Actor actor) {
        if (!actor.hasAny(CALLING)) {
            return Optional.of(
                    Refused.notAllowed("The panel chair or the board committee calls a contract in for review."));
        }
        if (actor.username().equals(contract.submitter())) {
            return Optional.of(owns());
        }
        return neverReviewed(contract) ? Optional.empty() : Optional.of(reviewedAlready(contract));
    }

    /** Everyone in sales who can be made the account owner; nobody where the contract has one. */
    public List<Person> owners(Contract contract, Actor actor) {
        return contract.submitter() != null
                ? List.of()
                : people.withRole(Role.SUBMITTER).stream()
                        .filter(person -> canOwn(person, actor))
                        .toList();
    }

    public List<FormProblem> problems(Contract contract, Call call, Actor actor) {
        Problems problems = new Problems()
                .text(call.reasons(), "reasons", "Say why the contract has to be reviewed.")
                .when(call.reasons().length() > LONGEST, "reasons", "Shorten the reasons to at most 2,000 characters.");
        if (contract.submitter() == null && owner(call, actor).isEmpty()) {
            problems.when(true, "owner", "Choose somebody in sales, not yourself, who answers for the contract.");
        }
        return problems.list();
    }

    @Transactional
    public ReviewId callIn(ContractId id, Call call, Actor actor) {
        Contract contract = contracts.get(id);
        refusal(contract, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(problems(contract, call, actor));
        if (contract.submitter() == null) {
            contract = contracts.entrust(id, owner(call, actor).orElseThrow(), actor);
        }
        ReviewId review = open(contract, call.reasons(), actor.username());
        if (reviews.get(review).interested(actor.username())) {
            throw owns();
        }
        return review;
    }

    /**
     * A concern asks for the review of a contract that runs and that nobody ever submitted. Where it has no account owner yet, the panel
     * chair and the board committee are asked to name one.
     *
     * @return the review; empty where none begins by it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<ReviewId> becauseOfConcern(ContractId id) {
        Contract contract = contracts.get(id);
        return neverReviewed(contract) && contract.period().holds(today())
                ? bySystem(contract, ASKED_BY_CONCERN)
                : Optional.empty();
    }

    /** Its services were held, go on again, and nobody ever reviewed them; the rest as above. */
    @Transactional(propagation = Propagation.MANDATORY)
    void becauseItGoesOn(Contract contract) {
        bySystem(contract, GOES_ON);
    }

    private Optional<ReviewId> bySystem(Contract contract, String reasons) {
        if (contract.submitter() == null) {
            events.publishEvent(CallInNotices.callIn(contract));
            return Optional.empty();
        }
        return Optional.of(open(contract, reasons, Actor.SYSTEM.username()));
    }

    private ReviewId open(Contract contract, String reasons, String by) {
        ReviewCase review = review(contract, clock.instant());
        opening.open(review, contract, by, facts -> facts.and("calledIn", true));
        CalledIn call = new CalledIn(review.id(), by, reasons, review.openedAt());
        calls.add(call);
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("reasons", reasons)
                .recorded("review-called-in", contract.id(), by, call.calledAt()));
        events.publishEvent(CallInNotices.calledIn(review, contract));
        return review.id();
    }

    private ReviewCase review(Contract contract, Instant now) {
        List<DocumentVersion> versions = documents.currentVersions(contract.id());
        String owner = Objects.requireNonNull(contract.submitter());
        return ReviewCase.begun(
                contract,
                owner,
                List.of(owner),
                List.of(),
                now,
                documents.documentSetHash(versions),
                new Intake(END_USE, null, List.of(), gaps(contract, versions)));
    }

    private static List<String> gaps(Contract contract, List<DocumentVersion> versions) {
        List<String> gaps = new ArrayList<>(IntakeGaps.of(contract, versions, false));
        gaps.add(NOT_SUBMITTED);
        if (versions.stream().noneMatch(version -> version.status() == ExtractionStatus.READ)) {
            gaps.add(NO_TEXT);
        }
        return gaps;
    }

    private boolean neverReviewed(Contract contract) {
        return contract.state() == ContractState.REGISTERED
                && reviews.of(contract.id()).isEmpty();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Optional<Actor> owner(Call call, Actor actor) {
        return people.find(call.owner())
                .filter(person -> canOwn(person, actor))
                .map(person -> new Actor(person.username(), person.displayName(), person.roles()));
    }

    private static boolean canOwn(Person person, Actor actor) {
        return person.roles().contains(Role.SUBMITTER) && !person.username().equals(actor.username());
    }

    private static Refused owns() {
        return Refused.notAllowed("You own this contract or owned it. Somebody else calls it in for review (H1).");
    }

    private static Refused reviewedAlready(Contract contract) {
        return Refused.conflict("Only a contract that was never reviewed is called in. This one is "
                + contract.state().words() + ".");
    }
}
