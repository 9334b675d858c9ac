package org.contractethics.policy.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.policy.PolicyChanges.VersionDecided;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S0: the board committee approves a proposed version or withdraws it; nobody approves what they wrote themselves. */
@Component
public class DecidingVersion {

    private static final int LONGEST = 10_000;

    private final PolicyVersions versions;
    private final MovingVersions moving;
    private final BringingIntoForce bringing;
    private final PolicyInForce policy;
    private final PolicyConcerns weighing;
    private final OwnInterests own;
    private final PeopleDirectory people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DecidingVersion(
            PolicyVersions versions,
            MovingVersions moving,
            BringingIntoForce bringing,
            PolicyInForce policy,
            PolicyConcerns weighing,
            OwnInterests own,
            PeopleDirectory people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.moving = moving;
        this.bringing = bringing;
        this.policy = policy;
        this.weighing = weighing;
        this.own = own;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Why this person may not approve it; empty where they may. */
    public List<String> objections(RecordedVersion version, Actor actor) {
        List<String> objections = new ArrayList<>();
        if (actor.observes()) {
            objections.add(ProposingVersion.OBSERVERS_REFUSED);
        }
        if (!actor.has(Role.BOARD_COMMITTEE)) {
            objections.add("Changes of the rules are approved by members of the board committee.");
        }
        if (objections.isEmpty()) {
            objections.addAll(own.objections(version, actor));
        }
        return objections;
    }

    /** Why nobody can approve it as it is; empty where it can be approved. */
    public List<String> obstacles(RecordedVersion version) {
        List<String> obstacles = new ArrayList<>();
        if (version.state() != VersionState.PROPOSED) {
            obstacles.add("This version is not proposed any more.");
            return obstacles;
        }
        version.consultationUntil()
                .filter(last -> !today().isAfter(last))
                .ifPresent(last -> obstacles.add("Staff can comment until " + Times.words(last)
                        + ". It can be approved from " + Times.words(version.approvableFrom()) + " on (S0)."));
        int inForce = policy.current().number();
        if (version.basedOn() == null || version.basedOn() != inForce) {
            obstacles.add("It changes version " + version.basedOn() + ", but version " + inForce
                    + " is in force by now. It has to be proposed anew.");
        }
        if (version.effectiveOn().isBefore(today())) {
            obstacles.add("The day on which it was to be in force is over. It has to be proposed anew.");
        }
        if (versions.all().stream().anyMatch(other -> other.state() == VersionState.APPROVED)) {
            obstacles.add("Another version is approved and waits for its date.");
        }
        return obstacles;
    }

    /**
     * It holds from its date on; where that is today, at once.
     *
     * @param weighed by the id of each open concern about the policy, what it weighs for this version
     */
    @Transactional
    public void approve(int number, String reasons, Map<String, String> weighed, Actor actor) {
        Actor now = people.asOfNow(actor);
        versions.hold();
        bringing.whatIsDue();
        RecordedVersion version = versions.get(number);
        List<String> objections = objections(version, now);
        if (!objections.isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, objections);
        }
        demand(reasons);
        List<String> obstacles = obstacles(version);
        if (!obstacles.isEmpty()) {
            throw new Refused(Refused.Kind.CONFLICT, obstacles);
        }
        Instant at = clock.instant();
        weighing.weigh(version, weighed, actor, at);
        moving.move(version, VersionMove.APPROVE, actor.username(), at, reasons.strip());
        events.publishEvent(decided(version, true, actor, at));
        events.publishEvent(Notice.toRoles(
                Announcement.REVIEWERS,
                "Version " + number + " of the rules is approved",
                "It is in force from " + Times.words(version.effectiveOn()) + ". Read what changes.",
                "/rules/versions/" + number));
        bringing.whatIsDue();
    }

    /** The author may withdraw what was proposed, the board committee also what it approved, until it is in force. */
    @Transactional
    public void withdraw(int number, String reasons, Actor actor) {
        Actor asOfNow = people.asOfNow(actor);
        versions.hold();
        RecordedVersion version = versions.get(number);
        if (asOfNow.observes()) {
            throw Refused.notAllowed(ProposingVersion.OBSERVERS_REFUSED);
        }
        if (!mayWithdraw(version, asOfNow)) {
            throw Refused.notAllowed("The author withdraws a proposal, the board committee also an approved version.");
        }
        List<String> objections = own.againstWithdrawing(version, actor);
        if (!objections.isEmpty()) {
            throw new Refused(Refused.Kind.NOT_ALLOWED, objections);
        }
        demand(reasons);
        if (!version.open() || version.due(today())) {
            throw Refused.conflict("This version is not open any more, so it cannot be withdrawn.");
        }
        Instant now = clock.instant();
        moving.move(
                version,
                version.state() == VersionState.PROPOSED
                        ? VersionMove.WITHDRAW_PROPOSED
                        : VersionMove.WITHDRAW_APPROVED,
                actor.username(),
                now,
                reasons.strip());
        events.publishEvent(decided(version, false, actor, now));
        if (!version.author().equals(Actor.SYSTEM.username())) {
            events.publishEvent(Notice.toPerson(
                    version.author(),
                    "Version " + number + " of the rules is withdrawn",
                    "The reasons stand with the version.",
                    "/rules/versions/" + number));
        }
    }

    /** Whether the roles of this person allow it; what they gain by the version is asked when they do it. */
    public static boolean mayWithdraw(RecordedVersion version, Actor actor) {
        boolean author = version.author().equals(actor.username());
        return !actor.observes()
                && (actor.has(Role.BOARD_COMMITTEE) || (author && version.state() == VersionState.PROPOSED));
    }

    private static VersionDecided decided(RecordedVersion version, boolean approved, Actor actor, Instant now) {
        return new VersionDecided(version.id(), approved, version.effectiveOn(), actor.username(), now);
    }

    private static void demand(String reasons) {
        if (reasons.isBlank() || reasons.length() > LONGEST) {
            throw Refused.invalid(
                    List.of(new FormProblem("reasons", "Give your reasons, in up to 10,000 characters.")));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
