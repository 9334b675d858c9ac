package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a concern back: nobody can read it any more. Its keys are destroyed and its files removed at once; what a legal hold keeps is
 * destroyed when that ends. What stays is that there was one, and that it was withdrawn.
 */
@Service
public class WithdrawingConcerns {

    private final ConcernStore concerns;
    private final ConcernRights rights;
    private final DestroyingWithdrawn destroying;
    private final Untold untold;
    private final Clock clock;

    WithdrawingConcerns(
            ConcernStore concerns, ConcernRights rights, DestroyingWithdrawn destroying, Untold untold, Clock clock) {
        this.concerns = concerns;
        this.rights = rights;
        this.destroying = destroying;
        this.untold = untold;
        this.clock = clock;
    }

    /** Of somebody who is signed in. For whoever did not file it, it does not exist. */
    @Transactional
    public void withdraw(ConcernId id, Actor filer) {
        withdraw(standing(id, filer));
    }

    /** The concern, where this person may take it back; refused in the same words as the withdrawal itself. */
    @Transactional
    public Concern standing(ConcernId id, Actor filer) {
        Concern concern =
                concerns.lock(id).filter(found -> rights.isFiler(found, filer)).orElseThrow(ReadingConcerns::unknown);
        if (concern.mode() == ConcernMode.COLLECTIVE) {
            throw Refused.conflict("A letter belongs to everybody who signed it: its author cannot withdraw it.");
        }
        if (concerns.withdrawnOn(id).isPresent()) {
            throw Refused.conflict("This concern was withdrawn.");
        }
        return concern;
    }

    /** The caller holds the concern, and asked whether it is theirs. */
    @Transactional(propagation = Propagation.MANDATORY)
    void withdraw(Concern concern) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        concerns.withdraw(concern.id(), today);
        destroying.unlessHeld(concern.id());
        untold.add(concern.id(), Untold.WITHDRAWAL, today);
    }
}
