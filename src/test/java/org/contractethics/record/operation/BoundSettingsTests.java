package org.contractethics.record.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.contractethics.record.internal.RecordSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BoundSettingsTests {

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);

    private record Inner(List<String> retiredKeys, @Nullable String nextSignerKey) {}

    private record Sample(
            Set<String> clearedReviewers,
            int employeesT3,
            Duration decisionsWait,
            @Nullable String caFile,
            Map<String, Integer> dueWorkingDays,
            Inner keyExchange,
            String password,
            String signerKey,
            String url) {}

    private final Map<String, Setting> told = told("contract-ethics.record", "k1");

    @Test
    void tells_every_value_by_the_name_of_its_setting_and_nothing_that_is_not_set() {
        assertThat(value("employees-t3")).isEqualTo("2");
        assertThat(value("decisions-wait")).isEqualTo("PT5S");
        assertThat(value("due-working-days.legal-stop")).isEqualTo("3");
        assertThat(told).doesNotContainKey("contract-ethics.record.ca-file");
    }

    @Test
    void only_what_can_name_nobody_stays_open() {
        assertThat(setting("cleared-reviewers").open()).isFalse();
        assertThat(setting("cleared-reviewers").value()).isEqualTo("4711, jsmith");
        assertThat(setting("url").open()).isFalse();
        assertThat(setting("employees-t3").open()).isTrue();
    }

    @Test
    void a_key_is_told_by_a_fingerprint_that_only_the_key_of_the_record_makes_again() {
        String name = "contract-ethics.record.signer-key";

        assertThat(value("signer-key")).matches("fingerprint:[0-9a-f]{32}");
        assertThat(told("contract-ethics.record", "k1").get(name)).isEqualTo(told.get(name));
        assertThat(told("contract-ethics.record", "k2").get(name)).isNotEqualTo(told.get(name));
        assertThat(new SecretSettings(record((byte) 7)).told(name, "k1")).isNotEqualTo(value("signer-key"));
    }

    @Test
    void of_a_password_only_that_there_is_one_is_told_and_public_keys_are_told() {
        assertThat(value("password")).isEqualTo(SecretSettings.GIVEN);
        assertThat(value("key-exchange.retired-keys")).isEqualTo("a+1+b");
        assertThat(value("url")).isEqualTo("https://search.example/");
        assertThat(told.values()).noneMatch(one -> one.value().contains("hunter2"));
    }

    @Test
    void whatever_is_called_like_a_secret_is_one() {
        assertThat(List.of("a.api-key", "a.pages-secret", "spring.mail.password", "a.access-token"))
                .allMatch(SecretSettings::isSecret);
        assertThat(List.of("a.username", "a.decisions-wait", "contract-ethics.custodian.public-key"))
                .noneMatch(SecretSettings::isSecret);
    }

    private Setting setting(String name) {
        return Objects.requireNonNull(told.get("contract-ethics.record." + name));
    }

    private String value(String name) {
        return setting(name).value();
    }

    private static Map<String, Setting> told(String prefix, String signerKey) {
        return new BoundSettings(new SecretSettings(record((byte) 0)))
                .add(
                        prefix,
                        new Sample(
                                new LinkedHashSet<>(List.of("jsmith", "4711")),
                                2,
                                Duration.ofSeconds(5),
                                null,
                                Map.of("legal-stop", 3),
                                new Inner(List.of("a+1+b"), null),
                                "hunter2",
                                signerKey,
                                "https://me:hunter2@search.example/?password=hunter2"))
                .all();
    }

    private static RecordSettings record(byte first) {
        byte[] mac = new byte[32];
        mac[0] = first;
        return new RecordSettings(
                "tests.example/record", SECRET, Base64.getEncoder().encodeToString(mac), null, null, Duration.ZERO, 0);
    }
}
