package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Reviews.AppealFiled;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S9: a rejection may be appealed once, within its period, with name and reasons; one of a critical impact not at all (H6). */
@Component
public class FilingAppeal {

    private final ReviewCases reviews;
    private final Decisions decisions;
    private final Appeals appeals;
    private final ContractRegister contracts;
    private final Notices notices;
    private final AppealPeriod period;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FilingAppeal(
            ReviewCases reviews,
            Decisions decisions,
            Appeals appeals,
            ContractRegister contracts,
            Notices notices,
            AppealPeriod period,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.appeals = appeals;
        this.contracts = contracts;
        this.notices = notices;
        this.period = period;
        this.events = events;
        this.clock = clock;
    }

    /** Why this person cannot appeal now; empty where they can. */
    public Optional<Refused> refusal(ReviewCase review, Actor actor) {
        if (role(review, actor).isEmpty()) {
            return refuse(Refused.notAllowed("The account owner, leadership and the board may appeal."));
        }
        Optional<Decision> decision = decisions
                .latestOf(review.id())
                .filter(latest -> latest.outcome() == Outcome.REJECT && latest.pass() == review.pass());
        if (review.closed() || decision.isEmpty()) {
            return refuse(Refused.conflict("There is no rejection that could be appealed."));
        }
        if (decision.get().tables().space().critical()) {
            return refuse(Refused.notAllowed("A rejection because of a critical impact cannot be overridden (H6)."));
        }
        if (appeals.of(review.id()).stream()
                .anyMatch(appeal -> appeal.decision().equals(decision.get().id()))) {
            return refuse(Refused.conflict("This rejection was appealed already. An appeal is heard once."));
        }
        return period.over(decision.get(), clock.instant())
                ? refuse(Refused.conflict("The time to appeal ended on " + Times.words(lastDay(decision.get())) + "."))
                : Optional.empty();
    }

    public LocalDate lastDay(Decision decision) {
        return period.lastDay(decision);
    }

    public List<FormProblem> problems(String reasons) {
        return new Problems()
                .text(reasons, "reasons", "Give the reasons of the appeal.")
                .list();
    }

    @Transactional
    public void file(ReviewId id, String reasons, Actor actor) {
        ReviewCase review = reviews.lock(id);
        refusal(review, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(problems(reasons));
        Instant now = clock.instant();
        Decision decision = decisions.latestOf(id).orElseThrow();
        Appeal appeal = new Appeal(
                UUID.randomUUID(),
                id,
                decision.id(),
                actor.username(),
                role(review, actor).orElseThrow(),
                reasons,
                now,
                null);
        if (!appeals.add(appeal)) {
            throw Refused.conflict("This rejection was appealed already. An appeal is heard once.");
        }
        events.publishEvent(
                Facts.of("reviewId", id).recorded("appeal-filed", review.contract(), actor.username(), now));
        events.publishEvent(new AppealFiled(id, actor.username(), now));
        notices.appealFiled(review, contracts.get(review.contract()));
    }

    private static Optional<Role> role(ReviewCase review, Actor actor) {
        if (review.submitter().equals(actor.username())) {
            return Optional.of(Role.SUBMITTER);
        }
        if (actor.has(Role.LEADERSHIP)) {
            return Optional.of(Role.LEADERSHIP);
        }
        return actor.has(Role.BOARD_COMMITTEE) ? Optional.of(Role.BOARD_COMMITTEE) : Optional.empty();
    }

    private static Optional<Refused> refuse(Refused refused) {
        return Optional.of(refused);
    }
}
