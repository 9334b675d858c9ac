package org.contractethics.record.internal;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys of checkpoints beside the one that signs.
 *
 * @param nextSignerKey secret of the key that comes next and signs beside the present one while keys are exchanged; null at all other times
 * @param retiredKeys public keys that signed earlier checkpoints of this origin and sign no more
 */
public record KeyExchangeSettings(@Nullable String nextSignerKey, @DefaultValue List<String> retiredKeys) {

    private static final int SECRET = 32;

    public KeyExchangeSettings {
        nextSignerKey = nextSignerKey == null || nextSignerKey.isBlank() ? null : nextSignerKey.strip();
        retiredKeys = retiredKeys.stream()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList();
        if (nextSignerKey != null) {
            secret(nextSignerKey);
        }
    }

    /** No exchange is going on and none ever was. */
    public static KeyExchangeSettings none() {
        return new KeyExchangeSettings(null, List.of());
    }

    byte @Nullable [] nextSecret() {
        return nextSignerKey == null ? null : secret(nextSignerKey);
    }

    private static byte[] secret(String text) {
        try {
            byte[] secret = Base64.getDecoder().decode(text);
            if (secret.length == SECRET) {
                return secret;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalArgumentException("Setting contract-ethics.record.key-exchange.next-signer-key is malformed:"
                + " put there 32 random bytes in Base64, as openssl rand -base64 32 prints them, or nothing.");
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "KeyExchangeSettings[" + retiredKeys.size() + " retired]";
    }
}
