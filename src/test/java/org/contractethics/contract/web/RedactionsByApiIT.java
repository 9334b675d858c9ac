package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** H18 by calls of the API: a reason, an end, and an approver who did not ask. */
@IntegrationTest
class RedactionsByApiIT {

    private static final Map<String, String> REASON = Map.of("reason", "The award is public now.");

    private final ApiCalls api;
    private final RegisteringContracts registering;
    private ContractId contract = new ContractId(UUID.randomUUID());
    private String redactions = "";

    @Autowired
    RedactionsByApiIT(Environment settings, RegisteringContracts registering) {
        this.api = new ApiCalls(settings);
        this.registering = registering;
    }

    @BeforeEach
    void aContract() {
        contract = registering
                .register(RegisteredContracts.aDraft("Tender " + UUID.randomUUID()), "FORM", RegisteredContracts.SOFIA)
                .id();
        redactions = "/api/contracts/" + contract + "/redactions";
    }

    @Test
    void what_is_asked_for_hides_once_approved_and_shows_once_ended() {
        String redaction = asked("sofia.marin");
        assertThat(title("erin.walsh")).startsWith("Tender ");
        Answer approved = api.change("ruth.castillo", redaction, redaction + "/approval", Map.of());
        assertThat(approved.body().path("state").asString())
                .as(approved.toString())
                .isEqualTo("IN_FORCE");
        assertThat(title("erin.walsh")).doesNotStartWith("Tender ");
        assertThat(api.get("august.lund", "/api/redactions").raw().body()).contains(contract.toString());
        assertThat(api.change("ruth.castillo", redaction, redaction + "/approval", Map.of())
                        .status())
                .isEqualTo(409);

        assertThat(api.change("priya.raman", redaction, redaction + "/end", REASON)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("ENDED");
        assertThat(title("erin.walsh")).startsWith("Tender ");
        assertThat(api.change("priya.raman", redaction, redaction + "/end", REASON)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_refusal_needs_its_reason_and_hides_nothing() {
        String redaction = asked("priya.raman");

        Answer silent = api.change("george.tan", redaction, redaction + "/refusal", Map.of("reason", " "));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body().at("/fields/0/field").asString()).isEqualTo("reason");
        Answer refused = api.change("george.tan", redaction, redaction + "/refusal", REASON);
        assertThat(refused.body().path("state").asString())
                .as(refused.toString())
                .isEqualTo("REFUSED");
        assertThat(title("erin.walsh")).startsWith("Tender ");
    }

    @Test
    void a_request_without_what_the_rule_demands_is_refused_by_its_name() {
        Answer empty = api.post("sofia.marin", redactions, Map.of());
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.rule()).isEqualTo("H18");
        assertThat(empty.body().path("fields").toString())
                .contains("\"field\":\"fields\"", "\"field\":\"reason\"", "\"field\":\"endsOn\"");
        for (LocalDate day : List.of(today(), today().plusMonths(13))) {
            Map<String, Object> request = request();
            request.put("endsOn", day.toString());
            assertThat(api.post("sofia.marin", redactions, request).status()).isEqualTo(422);
        }
        for (Object fields : List.of(List.of("TIER"), "TITLE")) {
            Map<String, Object> request = request();
            request.put("fields", fields);
            assertThat(api.post("sofia.marin", redactions, request).status()).isEqualTo(400);
        }
        Map<String, Object> misspelt = request();
        misspelt.put("ends", "2026-12-31");
        assertThat(api.post("sofia.marin", redactions, misspelt).status()).isEqualTo(400);
        asked("sofia.marin");
        assertThat(api.post("priya.raman", redactions, request()).status())
                .as("one waits already")
                .isEqualTo(409);
    }

    @Test
    void nobody_asks_or_decides_whom_the_rules_bar() {
        for (String person : List.of("tom.lindqvist", "dana.whitfield", "ruth.castillo", "august.lund")) {
            assertThat(api.post(person, redactions, request()).status())
                    .as(person)
                    .isEqualTo(403);
        }
        String redaction = asked("sofia.marin");
        for (String act : List.of("/approval", "/refusal", "/end")) {
            assertThat(api.post("ruth.castillo", redaction + act, REASON).status())
                    .as(act + " on nothing that was seen")
                    .isEqualTo(428);
            assertThat(api.post("august.lund", redaction + act, REASON, "If-Match", "*")
                            .status())
                    .as(act)
                    .isEqualTo(403);
        }
        assertThat(api.change("priya.raman", redaction, redaction + "/approval", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(api.change("ruth.castillo", redaction, redaction + "/end", REASON)
                        .status())
                .as("not in force")
                .isEqualTo(409);
        assertThat(api.change("ruth.castillo", redaction, redaction + "/refusal", Map.of("why", "No"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void who_may_not_look_finds_none_nor_under_another_contract() {
        String redaction = asked("sofia.marin");
        ContractId other = contract;
        aContract();

        String elsewhere = redaction.replace(other.toString(), contract.toString());
        assertThat(api.get("ruth.castillo", elsewhere).status()).isEqualTo(404);
        assertThat(api.post("ruth.castillo", elsewhere + "/approval", null, "If-Match", "*")
                        .status())
                .isEqualTo(404);
        assertThat(api.get("tom.lindqvist", redaction).status()).isEqualTo(404);
        assertThat(api.get("erin.walsh", redaction).status()).isEqualTo(403);
        assertThat(api.get("erin.walsh", redactions).status()).isEqualTo(403);
        assertThat(api.get("sofia.marin", "/api/redactions").status()).isEqualTo(403);
    }

    private String asked(String person) {
        Answer asked = api.post(person, redactions, request());
        assertThat(asked.status()).as(asked.toString()).isEqualTo(201);
        assertThat(asked.body().path("state").asString()).isEqualTo("WAITING");
        return asked.raw().headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, Object> request() {
        return new HashMap<>(Map.of(
                "fields", List.of("TITLE"),
                "reason", "The tender is still open.",
                "endsOn", today().plusMonths(1).toString()));
    }

    private String title(String person) {
        return api.get(person, "/api/contracts/" + contract)
                .body()
                .path("title")
                .asString();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
