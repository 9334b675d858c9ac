package org.contractethics.concern.internal.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.contractethics.concern.internal.destroyed.Destroying;
import org.contractethics.concern.internal.destroyed.Destruction;
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
class DestroyingNames implements RecurringWork, Destroying {

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
        secrets.destroy(id, today);
        tell(letter, now);
    }

    private void tell(Letter letter, Instant now) {
        events.publishEvent(LetterFact.namesDestroyed(letter, now));
        log.info("names destroyed letter={}", letter.id());
    }

    @Override
    public Destruction.Kind kind() {
        return Destruction.Kind.NAMES;
    }

    @Override
    public List<Destroyed> done() {
        return signatures.namesDestroyed().entrySet().stream()
                .map(one -> new Destroyed(one.getKey(), Destruction.ofNames(one.getValue())))
                .toList();
    }

    @Override
    public List<ConcernId> left() {
        return signatures.namesNotDestroyed();
    }

    /**
     * All of it at once: of letters for the custodian the names are sealed for those who handle it, whose key stays. The key of the letter
     * goes first, for the database then knows that nothing is left to keep until the answer stands.
     */
    @Override
    public void makeUnreadable(ConcernId id, Destruction before) {
        letters.lock(id).ifPresent(letter -> {
            secrets.destroy(id, before.day());
            signatures.destroyNames(id, before.day());
            tell(letter, clock.instant());
        });
    }

    @Override
    public void finish(ConcernId letter, Destruction before) {
        // nothing is left to do
    }

    /** Whoever agreed to be named was promised it; without the custodian's key that waits. */
    private boolean waitsToBeRevealed(Letter letter, LocalDate today) {
        return letter.revealReachedOn() != null
                && !signatures.toReveal(letter.id(), letter.version(), today).isEmpty();
    }
}
