package org.contractethics.concern.internal.anonymous;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.contractethics.shared.Sha256;

/**
 * 32 random bytes that only a browser keeps, in a cookie or in a page. The database keeps what was sealed with them, under their hash:
 * without the browser nobody can open it, and with the database nobody can find the browser.
 */
public final class Secret {

    private static final int BYTES = 32;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final byte[] value;

    private Secret(byte[] value) {
        this.value = value;
    }

    public static Secret random(SecureRandom random) {
        byte[] value = new byte[BYTES];
        random.nextBytes(value);
        return new Secret(value);
    }

    public static Optional<Secret> parse(String text) {
        if (!text.matches("[A-Za-z0-9_-]{43}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Secret(Base64.getUrlDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** For the cookie or the page. */
    public String text() {
        return TEXT.encodeToString(value);
    }

    /** Under which the database finds what it seals. */
    byte[] id() {
        return Sha256.of(value);
    }

    byte[] seal(String purpose, byte[] plain) {
        try {
            return cipher(purpose).encrypt(plain, bytes(purpose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that seals nothing", e);
        }
    }

    /** Empty where these bytes were not sealed with this secret for this purpose. */
    Optional<byte[]> open(String purpose, byte[] sealed) {
        try {
            return Optional.of(cipher(purpose).decrypt(sealed, bytes(purpose)));
        } catch (GeneralSecurityException changed) {
            return Optional.empty();
        }
    }

    private AesGcmJce cipher(String purpose) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(value, "HmacSHA256"));
        return new AesGcmJce(mac.doFinal(bytes(purpose)));
    }

    private static byte[] bytes(String purpose) {
        return ("contract-ethics speak " + purpose).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
