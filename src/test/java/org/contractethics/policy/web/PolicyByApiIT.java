package org.contractethics.policy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.policy.internal.PolicyInForce;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The policy by calls of the API: read in every version, proposed, commented, run, decided on by what was seen. */
@IntegrationTest
class PolicyByApiIT {

    private static final String VERSIONS = "/api/policy/versions";
    private static final String AUTHOR = "dana.whitfield";
    private static final String BOARD = "george.tan";
    private static final Map<String, String> REASONS = Map.of("reasons", "It is what we do.");

    private final ApiCalls api;
    private final PolicyInForce policy;

    @Autowired
    PolicyByApiIT(Environment settings, PolicyInForce policy) {
        this.api = new ApiCalls(settings);
        this.policy = policy;
    }

    @Test
    void every_version_is_read_with_its_tables_catalogues_and_files() {
        String first = VERSIONS + "/1";

        assertThat(api.get("fatima.noor", VERSIONS).raw().body()).contains("\"state\":\"IN_FORCE\"");
        assertThat(api.get("erin.walsh", first).body().path("tables").toString())
                .contains("triage-tier");
        assertThat(api.get("erin.walsh", first + "/tables/triage-tier").body().path("rules"))
                .isNotEmpty();
        assertThat(api.get("erin.walsh", first + "/rights").raw().body()).contains("Non-refoulement");
        assertThat(api.get("erin.walsh", first + "/capabilities").raw().body()).contains("ENFORCEMENT_DATA_FUSION");
        assertThat(api.get("erin.walsh", first + "/files/severity.dmn").raw().body())
                .startsWith("<?xml");
        assertThat(api.get("erin.walsh", first + "/differences").body().path("tables"))
                .isEmpty();
        for (String missing : List.of(
                "/4711",
                "/4711/rights",
                "/4711/capabilities",
                "/4711/differences",
                "/1/tables/passwd",
                "/1/files/passwd")) {
            assertThat(api.get("erin.walsh", VERSIONS + missing).status())
                    .as(missing)
                    .isEqualTo(404);
        }
    }

    @Test
    void a_change_is_proposed_commented_run_and_withdrawn_by_what_was_seen() {
        String version = proposed(AUTHOR, milder());
        assertThat(api.get("erin.walsh", version + "/differences").raw().body()).contains("context-risk-15");
        Answer run = api.get("august.lund", version + "/dry-run");
        assertThat(run.body().path("inForce").asInt())
                .as(run.toString())
                .isEqualTo(policy.current().number());
        assertThat(api.get("erin.walsh", version + "/dry-run").status()).isEqualTo(403);
        assertThat(api.get("august.lund", VERSIONS + "/4711/dry-run").status()).isEqualTo(404);
        Answer seen = api.get(AUTHOR, version);
        comments(version);
        assertThat(api.post(AUTHOR, version + "/withdrawal", REASONS, "If-Match", seen.tag())
                        .status())
                .as("a comment came meanwhile")
                .isEqualTo(412);
        assertThat(api.post(AUTHOR, version + "/withdrawal", REASONS).status()).isEqualTo(428);
        assertThat(api.change("helen.okafor", version, version + "/withdrawal", REASONS)
                        .status())
                .as("not the author")
                .isEqualTo(403);
        assertThat(api.change("erin.walsh", version, version + "/withdrawal", REASONS)
                        .status())
                .isEqualTo(403);
        assertThat(api.change(AUTHOR, version, version + "/withdrawal", Map.of())
                        .body()
                        .at("/fields/0/field")
                        .asString())
                .isEqualTo("reasons");

        Answer withdrawn = api.change(AUTHOR, version, version + "/withdrawal", REASONS);

        assertThat(withdrawn.body().at("/version/state").asString())
                .as(withdrawn.toString())
                .isEqualTo("WITHDRAWN");
        assertThat(api.post("erin.walsh", version + "/comments", Map.of("comment", "Late"))
                        .status())
                .isEqualTo(409);
        assertThat(api.change(BOARD, version, version + "/withdrawal", REASONS).status())
                .isEqualTo(409);
    }

    private void comments(String version) {
        String comments = version + "/comments";
        assertThat(api.post("erin.walsh", comments, Map.of("comment", "Too mild."))
                        .status())
                .isEqualTo(204);
        assertThat(api.get("august.lund", version)
                        .body()
                        .at("/comments/0/author")
                        .asString())
                .isEqualTo("erin.walsh");
        Answer outside = api.get("fatima.noor", version);
        assertThat(outside.body().path("comments")).isEmpty();
        assertThat(outside.body().at("/version/author").asString()).isEqualTo("company");
        assertThat(outside.raw().body()).doesNotContain("erin.walsh", "Too mild.", AUTHOR, BOARD);
        assertThat(api.get("fatima.noor", "/api/query-set").status()).isEqualTo(403);
        Answer empty = api.post("erin.walsh", comments, Map.of("comment", " "));
        assertThat(empty.body().at("/fields/0/field").asString())
                .as(empty.toString())
                .isEqualTo("comment");
        assertThat(api.post("erin.walsh", comments, Map.of("text", "x")).status())
                .isEqualTo(400);
        assertThat(api.post("fatima.noor", comments, Map.of("comment", "x")).status())
                .isEqualTo(403);
    }

