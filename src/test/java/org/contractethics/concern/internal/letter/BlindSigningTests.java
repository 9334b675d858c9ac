package org.contractethics.concern.internal.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.HexFormat;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;

/** The issuer's half, held against the test vectors of RFC 9474. */
class BlindSigningTests {

    private static final HexFormat HEX = HexFormat.of();

    private final Rfc9474 vectors = Rfc9474.read();

    @Test
    void a_blinded_message_is_signed_as_in_the_rfc() throws Exception {
        byte[] signed = BlindSigning.sign(privateKey(), HEX.parseHex(vectors.of("deterministic", "blinded")));

        assertThat(HEX.formatHex(signed)).isEqualTo(vectors.of("deterministic", "blindSignature"));
    }

    @Test
    void the_finished_signatures_of_the_rfc_are_valid() throws Exception {
        byte[] message = HEX.parseHex(vectors.of("msg"));
        byte[] prepared = HEX.parseHex(vectors.of("randomized", "prefix") + vectors.of("msg"));

        assertThat(BlindSigning.isValid(publicKey(), message, HEX.parseHex(vectors.of("deterministic", "signature"))))
                .isTrue();
        assertThat(BlindSigning.isValid(publicKey(), prepared, HEX.parseHex(vectors.of("randomized", "signature"))))
                .isTrue();
    }

    @Test
    void a_changed_message_a_changed_signature_and_another_key_are_not() throws Exception {
        byte[] message = HEX.parseHex(vectors.of("msg"));
        byte[] signature = HEX.parseHex(vectors.of("deterministic", "signature"));
        byte[] changed = signature.clone();
        changed[100] ^= 1;
        KeyPair other = new IssuingKeys().fresh();

        assertThat(BlindSigning.isValid(publicKey(), new byte[] {1, 2, 3}, signature))
                .isFalse();
        assertThat(BlindSigning.isValid(publicKey(), message, changed)).isFalse();
        assertThat(BlindSigning.isValid(publicKey(), message, new byte[] {1})).isFalse();
        assertThat(BlindSigning.isValid((RSAPublicKey) other.getPublic(), message, signature))
                .isFalse();
        assertThat(((RSAPublicKey) other.getPublic()).getModulus().bitLength()).isEqualTo(3072);
    }

    @Test
    void only_numbers_below_the_modulus_of_its_length_are_signed() throws Exception {
        byte[] modulus = HEX.parseHex(vectors.of("n"));

        assertThat(BlindSigning.isBlindedFor(publicKey(), HEX.parseHex(vectors.of("deterministic", "blinded"))))
                .isTrue();
        assertThat(BlindSigning.isBlindedFor(publicKey(), modulus)).isFalse();
        assertThat(BlindSigning.isBlindedFor(publicKey(), new byte[modulus.length]))
                .isFalse();
        assertThat(BlindSigning.isBlindedFor(publicKey(), new byte[] {5})).isFalse();
    }

    @Test
    void a_token_names_its_letter_and_version() {
        ConcernId letter = ConcernId.valueOf("7c9e6679-7425-40de-944b-e07fc1f90ae7");
        ConcernId other = ConcernId.valueOf("7c9e6679-7425-40de-944b-e07fc1f90ae8");
        String message = "00".repeat(32) + HEX.formatHex(Token.words(letter, 2)) + "ff".repeat(32);
        Token token = Token.read(message, "aa").orElseThrow();

        assertThat(token.isFor(letter, 2)).isTrue();
        assertThat(token.isFor(letter, 1)).isFalse();
        assertThat(token.isFor(other, 2)).isFalse();
        assertThat(Token.read(message + "00", "aa").orElseThrow().isFor(letter, 2))
                .isFalse();
        assertThat(Token.read(message.substring(2), "aa").orElseThrow().isFor(letter, 2))
                .isFalse();
        assertThat(Token.read("not a token", "aa")).isEmpty();
        assertThat(Token.read("", "")).isEmpty();
    }

    private RSAPublicKey publicKey() throws Exception {
        return (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(vectors.number("n"), vectors.number("e")));
    }

    private PrivateKey privateKey() throws Exception {
        BigInteger p = vectors.number("p");
        BigInteger q = vectors.number("q");
        BigInteger e = vectors.number("e");
        BigInteger d = e.modInverse(p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE)));
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new RSAPrivateCrtKeySpec(
                        vectors.number("n"),
                        e,
                        d,
                        p,
                        q,
                        d.mod(p.subtract(BigInteger.ONE)),
                        d.mod(q.subtract(BigInteger.ONE)),
                        q.modInverse(p)));
    }
}
