package org.contractethics.concern.internal.letter;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import org.contractethics.shared.ConcernId;

/** The signer's half in Java, written apart from the product: what the browser's script does. */
final class BlindClient {

    private static final int HASH = 48;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BigInteger n;
    private final BigInteger e;
    private final int length;

    BlindClient(ReadingLetters.IssuingKey key) {
        this.n = new BigInteger(key.modulus(), 16);
        this.e = new BigInteger(key.exponent(), 16);
        this.length = n.bitLength() / 8;
    }

    static byte[] messageFor(ConcernId letter, int version) {
        return joined(random(32), Token.words(letter, version), random(32));
    }

    /** @param issuer signs what was blinded */
    Token token(byte[] message, UnaryOperator<byte[]> issuer) {
        BigInteger r = new BigInteger(n.bitLength() - 1, RANDOM).max(BigInteger.TWO);
        BigInteger encoded = new BigInteger(1, encode(message));
        byte[] blinded = fixed(encoded.multiply(r.modPow(e, n)).mod(n));
        BigInteger answer = new BigInteger(1, issuer.apply(blinded));
        return new Token(message, fixed(answer.multiply(r.modInverse(n)).mod(n)));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** EMSA-PSS-ENCODE, RFC 8017 section 9.1.1. */
    private byte[] encode(byte[] message) {
        byte[] salt = random(HASH);
        byte[] digest = sha384(joined(new byte[8], sha384(message), salt));
        byte[] block = joined(new byte[length - 2 * HASH - 2], new byte[] {1}, salt);
        byte[] mask = mask(digest, block.length);
        for (int i = 0; i < block.length; i++) {
            block[i] ^= mask[i];
        }
        block[0] &= 0x7f;
        return joined(block, digest, new byte[] {(byte) 0xbc});
    }

    private static byte[] mask(byte[] seed, int length) {
        byte[] mask = new byte[0];
        for (int counter = 0; mask.length < length; counter++) {
            mask = joined(mask, sha384(joined(seed, new byte[] {0, 0, 0, (byte) counter})));
        }
        return Arrays.copyOf(mask, length);
    }

    private byte[] fixed(BigInteger number) {
        byte[] bytes = new byte[length];
        byte[] digits = number.toByteArray();
        int taken = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - taken, bytes, length - taken, taken);
        return bytes;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static byte[] sha384(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-384").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