    @Test
    void a_version_is_approved_by_somebody_else_of_the_board_committee() {
        String own = proposed(BOARD, words());
        Answer author = api.change(BOARD, own, own + "/approval", REASONS);
        assertThat(author.status()).isEqualTo(403);
        assertThat(author.body().path("detail").asString()).contains("You wrote this version");
        assertThat(api.post("ines.duarte", own + "/approval", REASONS).status()).isEqualTo(428);
        assertThat(api.change(AUTHOR, own, own + "/approval", REASONS).status()).isEqualTo(403);
        assertThat(api.change("ines.duarte", own, own + "/approval", Map.of("reason", "x"))
                        .status())
                .isEqualTo(400);
        assertThat(api.change("ines.duarte", own, own + "/approval", Map.of("reasons", " "))
                        .status())
                .isEqualTo(422);

        Answer approved = api.change("ines.duarte", own, own + "/approval", REASONS);

        assertThat(approved.body().at("/version/state").asString())
                .as(approved.toString())
                .isEqualTo("IN_FORCE");
        assertThat(api.change("ines.duarte", own, own + "/approval", REASONS).status())
                .isEqualTo(409);
    }

    @Test
    void a_proposal_against_the_rules_is_refused_and_leaves_nothing_behind() {
        int before = api.get(AUTHOR, VERSIONS).body().size();
        Answer forgiving = propose(
                AUTHOR, files("context-risk.dmn", "context-risk-12-o1\"><text>2<", "context-risk-12-o1\"><text>0<"));
        assertThat(forgiving.status()).as(forgiving.toString()).isEqualTo(422);
        assertThat(forgiving.rule()).isEqualTo("H16");
        Map<String, Map<String, Object>> wrong = Map.of(
                "reason", Map.of("reason", " "),
                "effectiveOn", Map.of("effectiveOn", today().minusDays(1).toString()),
                "files", Map.of("files", Map.of("passwd", "x")));
        wrong.forEach((field, values) -> {
            Answer refused = propose(AUTHOR, values);
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.body().at("/fields/0/field").asString()).isEqualTo(field);
        });
        assertThat(propose(AUTHOR, Map.of()).status()).as("nothing differs").isEqualTo(422);
        assertThat(propose(AUTHOR, Map.of("files", Map.of("capabilities.csv", "")))
                        .status())
                .isEqualTo(422);
        assertThat(propose(AUTHOR, Map.of("basedOn", 4711)).status()).isEqualTo(404);
        assertThat(api.post(AUTHOR, VERSIONS, Map.of("reason", "x"))
                        .body()
                        .at("/fields/0/field")
                        .asString())
                .isEqualTo("basedOn");
        assertThat(propose(AUTHOR, Map.of("file", "x")).status()).isEqualTo(400);
        assertThat(propose("erin.walsh", words()).status()).isEqualTo(403);
        assertThat(api.get(AUTHOR, VERSIONS).body()).hasSize(before);
    }

    @Test
    void a_change_of_what_is_in_force_no_more_is_proposed_anew() {
        int old = policy.current().number();
        String version = proposed(AUTHOR, words());
        api.change(BOARD, version, version + "/approval", REASONS);

        Map<String, Object> late = new HashMap<>(words());
        late.put("basedOn", old);

        assertThat(propose(AUTHOR, late).status()).isEqualTo(409);
    }

    private String proposed(String person, Map<String, Object> change) {
        Answer proposed = propose(person, change);
        assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
        assertThat(proposed.body().path("state").asString()).isEqualTo("PROPOSED");
        return proposed.raw().headers().firstValue("Location").orElseThrow();
    }

    private Answer propose(String person, Map<String, Object> change) {
        Map<String, Object> proposal = new HashMap<>(Map.of(
                "basedOn", policy.current().number(),
                "reason", "Because we learned.",
                "effectiveOn", today().toString()));
        proposal.putAll(change);
        return api.post(person, VERSIONS, proposal);
    }

    private Map<String, Object> words() {
        return Map.of("text", policy.now().content().text() + "- And we said it on " + System.nanoTime() + ".\n");
    }

    private Map<String, Object> milder() {
        return files("context-risk.dmn", "context-risk-15-o1\"><text>1<", "context-risk-15-o1\"><text>0<");
    }

    private Map<String, Object> files(String name, String before, String after) {
        String file = policy.now().content().file(name).orElseThrow();
        assertThat(file).contains(before);
        return Map.of("files", Map.of(name, file.replace(before, after)));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
