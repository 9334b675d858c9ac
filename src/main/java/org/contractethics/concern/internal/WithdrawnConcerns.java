package org.contractethics.concern.internal;

import java.util.List;
import org.contractethics.concern.internal.destroyed.Destroying;
import org.contractethics.concern.internal.destroyed.Destruction;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Component;

/** Concerns that their filers took back: told of, and taken back again where a restored backup knows nothing of it. */
@Component
class WithdrawnConcerns implements Destroying {

    private final ConcernStore concerns;
    private final WithdrawnRows withdrawn;
    private final FilesOfConcerns files;
    private final Vault vault;
    private final Untold untold;

    WithdrawnConcerns(
            ConcernStore concerns, WithdrawnRows withdrawn, FilesOfConcerns files, Vault vault, Untold untold) {
        this.concerns = concerns;
        this.withdrawn = withdrawn;
        this.files = files;
        this.vault = vault;
        this.untold = untold;
    }

    @Override
    public Destruction.Kind kind() {
        return Destruction.Kind.WITHDRAWN;
    }

    @Override
    public List<Destroyed> done() {
        return withdrawn.destroyed().entrySet().stream()
                .map(one -> new Destroyed(one.getKey(), Destruction.withdrawn(one.getValue())))
                .toList();
    }

    @Override
    public List<ConcernId> left() {
        return withdrawn.others();
    }

    @Override
    public void makeUnreadable(ConcernId concern, Destruction before) {
        files.removeAll(concern);
        vault.destroy(concern);
    }

    /** Told to process, record and officers when this day is over, like every withdrawal. */
    @Override
    public void finish(ConcernId concern, Destruction before) {
        if (concerns.lock(concern).isPresent() && concerns.withdrawnOn(concern).isEmpty()) {
            concerns.withdraw(concern, before.day());
            untold.add(concern, Untold.WITHDRAWAL, before.day());
            if (concerns.heldBecause(concern, before.day()).isEmpty()) {
                withdrawn.forgetTold(concern, before.day());
            }
        }
    }
}
