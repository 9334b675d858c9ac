package org.contractethics.review.internal;

import java.time.Clock;
import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * S9, H5: an appeal is heard once, so those who dissented and the ombuds join one that somebody else filed, with reasons of their own. While
 * they can, nobody votes or rules on it, unless each of them joined. The database refuses the same.
 */
@Component
public class JoiningAppeal {

    private final Appeals appeals;
    private final AppealJoinings joinings;
    private final Decisions decisions;
    private final AppealPeriod period;
    private final ContractRegister contracts;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JoiningAppeal(
            Appeals appeals,
            AppealJoinings joinings,
            Decisions decisions,
            AppealPeriod period,
            ContractRegister contracts,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.appeals = appeals;
        this.joinings = joinings;
        this.decisions = decisions;
        this.period = period;
        this.contracts = contracts;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** The appeal that this person would join instead of filing one; empty where there is none, or nothing for them to add. */
    Optional<Appeal> joinable(ReviewCase review, Decision decision, Role role, Actor actor) {
        boolean adds = role == Role.OMBUDS
                || Appellants.dissentOf(decision, actor.username()).isPresent();
        return appeals.pending(review.id())
                .filter(appeal -> adds && appeal.decision().equals(decision.id()));
    }

    /** Why this person adds nothing to the appeal. */
    Optional<Refused> refusal(Appeal appeal, Decision decision, Role role, Actor actor) {
        String person = actor.username();
        if (appeals.votes(appeal.id()).stream().anyMatch(vote -> vote.voter().equals(person))) {
            return Optional.of(Refused.conflict("You voted on this appeal, so you do not join it."));
        }
        boolean part = appeal.filedBy().equals(person)
                || appeals.requests(decision.id()).containsKey(person)
                || joinings.of(appeal.id()).stream()
                        .anyMatch(joining -> joining.person().equals(person));
        return part && role != Role.OMBUDS
                ? Optional.of(Refused.conflict("You joined this appeal already. An appeal is heard once."))
                : Optional.empty();
    }

    /** Called while the review is held, by whoever knows that this person may. */
    void join(ReviewCase review, Appeal appeal, AppealJoining joining) {
        ConcernId concern = joining.concern();
        boolean heard = concern != null && concern.equals(appeal.concern());
        if (heard || !joinings.add(appeal.id(), joining)) {
            throw Refused.conflict("This appeal is heard for this concern already.");
        }
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("concernId", concern)
                .recorded("appeal-joined", review.contract(), joining.person(), joining.joinedAt()));
        notices.appealFiled(review, contracts.get(review.contract()));
    }

    /** Why nobody votes or rules on this appeal yet; empty where everybody was heard or the time to appeal is over. */
    Optional<Refused> waits(Appeal appeal) {
        Decision decision = appealed(appeal);
        return decision != null && !period.over(decision, clock.instant()) && joinings.awaitsOthers(appeal.id())
                ? Optional.of(
                        Refused.conflict(
                                "Not everybody who may appeal was heard: those who dissented, or the ombuds for an open concern, can join until "
                                        + Times.words(period.lastDay(decision))
                                        + ". The committee votes and rules from the day after, or as soon as each of them joined (S9, H5)."))
                : Optional.empty();
    }

    private @Nullable Decision appealed(Appeal appeal) {
        return decisions.of(appeal.review()).stream()
                .filter(decision -> decision.id().equals(appeal.decision()))
                .findFirst()
                .orElse(null);
    }
}
