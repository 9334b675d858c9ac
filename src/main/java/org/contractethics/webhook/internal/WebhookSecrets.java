package org.contractethics.webhook.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.contractethics.shared.Sha256;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Seals the secrets of webhooks with a key that is a setting and never in the database: AES-256-GCM, a nonce of its own each time, bound
 * to the subscription so that the secret of one system cannot be put beside another.
 */
@Component
class WebhookSecrets {

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9+/]{43}=");
    /** Every secret of the demonstration begins so; production refuses it. */
    private static final String DEMONSTRATION = "demonstration-";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    WebhookSecrets(WebhookSettings settings) {
        this(settings.secretKey());
    }

    WebhookSecrets(String setting) {
        this.key = new SecretKeySpec(bytes(setting), "AES");
    }

    private static byte[] bytes(String setting) {
        if (KEY.matcher(setting).matches()) {
            return Base64.getDecoder().decode(setting);
        }
        if (setting.startsWith(DEMONSTRATION)) {
            return Sha256.of(setting.getBytes(StandardCharsets.UTF_8));
        }
        throw new IllegalStateException("Setting contract-ethics.webhooks.secret-key is "
                + (setting.isBlank() ? "missing" : "malformed")
                + ": put there 32 random bytes in Base64, as openssl rand -base64 32 makes them.");
    }

    byte[] seal(UUID subscription, String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, subscription, secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Fails where the key is another one, or a byte was changed: nothing is signed with a secret that somebody exchanged. */
    String open(UUID subscription, byte[] sealed) {
        if (sealed.length < 1 + NONCE_BYTES || sealed[0] != VERSION) {
            throw unreadable(subscription);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] text = new byte[sealed.length - 1 - NONCE_BYTES];
        ByteBuffer.wrap(sealed, 1, sealed.length - 1).get(nonce).get(text);
        return new String(run(Cipher.DECRYPT_MODE, nonce, subscription, text), StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, UUID subscription, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("webhook " + subscription).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException failed) {
            throw mode == Cipher.DECRYPT_MODE ? unreadable(subscription) : new IllegalStateException(failed);
        }
    }

    private static SecretDoesNotOpen unreadable(UUID subscription) {
        return new SecretDoesNotOpen("the secret of webhook " + subscription
                + " does not open: contract-ethics.webhooks.secret-key is another key, or the secret was changed");
    }

    /** The key of the settings is not the one the secret was sealed with. */
    static final class SecretDoesNotOpen extends IllegalStateException {

        private SecretDoesNotOpen(String message) {
            super(message);
        }
    }
}
