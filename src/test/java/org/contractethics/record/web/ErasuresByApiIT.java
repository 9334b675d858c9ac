package org.contractethics.record.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordReader;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A person is erased from the record by two people, and the record is verified, by calls of the API. */
@IntegrationTest
class ErasuresByApiIT {

    private static final String ERASURES = "/api/record/erasures";
    private static final String OLGA = "olga.petrova";
    private static final String GEORGE = "george.tan";
    private static final String REASON = "Left the company more than ten years ago; nothing is pending.";

    private final ApiCalls api;
    private final RecordReader record;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final ContractId contract = new ContractId(UUID.randomUUID());
    private final String person = "gone-" + UUID.randomUUID();

    @Autowired
    ErasuresByApiIT(
            Environment settings,
            RecordReader record,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.record = record;
        this.events = events;
        this.transaction = transaction;
        this.database = database;
    }

    @BeforeEach
    void whatThePersonDid() {
        Map<String, Object> facts = Map.of("outcome", "REJECT", "reasons", "I think so.");
        transaction.executeWithoutResult(status ->
                events.publishEvent(new Happened("decision-recorded", contract, person, Instant.now(), facts).whole()));
    }

    @Test
    void one_asks_and_another_approves_and_nothing_is_kept_of_whom() {
        int before = kept();
        String path = asked();
        assertThat(api.get("august.lund", path).body().path("subject").asString())
                .isEqualTo(person);
        assertThat(api.get(GEORGE, ERASURES).body().path("waiting").findValuesAsString("subject"))
                .contains(person);

        assertThat(api.post(GEORGE, path + "/approval", null).status()).isEqualTo(428);
        assertThat(api.change("august.lund", path, path + "/approval", Map.of()).status())
                .isEqualTo(403);
        Answer approved = api.change(GEORGE, path, path + "/approval", Map.of());

        assertThat(approved.status()).as(approved.toString()).isEqualTo(204);
        assertThat(record.oldest(EntryFilter.ofContract(contract), -1, 1).get(0).actor())
                .startsWith("erased on ");
        assertThat(api.get(GEORGE, path).status()).isEqualTo(404);
        assertThat(api.post(GEORGE, path + "/refusal", null, "If-Match", "*").status())
                .isEqualTo(404);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void what_the_rules_refuse_is_recorded_with_its_rule_although_nothing_else_is_changed() {
        String path = asked();

        assertThat(api.change(OLGA, path, path + "/approval", Map.of()).status())
                .as("by who asked")
                .isEqualTo(403);
        assertThat(refusedRule()).isEqualTo("SECOND_PERSON");
        Answer again = api.post(GEORGE, ERASURES, request(Map.of()));
        assertThat(again.status()).as(again.toString()).isEqualTo(409);
        assertThat(refusedRule()).isEqualTo("ASKED_ALREADY");
        assertThat(api.post(GEORGE, ERASURES, request(Map.of("account", GEORGE)))
                        .status())
                .isEqualTo(403);
        assertThat(refusedRule()).isEqualTo("ABOUT_ONESELF");

        assertThat(api.change(GEORGE, path, path + "/refusal", Map.of()).status())
                .isEqualTo(204);
        assertThat(record.oldest(EntryFilter.ofContract(contract), -1, 1).get(0).actor())
                .isEqualTo(person);
    }

    @Test
    void an_erasure_without_its_ground_or_reason_is_refused_beside_its_fields() {
        Answer empty = api.post(OLGA, ERASURES, Map.of());

        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body().path("fields").findValuesAsString("field"))
                .containsExactly("account", "basis", "reason");
        assertThat(api.post("august.lund", ERASURES, request(Map.of())).status())
                .isEqualTo(403);
        assertThat(api.get("erin.walsh", ERASURES).status()).isEqualTo(403);
    }

    @Test
    void the_record_is_verified_and_says_what_was_found() {
        Answer found = api.post("august.lund", "/api/record/verifications", null);

        assertThat(found.status()).as(found.toString()).isEqualTo(200);
        assertThat(found.body().path("intact").asBoolean()).as(found.toString()).isTrue();
        assertThat(found.body().path("entries").asLong()).isPositive();
        assertThat(api.get(GEORGE, "/api/record/verifications/last")
                        .body()
                        .path("verifiedAt")
                        .asString())
                .isGreaterThanOrEqualTo(found.body().path("verifiedAt").asString());
        assertThat(api.post("erin.walsh", "/api/record/verifications", null).status())
                .isEqualTo(403);
    }

    private String asked() {
        Answer asked = api.post(OLGA, ERASURES, request(Map.of()));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        assertThat(asked.raw().body()).doesNotContain(person);
        return asked.raw().headers().firstValue("Location").orElseThrow();
    }

    private Map<String, Object> request(Map<String, Object> changed) {
        Map<String, Object> request = new HashMap<>(Map.of("account", person, "basis", "A", "reason", REASON));
        request.putAll(changed);
        return request;
    }

    private String refusedRule() {
        return record.newest(EntryFilter.ofKind("erasure-refused"), Long.MAX_VALUE, 1)
                .get(0)
                .text("rule")
                .orElseThrow();
    }

    private int kept() {
        return database.sql("select count(*) from access.kept_answer where username in (:people)")
                .param("people", List.of(OLGA, GEORGE))
                .query(Integer.class)
                .single();
    }
}
