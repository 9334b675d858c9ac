package org.contractethics.review.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.contract.ContractRegister;
import org.contractethics.policy.Policy.Outcome;
import org.contractethics.review.Reviews.AppealFiled;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.DecisionId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * S9: a decision may be appealed once, within its period, with name and reasons: a rejection by the account owner or leadership,
 * any decision by the board, by two members who dissented, or by the ombuds for a concern about the contract. Of these, who comes after
 * another one joins their appeal. A rejection because of a critical impact is not appealed at all (H6).
 */
@Component
public class FilingAppeal {

    /** One alone could delay every signature. */
    static final int DISSENTERS = 2;

    private final ReviewCases reviews;
    private final Decisions decisions;
    private final Appeals appeals;
    private final Appellants appellants;
    private final JoiningAppeal joining;
    private final ContractRegister contracts;
    private final Notices notices;
    private final AppealPeriod period;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FilingAppeal(
            ReviewCases reviews,
            Decisions decisions,
            Appeals appeals,
            Appellants appellants,
            JoiningAppeal joining,
            ContractRegister contracts,
            Notices notices,
            AppealPeriod period,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.appeals = appeals;
        this.appellants = appellants;
        this.joining = joining;
        this.contracts = contracts;
        this.notices = notices;
        this.period = period;
        this.events = events;
        this.clock = clock;
    }

    /** Why this person cannot appeal now; empty where they can. */
    public Optional<Refused> refusal(ReviewCase review, Actor actor) {
        Optional<Decision> decision = decisions.latestOf(review.id()).filter(latest -> latest.pass() == review.pass());
        Optional<Role> role = appellants.role(review, decision, actor);
        if (role.isEmpty()) {
            return refuse(Refused.notAllowed(
                    "The account owner, leadership, the board, members who dissented and the ombuds may appeal."));
        }
        if (review.closed() || decision.filter(FilingAppeal::appealable).isEmpty()) {
            return refuse(Refused.conflict("There is no decision that could be appealed."));
        }
        return appellants
                .barred(review, role.get(), actor)
                .or(() -> against(review, decision.get(), role.get(), actor));
    }

    private Optional<Refused> against(ReviewCase review, Decision decision, Role role, Actor actor) {
        if (decision.approves() && Appellants.rejectionsOnly(role)) {
            return refuse(Refused.notAllowed("The account owner and leadership can appeal a rejection only (H6)."));
        }
        if (decision.outcome() == Outcome.REJECT && decision.tables().space().critical()) {
            return refuse(Refused.notAllowed("A rejection because of a critical impact cannot be overridden (H6)."));
        }
        Optional<Appeal> joinable = joining.joinable(review, decision, role, actor);
        if (joinable.isEmpty() && appealed(review)) {
            return refuse(Refused.conflict("This decision was appealed already. An appeal is heard once."));
        }
        if (decision.approves() && decisions.lapse(decision.id()).isPresent()) {
            return refuse(Refused.conflict("This approval lapsed. There is nothing left to appeal."));
        }
        Optional<Refused> adds = joinable.flatMap(appeal -> joining.refusal(appeal, decision, role, actor));
        if (adds.isPresent()) {
            return adds;
        }
        if (joinable.isEmpty() && requested(decision).contains(actor.username())) {
            return refuse(Refused.conflict(
                    "You asked for this appeal already. It is heard when a second member who dissented asks too."));
        }
        return period.over(decision, clock.instant())
                ? refuse(Refused.conflict("The time to appeal ended on " + Times.words(lastDay(decision)) + "."))
                : Optional.empty();
    }

    private static boolean appealable(Decision decision) {
        return decision.outcome() == Outcome.REJECT || decision.approves();
    }

    /** Once for each pass, whatever was ruled. */
    private boolean appealed(ReviewCase review) {
        Set<DecisionId> ofPass = decisions.of(review.id()).stream()
                .filter(decision -> decision.pass() == review.pass())
                .map(Decision::id)
                .collect(Collectors.toSet());
        return appeals.of(review.id()).stream().anyMatch(appeal -> ofPass.contains(appeal.decision()));
    }

    /** Whether the person has to name the concern it is about. */
    public boolean namesConcern(ReviewCase review, Actor actor) {
        return appellants
                .role(review, decisions.latestOf(review.id()), actor)
                .filter(role -> role == Role.OMBUDS)
                .isPresent();
    }

