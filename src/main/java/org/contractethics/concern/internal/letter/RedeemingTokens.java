package org.contractethics.concern.internal.letter;

import org.contractethics.concern.internal.letter.LetterStore.SealedKey;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts a token, or takes it back. Takes nobody's name: whoever holds it may hand it in, once. */
@Service
public class RedeemingTokens {

    private final LetterStore letters;
    private final LetterTokens tokens;
    private final SigningLetters signing;
    private final CrossingThresholds crossing;

    RedeemingTokens(LetterStore letters, LetterTokens tokens, SigningLetters signing, CrossingThresholds crossing) {
        this.letters = letters;
        this.tokens = tokens;
        this.signing = signing;
        this.crossing = crossing;
    }

    @Transactional
    public void redeem(ConcernId id, Token token) {
        Letter letter = locked(id, token);
        signing.requireSignable(letter, letter.version());
        if (tokens.isRedeemed(id, letter.version(), token.hash())) {
            throw Refused.conflict("This token was handed in already. It counts once.");
        }
        tokens.redeemed(id, letter.version(), token.hash());
        crossing.afterSignatureOn(letter);
    }

    /** It does not count any more; as long as the letter can be signed it can be handed in again. */
    @Transactional
    public void withdraw(ConcernId id, Token token) {
        Letter letter = locked(id, token);
        if (!tokens.remove(id, letter.version(), token.hash())) {
            throw Refused.conflict("This token does not count: it was not handed in, or taken back.");
        }
    }

    /** The letter, locked; a token of another letter, of an earlier version, or with another signature is none. */
    private Letter locked(ConcernId id, Token token) {
        Letter letter = letters.lock(id).orElseThrow(ReadingLetters::unknown);
        SealedKey key = letters.issuingKey(id, letter.version())
                .orElseThrow(() -> Refused.invalid("This letter is not signed with tokens."));
        if (!token.isFor(id, letter.version())
                || !BlindSigning.isValid(BlindSigning.publicKey(key.open()), token.message(), token.signature())) {
            throw Refused.invalid("This is no token for the text in force of this letter.");
        }
        return letter;
    }
}
