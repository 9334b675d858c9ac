package org.contractethics.concern.internal.vault;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import java.security.GeneralSecurityException;

/** HPKE (RFC 9180) by Tink: X25519, HKDF-SHA256, AES-256-GCM. What is sealed opens only in the context it was sealed for. */
final class KeyPairs {

    private static final Configuration TINK = HybridConfig2026.get();

    private KeyPairs() {}

    /** Of a concern or a person. */
    static KeysetHandle plain() {
        return generated(HpkeParameters.Variant.NO_PREFIX);
    }

    /** Of the custodian: what it seals begins with its id, so that a key set of several keys knows which one to use. */
    static KeysetHandle ofCustodian() {
        return generated(HpkeParameters.Variant.TINK);
    }

    private static KeysetHandle generated(HpkeParameters.Variant variant) {
        try {
            return KeysetHandle.generateNew(parameters(variant), TINK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no key pair could be made", e);
        }
    }

    static byte[] publicHalf(KeysetHandle pair) {
        try {
            return TinkProtoKeysetFormat.serializeKeysetWithoutSecret(pair.getPublicKeysetHandle(), TINK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key pair without its public half", e);
        }
    }

    static byte[] privateHalf(KeysetHandle pair) {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(pair, InsecureSecretKeyAccess.get(), TINK);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key pair without its private half", e);
        }
    }

    static KeysetHandle publicKeys(byte[] publicHalf) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeysetWithoutSecret(publicHalf, TINK);
    }

    static HybridEncrypt sealing(byte[] publicHalf) throws GeneralSecurityException {
        return publicKeys(publicHalf).getPrimitive(TINK, HybridEncrypt.class);
    }

    static KeysetHandle privateKeys(byte[] privateHalf) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(privateHalf, InsecureSecretKeyAccess.get(), TINK);
    }

    static HybridEncrypt sealing(KeysetHandle publicKeys) throws GeneralSecurityException {
        return publicKeys.getPrimitive(TINK, HybridEncrypt.class);
    }

    static HybridDecrypt opening(byte[] privateHalf) throws GeneralSecurityException {
        return privateKeys(privateHalf).getPrimitive(TINK, HybridDecrypt.class);
    }

    static byte[] sealed(byte[] publicHalf, byte[] plain, byte[] context) {
        try {
            return sealing(publicHalf).encrypt(plain, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a public key that seals nothing", e);
        }
    }

    private static HpkeParameters parameters(HpkeParameters.Variant variant) {
        try {
            return HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(variant)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("parameters that Tink does not know", e);
        }
    }
}
