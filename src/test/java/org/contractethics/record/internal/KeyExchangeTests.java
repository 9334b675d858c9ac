package org.contractethics.record.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.contractethics.record.signing.CheckpointKeys;
import org.junit.jupiter.api.Test;

class KeyExchangeTests {

    private static final String SIGNER = base64("signing key of a record in tests");
    private static final String MAC = base64("mac key of a record in the tests");
    private static final String NEXT = base64("the key that comes after the old");
    private static final RecordSettings SETTINGS =
            new RecordSettings("tests.example/record", SIGNER, MAC, null, null, Duration.ZERO, 0);

    @Test
    void during_an_exchange_two_keys_sign_and_otherwise_one() {
        assertThat(keys(KeyExchangeSettings.none()).signing()).hasSize(1);
        assertThat(keys(new KeyExchangeSettings(" ", List.of(" "))).known()).hasSize(1);

        CheckpointKeys both = keys(new KeyExchangeSettings(NEXT, List.of("retired")));

        assertThat(both.signing()).hasSize(2);
        assertThat(both.known()).hasSize(3).endsWith("retired");
        assertThat(both.note("text\n").lines().filter(line -> line.startsWith("\u2014")))
                .hasSize(2);
    }

    @Test
    void the_next_key_is_a_new_secret_of_32_bytes_that_no_text_shows() {
        assertThatThrownBy(() -> new KeyExchangeSettings("short", List.of())).hasMessageContaining("malformed");
        for (String used : List.of(SIGNER, MAC)) {
            assertThatThrownBy(() -> keys(new KeyExchangeSettings(used, List.of())))
                    .hasMessageContaining("in use already");
        }
        assertThat(new KeyExchangeSettings(NEXT, List.of()).toString()).doesNotContain(NEXT);
    }

    @Test
    void a_change_of_keys_is_an_entry_once_and_a_record_with_one_key_says_nothing() {
        CheckpointKeys one = keys(KeyExchangeSettings.none());
        CheckpointKeys both = keys(new KeyExchangeSettings(NEXT, List.of()));

        assertThat(NotingSigningKeys.isNews(List.of(), one)).isFalse();
        assertThat(NotingSigningKeys.isNews(List.of(), both)).isTrue();
        assertThat(NotingSigningKeys.isNews(both.signing(), both)).isFalse();
        assertThat(NotingSigningKeys.isNews(both.signing(), one)).isTrue();
    }

    @Test
    void the_entry_names_the_public_keys_in_the_open() {
        CheckpointKeys both = keys(new KeyExchangeSettings(NEXT, List.of()));
        Fact fact = Fact.of(new SigningKeysChanged(Instant.EPOCH, both.signing()));

        assertThat(Sealing.of(fact, () -> new byte[32]).open().facts()).containsEntry("signingKeys", both.signing());
    }

    private static CheckpointKeys keys(KeyExchangeSettings exchange) {
        return RecordKeys.keys(SETTINGS, exchange);
    }

    private static String base64(String secret) {
        return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.US_ASCII));
    }
}
