package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.concern.internal.destroyed.DestroyedList;
import org.contractethics.concern.internal.destroyed.Destruction;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Destroys what is left to read of concerns that their filers took back: at once, or, where a legal hold keeps them, as soon as it is
 * lifted or over. Until then nobody reads it all the same.
 */
@Component
class DestroyingWithdrawn implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(DestroyingWithdrawn.class);

    private final ConcernStore concerns;
    private final WithdrawnRows withdrawn;
    private final FilesOfConcerns files;
    private final Vault vault;
    private final DestroyedList list;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DestroyingWithdrawn(
            ConcernStore concerns,
            WithdrawnRows withdrawn,
            FilesOfConcerns files,
            Vault vault,
            DestroyedList list,
            TransactionTemplate transaction,
            Clock clock) {
        this.concerns = concerns;
        this.withdrawn = withdrawn;
        this.files = files;
        this.vault = vault;
        this.list = list;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run() {
        withdrawn
                .toDestroy(today())
                .forEach(id -> transaction.executeWithoutResult(status -> {
                    // a hold is asked for, confirmed and lifted under the same lock
                    if (concerns.lock(id).isPresent()) {
                        unlessHeld(id);
                        log.info("withdrawn concern destroyed after its legal hold concern={}", id);
                    }
                }));
    }

    /** In the transaction of the caller, who holds the concern. */
    void unlessHeld(ConcernId id) {
        if (concerns.heldBecause(id, today()).isEmpty()) {
            files.removeAll(id);
            vault.destroy(id);
            withdrawn.forgetTold(id, today());
            list.add(id, Destruction.withdrawn(concerns.withdrawnOn(id).orElseGet(this::today)));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
