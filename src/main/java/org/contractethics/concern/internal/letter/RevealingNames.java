package org.contractethics.concern.internal.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.contractethics.concern.internal.letter.LetterSignatures.Given;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens the names of letters that have their number, of those who agreed to it, when the day is over on which they signed. Only valid
 * signatures of earlier days count, at that moment: nobody opens the names of others by signatures that are taken back within the
 * hour. While the vault is sealed they wait.
 */
@Component
class RevealingNames implements RecurringWork {

    private static final Logger log = LoggerFactory.getLogger(RevealingNames.class);

    private final LetterStore letters;
    private final LetterSignatures signatures;
    private final LetterSecrets secrets;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RevealingNames(
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
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (ConcernId letter : signatures.withNamesToReveal(today)) {
            try {
                transaction.executeWithoutResult(status -> reveal(letter, today));
            } catch (Refused sealed) {
                log.warn("names wait for the vault letter={} because={}", letter, sealed.kind());
            }
        }
    }

    private void reveal(ConcernId id, LocalDate today) {
        Letter letter = letters.lock(id).orElseThrow();
        if (!hasItsNumber(letter, today)) {
            return;
        }
        if (letter.revealReachedOn() == null) {
            letters.revealReached(letter, today);
        }
        Opening opening = secrets.opening(id);
        long revealed = signatures.toReveal(id, letter.version(), today).stream()
                .filter(given -> reveal(given, opening, today))
                .count();
        if (revealed > 0) {
            events.publishEvent(LetterFact.revealed(letter, clock.instant()));
        }
    }

    /** Asked again under the lock: signatures are taken back, too. */
    private boolean hasItsNumber(Letter letter, LocalDate today) {
        Integer revealAt = letter.revealAt();
        return revealAt != null
                && signatures.before(letter.id(), letter.version(), today).size() >= revealAt;
    }

    /** One name that was changed in the database keeps no other sealed, and is recorded once. */
    private boolean reveal(Given given, Opening opening, LocalDate today) {
        byte[] sealed = Objects.requireNonNull(given.sealed(), "names to open are sealed");
        try {
            signatures.reveal(given.id(), opening.text(LetterSecrets.nameField(given.id()), sealed));
            return true;
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.UNAVAILABLE) {
                throw refused;
            }
            signatures.isBroken(given.id(), today);
            return false;
        }
    }
}
