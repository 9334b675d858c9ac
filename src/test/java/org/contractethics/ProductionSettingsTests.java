package org.contractethics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProductionSettingsTests {

    private final Map<String, String> values = new HashMap<>(Map.ofEntries(
            Map.entry("spring.datasource.url", "jdbc:postgresql://db.example.org:5432/ethics?sslmode=verify-full"),
            Map.entry("spring.datasource.username", "ethics"),
            Map.entry("spring.datasource.password", "kept in a safe"),
            Map.entry("spring.flyway.user", "ethics_owner"),
            Map.entry("spring.flyway.password", "kept elsewhere"),
            Map.entry("contract-ethics.base-url", "https://ethics.example.org"),
            Map.entry("contract-ethics.keycloak.url", "https://login.example.org/auth"),
            Map.entry("contract-ethics.keycloak.realm", "contract-ethics"),
            Map.entry("contract-ethics.keycloak.pages-secret", "long and random"),
            Map.entry("contract-ethics.keycloak.directory-secret", "random and long"),
            Map.entry("contract-ethics.webhooks.secret-key", "mZP3ZzQ8m2n9yJ3q1l0sQ5o8c6g4b2a0X9w7V5u3T1s="),
            Map.entry("contract-ethics.elasticsearch.url", "https://search.internal:9200"),
            Map.entry("contract-ethics.custodian.public-key", "CKey_-1"),
            Map.entry("contract-ethics.custodian.lookup-key", "lookup"),
            Map.entry("contract-ethics.concerns.destroyed-file", "src/test/resources/concern/nothing-destroyed"),
            Map.entry("spring.mail.host", "smtp.example.org"),
            Map.entry("spring.mail.port", "587"),
            Map.entry("contract-ethics.mail.from", "ethics@example.org"),
            Map.entry("contract-ethics.record.origin", "ethics.example.org/record"),
            Map.entry("contract-ethics.record.signer-key", "B0u1hO3wWmEY8vXkJ7n3bY2sQfR6cT9aLpDxZ5GqNKE="),
            Map.entry("contract-ethics.record.mac-key", "mB4n8Vx1cQz7Lk2Jh5Gf9Ds3Ap6Oi0Uy4Tr8Ew2Qa0c="),
            Map.entry("contract-ethics.record.policy-file", "src/test/resources/record/production-policy")));

    private final ProductionSettings settings = new ProductionSettings(values::get);

    @ParameterizedTest
    @CsvSource({
        "contract-ethics.elasticsearch.shards, 0, a number of shards",
        "contract-ethics.elasticsearch.shards, many, a number of shards",
        "contract-ethics.elasticsearch.replicas, -1, a number of replicas",
        "contract-ethics.elasticsearch.username, ethics, only one is given",
        "contract-ethics.elasticsearch.password, secret, only one is given",
        "contract-ethics.elasticsearch.url, http://a.internal:9200 b, malformed",
        "contract-ethics.elasticsearch.ca-file, /no/such/file.pem, no readable file",
        "contract-ethics.elasticsearch.ca-file, pom.xml, no readable file"
    })
    void refuses_a_search_cluster_that_is_not_fit(String name, String value, String why) {
        values.put(name, value);

        assertThat(settings.problems())
                .singleElement()
                .asString()
                .contains(name)
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "contract-ethics.custodian.public-key, '', missing",
        "contract-ethics.custodian.lookup-key, '', missing",
        "contract-ethics.custodian.public-key, demonstration-CNS6, public value",
        "contract-ethics.custodian.private-key, demonstration-CNS6, public value",
        "contract-ethics.custodian.lookup-key, demonstration-CNS6, public value",
        "contract-ethics.custodian.private-key, 'not a key', malformed",
        "contract-ethics.custodian.public-key, file:/no/such/key, no readable file",
        "contract-ethics.concerns.destroyed-file, '', missing",
        "contract-ethics.concerns.destroyed-file, src/test/resources/concern/no-such-list, an empty file for the very first start",
        "contract-ethics.concerns.destroyed-file, src/test/resources/concern, no file that can be read and written"
    })
    void refuses_keys_and_lists_of_the_custodian_that_are_missing_or_known_to_everybody(
            String name, String value, String why) {
        values.put(name, value);

        assertThat(settings.problems())
                .singleElement()
                .asString()
                .contains(name)
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource({
        "contract-ethics.record.signer-key, '', missing",
        "contract-ethics.record.mac-key, '', missing",
        "contract-ethics.record.mac-key, c2hvcnQ=, malformed",
        "contract-ethics.record.signer-key, no base64!, malformed",
        "contract-ethics.record.signer-key, ZGVtb25zdHJhdGlvbi1zaWduaW5nLWtleS1wdWJsaWM=, demonstration",
        "contract-ethics.record.mac-key, ZGVtb25zdHJhdGlvbi1tYWMta2V5LW5vdC1zZWNyZXQ=, demonstration",
        "contract-ethics.record.mac-key, B0u1hO3wWmEY8vXkJ7n3bY2sQfR6cT9aLpDxZ5GqNKE=, the same secret",
        "contract-ethics.record.key-exchange.next-signer-key, c2hvcnQ=, malformed",
        "contract-ethics.record.key-exchange.next-signer-key, mB4n8Vx1cQz7Lk2Jh5Gf9Ds3Ap6Oi0Uy4Tr8Ew2Qa0c=, the same secret",
        "contract-ethics.record.key-exchange.next-signer-key, B0u1hO3wWmEY8vXkJ7n3bY2sQfR6cT9aLpDxZ5GqNKE=, the same secret",
        "contract-ethics.record.policy-file, /no/such/policy, no readable file",
        "contract-ethics.record.policy-file, '', missing",
        "contract-ethics.record.policy-file, pom.xml, cannot be understood",
        "contract-ethics.record.policy-file, src/test/resources/record/policy-without-witness, asks for no witness",
        "contract-ethics.record.checkpoint-file, /no/such/folder/checkpoints, cannot be written",
        "contract-ethics.record.checkpoint-file, src/test/resources, cannot be written",
        "contract-ethics.record.origin, two words, malformed",
        "contract-ethics.record.origin, '', missing"
    })
    void refuses_secrets_of_the_record_that_are_missing_public_or_alike(String name, String value, String why) {
        values.put(name, value);

        assertThat(settings.problems())
                .singleElement()
                .asString()
                .contains(name)
                .contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract-ethics.webhooks.allow-http", "contract-ethics.webhooks.allow-private-addresses"})
    void refuses_what_only_trials_of_webhooks_may_do(String name) {
        values.put(name, "false");
        assertThat(settings.problems()).isEmpty();

        values.put(name, "true");

        assertThat(settings.problems()).singleElement().asString().contains(name, "put there false or nothing");
    }

    @Test
    void takes_a_file_of_checkpoints_that_can_be_written(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("checkpoints");
        values.put("contract-ethics.record.checkpoint-file", file.toString());
        assertThat(settings.problems()).isEmpty();

        Files.writeString(file, "# there already\n");

        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void refuses_a_file_with_a_key_of_the_demonstration_and_starts_sealed_without_the_private_key(@TempDir Path folder)
            throws IOException {
        assertThat(settings.problems()).isEmpty();

        Path key = Files.writeString(folder.resolve("key"), "demonstration-CNS6");
        values.put("contract-ethics.custodian.private-key", "file:" + key);

        assertThat(settings.problems()).singleElement().asString().contains("key of the demonstration");
    }

    @Test
    void refuses_to_send_a_key_unencrypted() {
        values.put("contract-ethics.elasticsearch.url", "https://a.internal:9200,http://b.internal:9200");
        values.put("contract-ethics.elasticsearch.api-key", "a2V5");
        assertThat(settings.problems()).singleElement().asString().contains("unencrypted");

        values.put("contract-ethics.elasticsearch.url", "http://localhost:9200");

        assertThat(settings.problems()).isEmpty();
    }

    @Test
    void refuses_two_ways_to_sign_in_to_the_search_cluster() {
        values.put("contract-ethics.elasticsearch.url", "https://one.internal:9200, https://two.internal:9200");
        values.put("contract-ethics.elasticsearch.username", "ethics");
        values.put("contract-ethics.elasticsearch.password", "secret");
        assertThat(settings.problems()).isEmpty();

        values.put("contract-ethics.elasticsearch.api-key", "a2V5");

        assertThat(settings.problems()).singleElement().asString().contains("both given");
    }

    @Test
    void accepts_a_complete_set() {
        assertThat(settings.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "spring.flyway.user",
                "spring.flyway.password",
                "contract-ethics.base-url",
                "contract-ethics.keycloak.url",
                "contract-ethics.keycloak.realm",
                "contract-ethics.keycloak.pages-secret",
                "contract-ethics.keycloak.directory-secret",
                "contract-ethics.elasticsearch.url",
                "spring.mail.host",
                "spring.mail.port",
                "contract-ethics.mail.from",
                "contract-ethics.webhooks.secret-key"
            })
    void names_a_missing_setting_and_what_to_put_there(String name) {
        values.remove(name);

        assertThat(settings.problems())
                .singleElement()
                .asString()
                .startsWith("Setting " + name + " is missing: put there the ")
                .endsWith(".");
    }

    @Test
    void takes_an_empty_value_for_a_missing_one() {
        values.put("spring.mail.host", "  ");

        assertThat(settings.problems()).singleElement().asString().contains("spring.mail.host is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, db.example.org:5432",
        "spring.datasource.url, jdbc:mysql://db.example.org/ethics",
        "spring.datasource.url, jdbc:postgresql://db.example.org",
        "contract-ethics.base-url, ethics.example.org",
        "contract-ethics.base-url, https://ethics.example.org/",
        "contract-ethics.base-url, http://ethics.example.org",
        "contract-ethics.base-url, http://localhost.example.org",
        "contract-ethics.keycloak.url, http://login.example.org",
        "contract-ethics.keycloak.realm, a/b",
        "contract-ethics.elasticsearch.url, search.internal:9200",
        "contract-ethics.elasticsearch.url, http://search.internal:9200/",
        "contract-ethics.elasticsearch.api-key, id:key",
        "spring.mail.host, smtp://mail",
        "spring.mail.port, 0",
        "spring.mail.port, smtp",
        "contract-ethics.mail.from, ethics",
        "contract-ethics.webhooks.secret-key, too-short"
    })
    void names_a_malformed_setting(String name, String value) {
        values.put(name, value);

        assertThat(settings.problems()).singleElement().asString().startsWith("Setting " + name + " is malformed: put");
    }

    @Test
    void allows_plain_http_inside_this_machine_only() {
        values.put("contract-ethics.base-url", "http://localhost:8080");
        values.put("contract-ethics.keycloak.url", "http://127.0.0.1:18080");

        assertThat(settings.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.password, demonstration-application",
        "spring.flyway.password, demonstration-owner",
        "contract-ethics.keycloak.pages-secret, demonstration-pages-secret",
        "contract-ethics.keycloak.directory-secret, demonstration-directory-secret",
        "contract-ethics.webhooks.secret-key, demonstration-webhook-key"
    })
    void refuses_the_public_secrets_of_the_demonstration(String name, String value) {
        values.put(name, value);

        assertThat(settings.problems())
                .singleElement()
                .asString()
                .startsWith("Setting " + name + " has the public value of the demonstration")
                .doesNotContain(value);
    }

    @Test
    void refuses_one_role_for_the_application_and_its_tables() {
        values.put("spring.flyway.user", "ethics");

        assertThat(settings.problems()).singleElement().asString().contains("two roles");
    }

    @Test
    void names_everything_that_is_wrong_at_once() {
        values.clear();

        assertThat(settings.problems()).hasSize(22);
    }
}
