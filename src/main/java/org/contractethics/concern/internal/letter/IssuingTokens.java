package org.contractethics.concern.internal.letter;

import java.security.MessageDigest;
import java.util.Optional;
import org.contractethics.concern.internal.letter.LetterStore.SealedKey;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs, once for each employee and version, what the browser of the employee has blinded. What it was is never known here; a lost
 * answer is given again for the same bytes.
 */
@Service
public class IssuingTokens {

    private final LetterStore letters;
    private final LetterTokens tokens;
    private final LetterSecrets secrets;
    private final SigningLetters signing;

    IssuingTokens(LetterStore letters, LetterTokens tokens, LetterSecrets secrets, SigningLetters signing) {
        this.letters = letters;
        this.tokens = tokens;
        this.secrets = secrets;
        this.signing = signing;
    }

    @Transactional
    public byte[] sign(ConcernId id, int version, byte[] blinded, Actor employee) {
        OpeningLetters.requireEmployee(employee);
        Letter letter = letters.lock(id).orElseThrow(ReadingLetters::unknown);
        signing.requireSignable(letter, version);
        SealedKey key = letters.issuingKey(id, version)
                .orElseThrow(() -> Refused.invalid("This letter is not signed with tokens."));
        if (!BlindSigning.isBlindedFor(BlindSigning.publicKey(key.open()), blinded)) {
            throw Refused.invalid("This was not made for the key of the letter. Load the page again.");
        }
        byte[] hash = Sha256.of(blinded);
        Optional<byte[]> known = tokens.issuedTo(id, version, employee.username());
        if (known.isEmpty()) {
            tokens.issued(id, version, employee.username(), hash);
        } else if (!MessageDigest.isEqual(known.get(), hash)) {
            throw Refused.conflict(
                    "You have got a token for this version of the letter already. Nobody gets a second one.");
        }
        return BlindSigning.sign(secrets.issuingKey(id, version, key.sealed()), blinded);
    }

    /** Whether this person was issued a token for the version in force; whether they handed it in nobody knows. */
    @Transactional(readOnly = true)
    public boolean isIssuedTo(Letter letter, Actor employee) {
        return tokens.issuedTo(letter.id(), letter.version(), employee.username())
                .isPresent();
    }
}
