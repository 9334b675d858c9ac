package org.contractethics.concern.internal.letter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.contractethics.concern.internal.CollectiveConcerns;
import org.contractethics.concern.internal.letter.LetterStore.SealedKey;
import org.contractethics.concern.internal.vault.Vault;
import org.contractethics.concern.internal.vault.Opener;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Component;

/**
 * What of a letter is sealed: names, the key of the marks, the keys of blind signatures. The vault opens them for the letter itself, as
 * which nobody can sign in; for those who handle it only in letters whose names are for the custodian.
 */
@Component
class LetterSecrets {

    /** No account name of the identity provider has a colon. */
    private static final String THE_LETTER = "letter:itself";

    private static final int KEY_BYTES = 32;
    private static final String MARK_KEY = "letter-mark-key";

    private final Vault vault;
    private final CollectiveConcerns concerns;
    private final SecureRandom random = new SecureRandom();

    LetterSecrets(Vault vault, CollectiveConcerns concerns) {
        this.vault = vault;
        this.concerns = concerns;
    }

    /** Before anything of a letter is sealed. Those who handle it may open what is for them. */
    void begin(ConcernId letter) {
        Set<String> recipients = new HashSet<>(concerns.handlers(letter));
        recipients.add(THE_LETTER);
        vault.begin(letter, recipients, null);
    }

    byte[] newMarkKey(ConcernId letter) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return vault.seal(letter, MARK_KEY, key);
    }

    /** A keyed hash: the same for the same person and version, and nothing to whoever has the database without the key. */
    byte[] mark(ConcernId letter, byte[] sealedKey, int version, String username) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(opened(letter, MARK_KEY, sealedKey), "HmacSHA256"));
            return mac.doFinal((version + "\n" + username).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    byte[] sealName(ConcernId letter, UUID signature, String username) {
        return vault.seal(letter, nameField(signature), username.getBytes(StandardCharsets.UTF_8));
    }

    /** For the letter itself, when its number was reached. */
    String openName(ConcernId letter, UUID signature, byte[] sealed) {
        return new String(opened(letter, nameField(signature), sealed), StandardCharsets.UTF_8);
    }

    /** For a custodian; refused as unknown where the vault has nothing for them. */
    String openNameFor(ConcernId letter, UUID signature, byte[] sealed, String custodian) {
        byte[] name = vault.open(letter, nameField(signature), sealed, Opener.person(custodian));
        return new String(name, StandardCharsets.UTF_8);
    }

    SealedKey newIssuingKey(ConcernId letter, int version) {
        KeyPair key = BlindSigning.newKey();
        byte[] sealed = vault.seal(letter, issuingField(version), key.getPrivate().getEncoded());
        return new SealedKey(key.getPublic().getEncoded(), sealed);
    }

    PrivateKey issuingKey(ConcernId letter, int version, byte[] sealed) {
        return BlindSigning.privateKey(opened(letter, issuingField(version), sealed));
    }

    private byte[] opened(ConcernId letter, String field, byte[] sealed) {
        return vault.open(letter, field, sealed, Opener.person(THE_LETTER));
    }

    private static String nameField(UUID signature) {
        return "letter-signature-" + signature;
    }

    private static String issuingField(int version) {
        return "letter-issuing-key-" + version;
    }
}