    /** Who of those who dissented asked for this appeal. */
    public Set<String> requested(Decision decision) {
        return requests(decision).keySet();
    }

    /** Of those who take part still: who declared a conflict since asks for nothing any more (H2). */
    private Map<String, String> requests(Decision decision) {
        Map<String, String> requests = new LinkedHashMap<>(appeals.requests(decision.id()));
        decision.dissents().stream()
                .filter(Decision.Dissent::steppedBack)
                .forEach(dissent -> requests.remove(dissent.voter()));
        return requests;
    }

    public LocalDate lastDay(Decision decision) {
        return period.lastDay(decision);
    }

    public List<FormProblem> problems(ReviewCase review, String reasons, String concern, Actor actor) {
        return new Problems()
                .text(reasons, "reasons", "Give the reasons of the appeal.")
                .when(
                        namesConcern(review, actor)
                                && appellants.concern(review, concern, actor).isEmpty(),
                        "concern",
                        "Give the id of an open concern about this contract that you handle, as it stands in the address of"
                                + " its page.")
                .list();
    }

    /** Whether an appeal waits that this person would join; they file none of their own then. */
    public boolean joins(ReviewCase review, Actor actor) {
        return decisions
                .latestOf(review.id())
                .flatMap(decision -> appellants
                        .role(review, Optional.of(decision), actor)
                        .flatMap(role -> joining.joinable(review, decision, role, actor)))
                .isPresent();
    }

    /** What became of it. */
    public enum Filed {
        HEARD,
        JOINED,
        /** One member who dissented has to wait for a second one. */
        WAITS_FOR_SECOND
    }

    /** Files an appeal, or joins the one that waits. */
    @Transactional
    public Filed file(ReviewId id, String reasons, String concern, Actor actor) {
        ReviewCase review = reviews.lock(id);
        refusal(review, actor).ifPresent(refused -> {
            throw refused;
        });
        Problems.refuse(problems(review, reasons, concern, actor));
        Instant now = clock.instant();
        Decision decision = decisions.latestOf(id).orElseThrow();
        Role role = appellants.role(review, Optional.of(decision), actor).orElseThrow();
        ConcernId about =
                role == Role.OMBUDS ? appellants.concern(review, concern, actor).orElseThrow() : null;
        Optional<Appeal> joinable = joining.joinable(review, decision, role, actor);
        if (joinable.isPresent()) {
            joining.join(review, joinable.get(), new AppealJoining(actor.username(), role, reasons, about, now));
            return Filed.JOINED;
        }
        if (dissented(decision, actor)) {
            appeals.request(decision.id(), actor.username(), reasons, now);
            if (requests(decision).size() < DISSENTERS) {
                events.publishEvent(Facts.of("reviewId", id)
                        .recorded("appeal-requested", review.contract(), actor.username(), now));
                return Filed.WAITS_FOR_SECOND;
            }
        }
        String all = role == Role.OMBUDS ? reasons : together(decision, reasons, actor);
        hear(review, new Appeal(UUID.randomUUID(), id, decision.id(), actor.username(), role, all, now, about, null));
        return Filed.HEARD;
    }

    /** What those who dissented asked for it with, and the reasons of whoever did not have to wait for them. */
    private String together(Decision decision, String reasons, Actor actor) {
        Stream<String> own = dissented(decision, actor) ? Stream.empty() : Stream.of(reasons);
        return Stream.concat(requests(decision).values().stream(), own).collect(Collectors.joining("\n\n"));
    }

    private void hear(ReviewCase review, Appeal appeal) {
        if (!appeals.add(appeal)) {
            throw Refused.conflict("This decision was appealed already. An appeal is heard once.");
        }
        events.publishEvent(Facts.of("reviewId", review.id())
                .and("concernId", appeal.concern())
                .recorded("appeal-filed", review.contract(), appeal.filedBy(), appeal.filedAt()));
        events.publishEvent(new AppealFiled(review.id(), appeal.filedBy(), appeal.filedAt()));
        notices.appealFiled(review, contracts.get(review.contract()));
    }

    private static boolean dissented(Decision decision, Actor actor) {
        return Appellants.dissentOf(decision, actor.username()).isPresent();
    }

    private static Optional<Refused> refuse(Refused refused) {
        return Optional.of(refused);
    }
}
