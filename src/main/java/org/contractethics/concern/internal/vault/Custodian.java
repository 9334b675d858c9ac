package org.contractethics.concern.internal.vault;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.List;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds the one key that stands above all others, from outside the database. Its public half seals; without the private half the
 * application is sealed: it takes in and keeps, and lets nobody read.
 */
@Component
class Custodian {

    private static final byte[] PROBE = {1};

    private volatile Keys keys;

    Custodian(CustodianSettings settings) {
        this.keys = keys(settings);
    }

    private record Keys(@Nullable HybridEncrypt sealing, @Nullable HybridDecrypt opening, int inForce) {}

    /** What a start with other settings would do; tests ask for it without one. */
    void use(CustodianSettings settings) {
        keys = keys(settings);
    }

    private static Keys keys(CustodianSettings settings) {
        KeysetHandle publicKeys =
                settings.publicBytes().map(Custodian::publicKeys).orElse(null);
        HybridEncrypt sealing = publicKeys == null ? null : sealing(publicKeys);
        HybridDecrypt opening = settings.privateBytes().map(Custodian::opening).orElse(null);
        if (sealing != null && opening != null) {
            requirePair(sealing, opening);
        }
        return new Keys(
                sealing,
                opening,
                publicKeys == null ? 0 : publicKeys.getPrimary().getId());
    }

    /** The id of the key that seals now. */
    long keyInForce() {
        return Integer.toUnsignedLong(keys.inForce());
    }

    /** Whether nothing can be read because the private key is absent. */
    boolean isSealed() {
        return keys.opening() == null;
    }

    /** Whether nothing can be filed because the public key is absent. */
    boolean isWithoutPublicKey() {
        return keys.sealing() == null;
    }

    /** Refuses with 503 where there is no public key: nothing is ever kept in plain. */
    byte[] seal(byte[] secret, byte[] context) {
        try {
            return requireSealing().encrypt(secret, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the custodian's public key seals nothing", e);
        }
    }

    /** Refuses with 503 where there is no private key. */
    byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
        return requireOpening().decrypt(sealed, context);
    }

    HybridEncrypt requireSealing() {
        HybridEncrypt sealing = keys.sealing();
        if (sealing == null) {
            throw unavailable("Concerns cannot be filed at the moment: the key that seals them is missing. Nothing was"
                    + " stored. Please try again later.");
        }
        return sealing;
    }

    void requireUnsealed() {
        var unused = requireOpening();
    }

    private HybridDecrypt requireOpening() {
        HybridDecrypt opening = keys.opening();
        if (opening == null) {
            throw unavailable("Concerns are sealed at the moment: they can be filed, but nobody can read them until the"
                    + " custodian's key is back. Nothing is lost.");
        }
        return opening;
    }

    private static Refused unavailable(String reason) {
        return new Refused(Refused.Kind.UNAVAILABLE, List.of(reason));
    }

    private static KeysetHandle publicKeys(byte[] setting) {
        try {
            return KeyPairs.publicKeys(setting);
        } catch (GeneralSecurityException e) {
            throw CustodianSettings.malformed("public-key");
        }
    }

    private static HybridEncrypt sealing(KeysetHandle keys) {
        try {
            return KeyPairs.sealing(keys);
        } catch (GeneralSecurityException e) {
            throw CustodianSettings.malformed("public-key");
        }
    }

    private static HybridDecrypt opening(byte[] setting) {
        try {
            return KeyPairs.opening(setting);
        } catch (GeneralSecurityException e) {
            throw CustodianSettings.malformed("private-key");
        }
    }

    private static void requirePair(HybridEncrypt sealing, HybridDecrypt opening) {
        try {
            var unused = opening.decrypt(sealing.encrypt(PROBE, PROBE), PROBE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Settings contract-ethics.custodian.public-key and contract-ethics.custodian.private-key do not belong"
                            + " together: what the one seals the other does not open.");
        }
    }
}
