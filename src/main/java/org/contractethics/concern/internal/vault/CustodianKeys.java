package org.contractethics.concern.internal.vault;

import com.google.crypto.tink.KeysetHandle;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * New keys of the custodian, as text for the settings.
 *
 * @param publicKey for {@code contract-ethics.custodian.public-key}
 * @param privateKey for {@code contract-ethics.custodian.private-key}
 * @param lookupKey for {@code contract-ethics.custodian.lookup-key}
 */
record CustodianKeys(String publicKey, String privateKey, String lookupKey) {

    static final int LOOKUP_BYTES = 32;

    static CustodianKeys made() {
        byte[] lookup = new byte[LOOKUP_BYTES];
        new SecureRandom().nextBytes(lookup);
        return of(KeyPairs.ofCustodian(), text(lookup));
    }

    static CustodianKeys of(KeysetHandle pair, String lookupKey) {
        return new CustodianKeys(text(KeyPairs.publicHalf(pair)), text(KeyPairs.privateHalf(pair)), lookupKey);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
