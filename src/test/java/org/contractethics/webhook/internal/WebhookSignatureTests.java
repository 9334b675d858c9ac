package org.contractethics.webhook.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class WebhookSignatureTests {

    /** The example of the specification of Standard Webhooks. */
    @Test
    void signs_as_the_specification_does() {
        String signed = WebhookSignature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330L,
                "{\"test\": 2432232314}");

        assertThat(signed).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void every_secret_is_another_of_32_bytes() {
        SecureRandom random = new SecureRandom();
        String secret = WebhookSignature.newSecret(random);

        assertThat(secret).startsWith("whsec_").isNotEqualTo(WebhookSignature.newSecret(random));
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }
}
