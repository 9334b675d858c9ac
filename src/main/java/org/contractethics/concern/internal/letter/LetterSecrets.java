package org.contractethics.concern.internal.letter;

import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.contractethics.concern.internal.destroyed.DestroyedList;
import org.contractethics.concern.internal.destroyed.Destruction;
import org.contractethics.concern.internal.letter.LetterStore.SealedKey;
import org.contractethics.concern.internal.vault.FilerMarks;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.concern.internal.vault.Part;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Component;

/**
 * What of a letter is sealed: names, and the keys of blind signatures. Names for the custodian are sealed for those who handle the letter;
 * everything else for the letter itself, as which nobody can sign in.
 */
@Component
class LetterSecrets {

    /** No account name of the identity provider has a colon. */
    private static final String THE_LETTER = "letter:itself";

    private final Vault vault;
    private final FilerMarks marks;
    private final DestroyedList list;
    private final IssuingKeys keys;

    LetterSecrets(Vault vault, FilerMarks marks, DestroyedList list, IssuingKeys keys) {
        this.vault = vault;
        this.marks = marks;
        this.list = list;
        this.keys = keys;
    }

    /** Before anything is sealed for the letter itself. */
    void begin(ConcernId letter) {
        vault.begin(letter, Part.LETTER, Set.of(THE_LETTER), null);
    }

    /** The same for the same person and version, and nothing to whoever has the database without the key. */
    byte[] mark(Letter letter, String username) {
        return marks.signature(letter.id(), letter.version(), username);
    }

    byte[] sealName(Letter letter, UUID signature, String username) {
        Part part = letter.signing() == SigningMode.CUSTODIAN_ONLY ? Part.HANDLING : Part.LETTER;
        return vault.seal(letter.id(), part, nameField(signature), username);
    }

    /** For the letter itself, when its number was reached. */
    Opening opening(ConcernId letter) {
        return vault.opening(letter, Part.LETTER, Opener.person(THE_LETTER));
    }

    /** What was sealed for the letter itself opens for nobody any more. */
    void destroy(ConcernId letter, LocalDate today) {
        vault.destroy(letter, Part.LETTER);
        list.add(letter, Destruction.ofNames(today));
    }

    static String nameField(UUID signature) {
        return "letter-signature/" + signature;
    }

    SealedKey newIssuingKey(ConcernId letter, int version) {
        KeyPair key = keys.fresh();
        byte[] secret = key.getPrivate().getEncoded();
        return new SealedKey(
                key.getPublic().getEncoded(), vault.seal(letter, Part.LETTER, issuingField(version), secret));
    }

    PrivateKey issuingKey(ConcernId letter, int version, byte[] sealed) {
        return BlindSigning.privateKey(opening(letter).bytes(issuingField(version), sealed));
    }

    private static String issuingField(int version) {
        return "letter-issuing-key/" + version;
    }
}
