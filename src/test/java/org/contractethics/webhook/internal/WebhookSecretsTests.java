package org.contractethics.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret opens with its key, for its webhook, unchanged; otherwise not at all. */
class WebhookSecretsTests {

    private static final String KEY = "mZP3ZzQ8m2n9yJ3q1l0sQ5o8c6g4b2a0X9w7V5u3T1s=";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

    private final WebhookSecrets secrets = new WebhookSecrets(KEY);
    private final UUID webhook = UUID.randomUUID();

    @Test
    void a_sealed_secret_opens_and_is_sealed_differently_each_time() {
        byte[] sealed = secrets.seal(webhook, SECRET);

        assertThat(secrets.open(webhook, sealed)).isEqualTo(SECRET);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("whsec_", "MfKQ9r8G");
        assertThat(secrets.seal(webhook, SECRET)).isNotEqualTo(sealed);
    }

    @Test
    void it_opens_for_no_other_webhook_and_with_no_other_key() {
        byte[] sealed = secrets.seal(webhook, SECRET);

        assertThatThrownBy(() -> secrets.open(UUID.randomUUID(), sealed)).hasMessageContaining("does not open");
        assertThatThrownBy(() -> new WebhookSecrets("demonstration-webhook-key").open(webhook, sealed))
                .hasMessageContaining("another key");
    }

    @Test
    void a_changed_byte_anywhere_keeps_it_shut() {
        for (int at = 0; at < secrets.seal(webhook, SECRET).length; at++) {
            byte[] changed = secrets.seal(webhook, SECRET);
            changed[at] ^= 1;
            assertThatThrownBy(() -> secrets.open(webhook, changed))
                    .as("byte " + at)
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> secrets.open(webhook, new byte[] {1, 2})).hasMessageContaining("does not open");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "mZP3ZzQ8m2n9yJ3q1l0sQ5o8c6g4b2a0X9w7V5u3T1s"})
    void a_key_that_is_missing_or_malformed_stops_the_start(String setting) {
        assertThatThrownBy(() -> new WebhookSecrets(setting))
                .hasMessageContaining("contract-ethics.webhooks.secret-key")
                .hasMessageContaining("openssl rand -base64 32");
    }
}
