package org.contractethics.concern.internal.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.RecurringWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Destroys who signed a letter when nobody needs it any more: its answer stands, and no legal hold keeps it. Until the letter itself is
 * purged its number stays, and the names that every employee may read.
 */
@Component
class DestroyingNames implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(DestroyingNames.class);

    private final LetterStore letters;
    private final LetterSignatures signatures;
    private final LetterSecrets secrets;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DestroyingNames(
            LetterStore letters,
            LetterSignatures signatures,
            LetterSecrets secrets,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.letters = letters;
        this.signatures = signatures;
        this.secrets = secrets;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        signatures
                .withNamesToDestroy(today)
                .forEach(id -> transaction.executeWithoutResult(status -> destroy(id, today, now)));
    }

    private void destroy(ConcernId id, LocalDate today, Instant now) {
        Letter letter = letters.lock(id).orElseThrow();
        if (waitsToBeRevealed(letter, today)) {
            return;
        }
        signatures.destroyNames(id, today);
        secrets.destroy(id);
        events.publishEvent(LetterFact.namesDestroyed(letter, now));
        log.info("names destroyed letter={}", id);
    }

    /** Whoever agreed to be named was promised it; without the custodian's key that waits. */
    private boolean waitsToBeRevealed(Letter letter, LocalDate today) {
        return letter.revealReachedOn() != null
                && !signatures.toReveal(letter.id(), letter.version(), today).isEmpty();
    }
}
