package org.contractethics.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.shared.Actor;

/** Changes of the policy on their way, as the process that carries them sees them. */
public interface PolicyChanges {

    Optional<PolicyChange> find(UUID version);

    /** Why this person may not decide on the version: missing role, or they wrote it. Empty means they may. */
    List<String> objections(UUID version, Actor actor);

    /** Nobody decided in time: told to the board committee, never decided by the delay (H9). */
    void escalate(UUID version);

    /** Notes whatever approved version has reached its date; nothing where none has. */
    void comeIntoForce();

    /** @param number counts from 1 */
    record PolicyChange(UUID version, int number, String author, LocalDate effectiveOn) {}

    /** A version was proposed: its process starts in the same transaction. */
    record VersionProposed(UUID version, int number, Instant at) {}

    /** A proposed version was approved, or withdrawn before or after: its process moves on in the same transaction. */
    record VersionDecided(UUID version, boolean approved, LocalDate effectiveOn, String actor, Instant at) {}
}
