package org.contractethics.concern.internal.letter;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.Cipher;

/**
 * The issuer's half of RSABSSA-SHA384-PSS-Randomized (RFC 9474): signs what it cannot read, and checks what comes back. The signer's
 * half runs in the browser, {@code blind-rsa.js}.
 */
final class BlindSigning {

    /** NIST SP 800-57: 128 bits of security, well beyond the life of a letter. */
    static final int MODULUS_BITS = 3072;

    private static final String RSA = "RSA";
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-384", "MGF1", MGF1ParameterSpec.SHA384, 48, 1);

    private BlindSigning() {}

    static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(RSA);
            generator.initialize(MODULUS_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java makes RSA keys", e);
        }
    }

    static RSAPublicKey publicKey(byte[] encoded) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance(RSA).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored key is whole", e);
        }
    }

    static PrivateKey privateKey(byte[] encoded) {
        try {
            return KeyFactory.getInstance(RSA).generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored key is whole", e);
        }
    }

    /** Whether this can have been blinded for the key: of its length, and smaller than its modulus. */
    static boolean isBlindedFor(RSAPublicKey key, byte[] blinded) {
        BigInteger number = new BigInteger(1, blinded);
        return blinded.length == lengthOf(key) && number.signum() > 0 && number.compareTo(key.getModulus()) < 0;
    }

    /**
     * RFC 9474 section 4.3. The JDK's bare RSA blinds the operation itself against timing and checks the result against faults, as
     * the RFC asks.
     */
    static byte[] sign(PrivateKey key, byte[] blinded) {
        try {
            Cipher bare = Cipher.getInstance("RSA/ECB/NoPadding");
            bare.init(Cipher.DECRYPT_MODE, key);
            return bare.doFinal(blinded);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("what was checked can be signed", e);
        }
    }

    /** Whether the signature is one of this key on this message; an ordinary RSASSA-PSS signature. */
    static boolean isValid(RSAPublicKey key, byte[] message, byte[] signature) {
        if (signature.length != lengthOf(key)) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("RSASSA-PSS");
            check.setParameter(PSS);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    static int lengthOf(RSAPublicKey key) {
        return (key.getModulus().bitLength() + 7) / 8;
    }
}
