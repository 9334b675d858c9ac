package org.contractethics.policy.internal;

import org.jspecify.annotations.Nullable;

/** Every way a version can move, with the name under which it is recorded. The database knows the same pairs. */
enum VersionMove {
    INSTALL(null, VersionState.IN_FORCE, "policy-in-force"),
    PROPOSE(null, VersionState.PROPOSED, "policy-proposed"),
    APPROVE(VersionState.PROPOSED, VersionState.APPROVED, "policy-approved"),
    WITHDRAW_PROPOSED(VersionState.PROPOSED, VersionState.WITHDRAWN, "policy-withdrawn"),
    WITHDRAW_APPROVED(VersionState.APPROVED, VersionState.WITHDRAWN, "policy-withdrawn"),
    SUPERSEDE(VersionState.IN_FORCE, VersionState.SUPERSEDED, "policy-superseded"),
    BRING_INTO_FORCE(VersionState.APPROVED, VersionState.IN_FORCE, "policy-in-force");

    private final @Nullable VersionState before;
    private final VersionState state;
    private final String kind;

    VersionMove(@Nullable VersionState before, VersionState state, String kind) {
        this.before = before;
        this.state = state;
        this.kind = kind;
    }

    /** Null where the version begins with this move. */
    @Nullable
    VersionState before() {
        return before;
    }

    VersionState state() {
        return state;
    }

    /** The kind of the entry in the record. */
    String kind() {
        return kind;
    }
}
