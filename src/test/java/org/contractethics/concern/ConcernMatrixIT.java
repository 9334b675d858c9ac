package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * S27: who gets which answer about which concern, route by route, held against a table that people have read; and nobody can tell a
 * concern that is none of theirs from one that does not exist. Every form is sent with something missing, so that nothing changes.
 * Write the table anew with {@code -Dobjects.write=true} and read the difference.
 */
@IntegrationTest
class ConcernMatrixIT {

    private static final Path TABLE = Path.of("src", "test", "resources", "concern", "objects.csv");
    private static final List<String> PEOPLE =
            List.of("erin.walsh", "noah.kim", "olga.petrova", "george.tan", "sofia.marin", "fatima.noor");
    private static final List<String> ROUTES = List.of(
            "GET ",
            "GET /filed",
            "GET /files/1",
            "GET /findings/1",
            "GET /receipt",
            "GET /withdraw",
            "POST /messages",
            "POST /messages/check",
            "POST /answer",
            "POST /appeal",
            "POST /appeal-ruling",
            "POST /findings",
            "POST /legal-hold",
            "POST /legal-hold/confirm",
            "POST /legal-hold/lift",
            "POST /measures",
            "POST /openings",
            "POST /outcome",
            "POST /questions/1/answer",
            "POST /questions/1/pass-on",
            "POST /questions/1/release",
            "POST /questions/1/turn-back",
            "POST /recusal",
            "POST /release",
            "POST /check-ins",
            "POST /meetings/offer",
            "POST /meetings/outcome",
            "POST /meetings");
    private static final Map<String, String> TOO_LONG = Map.of("reason", "x".repeat(4_001));

    private final ConcernHands hands;
    private final RegisteringContracts registering;
    private final Map<String, String> concerns = new LinkedHashMap<>();
    private final Map<String, Boolean> readers = new HashMap<>();

    ConcernMatrixIT(@Autowired MockMvcTester mvc, @Autowired RegisteringContracts registering) {
        this.hands = new ConcernHands(mvc);
        this.registering = registering;
    }

    @BeforeEach
    void three_concerns_of_erin_and_one_that_does_not_exist() {
        concerns.put("open", file(Map.of()));
        concerns.put("kept from the ombuds", file(Map.of("excluded", "olga.petrova")));
        String answered = file(Map.of());
        sent(hands.post("/concerns/" + answered + "/acknowledge", "olga.petrova", Map.of()));
        hands.close(answered, "olga.petrova");
        concerns.put("answered", answered);
        concerns.put("unknown", UUID.randomUUID().toString());
    }

    @Test
    void every_route_answers_everybody_about_every_concern_as_the_table_says() throws IOException {
        List<String> rows = new ArrayList<>(List.of("route,concern," + String.join(",", PEOPLE)));
        List<String> telling = new ArrayList<>();
        for (String route : ROUTES) {
            Map<String, MvcTestResult> unknown = answers(route, concerns.getOrDefault("unknown", ""));
            concerns.forEach((kind, id) -> {
                Map<String, MvcTestResult> answers = kind.equals("unknown") ? unknown : answers(route, id);
                rows.add(route.strip() + "," + kind + ","
                        + answers.values().stream().map(ConcernMatrixIT::status).collect(Collectors.joining(",")));
                answers.forEach((person, answer) -> {
                    if (!mayRead(person, id)
                            && isRefused(answer)
                            && !seen(answer).equals(seen(Objects.requireNonNull(unknown.get(person))))) {
                        telling.add(person + " tells " + kind + " from none by " + route);
                    }
                });
            });
        }
        if (Boolean.getBoolean("objects.write")) {
            Files.createDirectories(TABLE.getParent());
            Files.write(TABLE, rows);
        }

        assertThat(telling).isEmpty();
        assertThat(rows).containsExactlyElementsOf(Files.readAllLines(TABLE));
    }

    private Map<String, MvcTestResult> answers(String route, String id) {
        String path = "/concerns/" + id + route.substring(route.indexOf(' ') + 1);
        Map<String, MvcTestResult> answers = new LinkedHashMap<>();
        for (String person : PEOPLE) {
            answers.put(person, route.startsWith("GET") ? hands.get(path, person) : hands.post(path, person, TOO_LONG));
        }
        return answers;
    }

    private boolean mayRead(String person, String id) {
        return readers.computeIfAbsent(
                person + id,
                key -> hands.get("/concerns/" + id, person).getResponse().getStatus() == 200);
    }

    private static boolean isRefused(MvcTestResult answer) {
        return Stream.of(403, 404)
                .anyMatch(status -> status == answer.getResponse().getStatus());
    }

    private static String status(MvcTestResult answer) {
        return Integer.toString(answer.getResponse().getStatus());
    }

    /** What a person gets to see, without ids and tokens. */
    private static String seen(MvcTestResult answer) {
        try {
            return answer.getResponse().getStatus()
                    + answer.getResponse()
                            .getContentAsString()
                            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                            .replaceAll("name=\"_csrf\" value=\"[^\"]*\"|content=\"[A-Za-z0-9_=-]{40,}\"", "TOKEN");
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String file(Map<String, String> changed) {
        String id = UUID.randomUUID().toString();
        Map<String, String> form = form(id, changed);
        form.put(
                "contract",
                registering
                        .register(RegisteredContracts.aDraft("Matrix " + id), "FORM", RegisteredContracts.SOFIA)
                        .id()
                        .toString());
        sent(hands.post("/concerns", "erin.walsh", form));
        return id;
    }
}
