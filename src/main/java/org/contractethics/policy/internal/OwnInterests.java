package org.contractethics.policy.internal;

import java.util.ArrayList;
import java.util.List;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * H1 for the rules themselves: nobody approves what they wrote, nor what asks less of a contract by which they gain, nor withdraws alone
 * what asks more of it.
 */
@Component
class OwnInterests {

    private final PolicyVersions versions;
    private final DryRun dryRun;

    OwnInterests(PolicyVersions versions, DryRun dryRun) {
        this.versions = versions;
        this.dryRun = dryRun;
    }

    /** Why this person may not approve the version; empty where nothing of theirs is in it. */
    List<String> objections(RecordedVersion version, Actor actor) {
        List<String> objections = new ArrayList<>();
        if (wrote(version, actor)) {
            objections.add("You wrote this version. Another member of the board committee has to approve it.");
        }
        if (version.state() == VersionState.PROPOSED && dryRun.lighterFor(actor.username(), version.number())) {
            objections.add(
                    "The dry run shows that this version asks less of a contract by which you gain: you are or were its account"
                            + " owner, submitted it, or declared a conflict in its review. Another member of the board committee has to"
                            + " approve it (H1).");
        }
        return objections;
    }

    /** Why this person may not withdraw the version; their own proposal they may, while nobody approved it. */
    List<String> againstWithdrawing(RecordedVersion version, Actor actor) {
        boolean ownProposal =
                version.state() == VersionState.PROPOSED && version.author().equals(actor.username());
        if (ownProposal || !version.open() || !dryRun.stricterFor(actor.username(), version.number())) {
            return List.of();
        }
        return List.of(
                "The dry run shows that this version asks more of a contract by which you gain: you are or were its account"
                        + " owner, submitted it, or declared a conflict in its review. Another member of the board committee has to"
                        + " withdraw it (H1).");
    }

    /** The same words proposed once more by somebody else stay those of whoever wrote them. */
    private boolean wrote(RecordedVersion version, Actor actor) {
        return versions.all().stream()
                .filter(other -> other.contentHash().equals(version.contentHash()))
                .anyMatch(other -> other.author().equals(actor.username()));
    }
}
