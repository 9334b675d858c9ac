package org.contractethics.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.contractethics.shared.Actor;

/** Changes of the policy on their way, as the process that carries them sees them. */
public interface PolicyChanges {

    /** Why this person may not decide on the version: missing role, or they wrote it. Empty means they may. */
    List<String> objections(UUID version, Actor actor);

    /** Whether it was approved or withdrawn: asked before the task of deciding on it completes. */
    boolean isDecided(UUID version);

    /** The decision on the version will be due soon: told to the board committee. */
    void remind(UUID version, Instant dueAt);

    /** Nobody decided in time: told to the board committee, never decided by the delay (H9). */
    void escalate(UUID version);

    /** Notes whatever approved version has reached its date; nothing where none has. */
    void comeIntoForce();

    /**
     * A version was proposed: its process starts in the same transaction.
     *
     * @param number counts from 1
     */
    record VersionProposed(UUID version, int number, Instant at) {}

    /** A proposed version was approved, or withdrawn before or after: its process moves on in the same transaction. */
    record VersionDecided(UUID version, boolean approved, LocalDate effectiveOn, String actor, Instant at) {}
}
