package org.contractethics.concern.internal.letter;

import java.util.Optional;
import java.util.UUID;
import org.contractethics.concern.internal.CollectiveConcerns;
import org.contractethics.concern.internal.letter.LetterSignatures.Given;
import org.contractethics.concern.internal.letter.LetterSignatures.Signer;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing a letter in the three modes in which the system can know who did, and taking the signature back. Writes no log line and no
 * entry of the record: a signature has a day and no time.
 */
@Service
public class SigningLetters {

    private final LetterStore letters;
    private final LetterSignatures signatures;
    private final LetterSecrets secrets;
    private final CollectiveConcerns concerns;
    private final CrossingThresholds crossing;

    SigningLetters(
            LetterStore letters,
            LetterSignatures signatures,
            LetterSecrets secrets,
            CollectiveConcerns concerns,
            CrossingThresholds crossing) {
        this.letters = letters;
        this.signatures = signatures;
        this.secrets = secrets;
        this.concerns = concerns;
        this.crossing = crossing;
    }

    /**
     * Signs the version that the person read; another one in force is a conflict.
     *
     * @param consents whether the name may be shown when the number is reached; counts in letters with such a number only
     */
    @Transactional
    public void sign(ConcernId id, int version, boolean consents, Actor signer) {
        OpeningLetters.requireEmployee(signer);
        Letter letter = letters.lock(id).orElseThrow(ReadingLetters::unknown);
        requireSignable(letter, version);
        if (letter.signing() == SigningMode.COUNT_ONLY) {
            throw Refused.invalid("This letter is signed with a token that your browser makes, not with your account.");
        }
        if (!add(letter, consents, signer.username())) {
            throw Refused.conflict("You have signed this version of the letter already.");
        }
        crossing.afterSignatureOn(letter);
    }

    /** Takes the own signature back: nothing of it is kept. What has followed from the letter stays. */
    @Transactional
    public void withdraw(ConcernId id, Actor signer) {
        Letter letter = letters.lock(id).orElseThrow(ReadingLetters::unknown);
        Given given = signatureOf(letter, signer)
                .orElseThrow(() -> Refused.conflict("There is no signature of yours on this version of the letter."));
        if (given.invalidatedOn() != null) {
            throw Refused.conflict("Your signature was declared invalid. It does not count and stays as it is.");
        }
        signatures.remove(given.id());
    }

    /** The signature of this person on the version in force; never asked for letters that are only counted. */
    Optional<Given> signatureOf(Letter letter, Actor person) {
        return letter.signing() == SigningMode.COUNT_ONLY
                ? Optional.empty()
                : signatures.find(letter.id(), letter.version(), signer(letter, person.username()));
    }

    void requireSignable(Letter letter, int version) {
        if (letter.isClosed()) {
            throw Refused.conflict("This letter is closed. It cannot be signed any more.");
        }
        if (concerns.answerTo(letter.id()).isPresent()) {
            throw Refused.conflict("This letter was answered. It cannot be signed any more.");
        }
        if (letter.version() != version) {
            throw Refused.conflict("The text was changed after you opened it. Read it again before you sign.");
        }
    }

    private boolean add(Letter letter, boolean consents, String username) {
        UUID id = UUID.randomUUID();
        boolean sealed = letter.signing().seals();
        return signatures.add(
                letter.id(),
                letter.version(),
                id,
                signer(letter, username),
                sealed ? secrets.sealName(letter, id, username) : null,
                letter.signing() == SigningMode.REVEALED_AT ? consents : !sealed);
    }

    private Signer signer(Letter letter, String username) {
        return letter.signing().seals() ? Signer.under(secrets.mark(letter, username)) : Signer.named(username);
    }
}
