package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Saved views of the inbox, and targets, by calls of the API. */
@IntegrationTest
class OwnViewsAndTargetsByApiIT {

    private static final String VIEWS = "/api/inbox/saved-views";
    private static final String TARGETS = "/api/targets";
    private static final String OWNER = "bea.novak";

    private final ApiCalls api;

    @Autowired
    OwnViewsAndTargetsByApiIT(Environment settings) {
        this.api = new ApiCalls(settings);
    }

    @Test
    void a_view_is_saved_renamed_made_the_first_and_deleted_by_its_owner_alone() {
        String view = saved("Late ones");
        assertThat(api.get(OWNER, view).body().at("/filter/tier").asString()).isEqualTo("T3");
        assertThat(api.get(OWNER, VIEWS).raw().body()).contains("Late ones");
        assertThat(api.get("carlos.diaz", VIEWS).raw().body()).doesNotContain("Late ones");
        Map<String, Object> first = Map.of("name", "Latest", "isDefault", true);
        for (String method : List.of("GET", "DELETE")) {
            assertThat(keyed("carlos.diaz", method, view, null).status()).isEqualTo(404);
        }
        assertThat(keyed("carlos.diaz", "PUT", view, first, "If-Match", "*").status())
                .isEqualTo(404);
        assertThat(keyed(OWNER, "PUT", view, first).status()).isEqualTo(428);
        String tag = api.get(OWNER, view).tag();
        Answer changed = keyed(OWNER, "PUT", view, first, "If-Match", tag);
        assertThat(changed.body().path("name").asString())
                .as(changed.toString())
                .isEqualTo("Latest");
        assertThat(changed.body().path("isDefault").asBoolean()).isTrue();
        assertThat(keyed(OWNER, "PUT", view, first, "If-Match", tag).status()).isEqualTo(412);
        assertThat(keyed(OWNER, "PUT", view, Map.of("title", "x"), "If-Match", "*")
                        .status())
                .isEqualTo(400);

        assertThat(keyed(OWNER, "DELETE", view, null).status()).isEqualTo(204);

        assertThat(api.get(OWNER, view).status()).isEqualTo(404);
    }

    @Test
    void a_view_without_a_free_name_or_of_what_the_inbox_does_not_know_is_refused() {
        String view = saved("Taken");
        try {
            Map<String, Map<String, Object>> wrong = Map.of(
                    "name", Map.of("name", "taken"),
                    "view", Map.of("view", "somewhere"),
                    "filter", Map.of("filter", Map.of("tier", "T9")));
            wrong.forEach((field, values) -> {
                Answer refused = api.post(OWNER, VIEWS, view(values));
                assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
                assertThat(refused.body().at("/fields/0/field").asString()).isEqualTo(field);
            });
            assertThat(api.post(OWNER, VIEWS, view(Map.of("filter", Map.of("tiers", "T3"))))
                            .status())
                    .isEqualTo(422);
            assertThat(api.post(OWNER, VIEWS, view(Map.of("filters", Map.of()))).status())
                    .isEqualTo(400);
            assertThat(api.send(OWNER, "POST", VIEWS, view(Map.of()), List.of()).status())
                    .as("without a key")
                    .isEqualTo(400);
        } finally {
            keyed(OWNER, "DELETE", view, null);
        }
    }

    @Test
    void the_board_committee_sets_a_target_on_what_it_saw_and_the_history_says_why() {
        Map<String, Object> target = target(Map.of());
        assertThat(api.post("george.tan", TARGETS, target).status()).isEqualTo(428);
        assertThat(api.change("ruth.castillo", TARGETS, TARGETS, target).status())
                .isEqualTo(403);
        Answer seen = api.get("ines.duarte", TARGETS);

        Answer changed = api.change("george.tan", TARGETS, TARGETS, target);

        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        assertThat(changed.body().at("/changes/0/changedBy").asString()).isEqualTo("george.tan");
        assertThat(changed.body()
                        .path("targets")
                        .valueStream()
                        .filter(line -> line.path("step").asString().equals("confirm-exit"))
                        .map(line -> line.at("/workingDays/T4").asInt()))
                .containsExactly(17);
        assertThat(api.post("ines.duarte", TARGETS, target, "If-Match", seen.tag())
                        .status())
                .isEqualTo(412);
    }

    @Test
    void a_target_against_the_rules_is_refused_beside_its_field() {
        Map<String, Map<String, Object>> wrong = Map.of(
                "step", Map.of("step", "lunch"),
                "tier", Map.of("tier", "T9"),
                "days", Map.of("days", 0),
                "reason", Map.of("reason", "Short"));
        wrong.forEach((field, values) -> {
            Answer refused = api.change("george.tan", TARGETS, TARGETS, target(values));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.body().at("/fields/0/field").asString()).isEqualTo(field);
        });
        for (Map<String, Object> unreadable :
                List.<Map<String, Object>>of(Map.of("days", 1.5), Map.of("workingDays", 3))) {
            assertThat(api.change("george.tan", TARGETS, TARGETS, target(unreadable))
                            .status())
                    .isEqualTo(400);
        }
        assertThat(api.get("erin.walsh", TARGETS).status()).isEqualTo(403);
        assertThat(api.get("august.lund", TARGETS).status()).isEqualTo(200);
    }

    private String saved(String name) {
        Answer saved = api.post(OWNER, VIEWS, view(Map.of("name", name)));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(201);
        return saved.raw().headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, Object> view(Map<String, Object> other) {
        Map<String, Object> view = new HashMap<>(
                Map.of("name", "Another", "view", "overdue", "filter", Map.of("tier", "T3", "sort", "due")));
        view.putAll(other);
        return view;
    }

    /** A step that no other test measures. */
    private static Map<String, Object> target(Map<String, Object> other) {
        Map<String, Object> target = new HashMap<>(
                Map.of("step", "confirm-exit", "tier", "T4", "days", 17, "reason", "Confirming takes a visit."));
        target.putAll(other);
        return target;
    }

    private Answer keyed(String person, String method, String path, @Nullable Object body, String... headers) {
        List<String> all =
                new ArrayList<>(List.of("Idempotency-Key", UUID.randomUUID().toString()));
        all.addAll(List.of(headers));
        return api.send(person, method, path, body, all);
    }
}
