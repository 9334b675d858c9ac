package org.contractethics.policy.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.policy.internal.CommentingVersion;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.PolicyReview;
import org.contractethics.policy.internal.PolicyVersions;
import org.contractethics.policy.internal.RecordedVersion;
import org.contractethics.policy.internal.VersionState;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Versions as people read them. */
@Component
class VersionCards {

    private final PolicyVersions versions;
    private final PolicyInForce policy;
    private final PeopleDirectory people;
    private final Clock clock;

    VersionCards(PolicyVersions versions, PolicyInForce policy, PeopleDirectory people, Clock clock) {
        this.versions = versions;
        this.policy = policy;
        this.people = people;
        this.clock = clock;
    }

    VersionCard inForce(Actor viewer) {
        return of(policy.current().number(), viewer);
    }

    VersionCard of(int number, Actor viewer) {
        return card(versions.get(number), policy.current().number(), viewer);
    }

    /** The day by which the rules in force were to be looked at again; null while there is time. */
    @Nullable
    LocalDate overdueSince() {
        RecordedVersion version = versions.get(policy.current().number());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return PolicyReview.overdue(version, today) ? PolicyReview.due(version) : null;
    }

    /** Every version, the newest first. */
    List<VersionCard> all(Actor viewer) {
        int inForce = policy.current().number();
        return versions.all().stream()
                .map(version -> card(version, inForce, viewer))
                .toList();
    }

    VersionState state(int number) {
        return state(versions.get(number), policy.current().number());
    }

    /** The name of a person, which people outside the company do not learn, or of the software itself. */
    String who(String username, Actor viewer) {
        if (username.equals(Actor.SYSTEM.username())) {
            return "The software";
        }
        return CommentingVersion.staff(viewer) ? people.displayName(username) : "Somebody of the company";
    }

    private VersionCard card(RecordedVersion version, int inForce, Actor viewer) {
        VersionState state = state(version, inForce);
        return new VersionCard(
                version.number(),
                state,
                dated(state),
                inForceOn(version),
                dayOf(version.proposedAt()),
                inForceOn(version).equals(version.effectiveOn()) ? null : version.effectiveOn(),
                who(version.author(), viewer),
                approval(version, viewer),
                version.contentHash(),
                CommentingVersion.staff(viewer) ? version.comments() : 0);
    }

    /** An approved version is in force from its date on, even in the minute before somebody noted it. */
    private static VersionState state(RecordedVersion version, int inForce) {
        if (version.number() == inForce) {
            return VersionState.IN_FORCE;
        }
        return version.state() == VersionState.IN_FORCE ? VersionState.SUPERSEDED : version.state();
    }

    /** What came with the installation cannot have been in force here before that, whatever date its files bear. */
    private static LocalDate inForceOn(RecordedVersion version) {
        LocalDate installed = dayOf(version.proposedAt());
        return version.basedOn() == null && installed.isAfter(version.effectiveOn())
                ? installed
                : version.effectiveOn();
    }

    private static String dated(VersionState state) {
        return switch (state) {
            case PROPOSED, WITHDRAWN -> "Proposed to be in force from";
            case APPROVED, SUPERSEDED -> "In force from";
            case IN_FORCE -> "In force since";
        };
    }

    private String approval(RecordedVersion version, Actor viewer) {
        return version.approval()
                .map(step -> who(step.actor(), viewer) + ", board committee, " + day(step.at()))
                .orElse(
                        version.basedOn() == null
                                ? "Came with the installation"
                                : version.state() == VersionState.WITHDRAWN ? "Withdrawn" : "Not yet approved");
    }

    static String day(Instant moment) {
        return Times.words(dayOf(moment));
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
