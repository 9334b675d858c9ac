package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API tells of every route of it, and how to call it. */
@IntegrationTest
class ApiDescriptionIT {

    /** Each POST that changes something that was there, besides what is below a review. */
    private static final Pattern CHANGING = Pattern.compile(String.join(
            "|",
            "/api/(suspensions|exits|remediations|re-reviews|sample-reviews)/.*",
            "/api/conditions/[^/]+/(rulings|waivers|waiver-rulings)",
            ".*/(interim-measures|in-force|owner|hand-over|visibility-limits)",
            "/api/absences/.*",
            ".*/redactions/.*",
            ".*/screening/hits/.*",
            ".*/incorporated-documents/links",
            "/api/contracts/[^/]+/concerns/.*",
            "/api/procedures/[^/]+/moves",
            "/api/record/erasures/.*",
            "/api/reports/signed",
            "/api/concerns/.*",
            "/api/letters/(thresholds|headcount|[^/]+/closing|[^/]+/signatures/[^/]+/invalidation)",
            "/api/panel/(meetings|terms)/.*",
            "/api/policy/versions/.*/(approval|withdrawal)",
            "/api/targets"));

    /** What is read with a tag. */
    private static final Pattern TAGGED = Pattern.compile(String.join(
            "|",
            "/api/(reviews|contracts|conditions|suspensions|exits|remediations|re-reviews|sample-reviews|absences)/[^/]+",
            "/api/letters/(thresholds|\\{[^/]+(/signatures)?)",
            "/api/concerns/\\{[^/]+(/legal-hold|/(openings|ties)/[^/]+)?",
            "/api/procedures/\\{definition}",
            "/api/record/erasures/[^/]+",
            "/api/search/saved/[^/]+",
            "/api/reports/unsigned/.*",
            "/api/reviews/[^/]+/stages/assessment/draft/.*",
            "/api/contracts/[^/]+/(interim-measures|in-force|visibility-limits|incorporated-documents|concerns|screening)",
            ".*/contracts/[^/]+/redactions/[^/]+",
            ".*/reviews/[^/]+/panel",
            "/api/panel/(meetings|terms)/[^/]+",
            "/api/policy/versions/[^/]+",
            "/api/inbox/saved-views/[^/]+",
            "/api/targets"));

    /** What is elsewhere afterwards, or nothing that the caller may read. */
    private static final Pattern UNTAGGED = Pattern.compile(
            ".*/(appeals|recusal|legal-hold/(confirmation|end)|openings/[^/]+/confirmation|undoing/(confirmation|refusal)|erasures/.*|reports/signed)");

    private final MockMvcTester mvc;
    private final RequestMappingHandlerMapping handlers;
    private final JsonMapper json;

    @Autowired
    ApiDescriptionIT(
            MockMvcTester mvc,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers,
            JsonMapper json) {
        this.mvc = mvc;
        this.handlers = handlers;
        this.json = json;
    }

    @Test
    void names_every_route_of_the_api_and_nothing_else() throws Exception {
        assertThat(described(description())).isEqualTo(handled()).isNotEmpty();
    }

    @Test
    void says_that_every_call_needs_a_bearer_token() throws Exception {
        JsonNode description = description();

        assertThat(description.at("/components/securitySchemes/bearer/scheme").asString())
                .isEqualTo("bearer");
        assertThat(description.at("/security/0/bearer").isArray()).isTrue();
        // whoever hands in a blind token must not say who they are
        operations(description, (method, path, operation) -> assertThat(operation.has("security"))
                .as("an exception from it: " + path)
                .isEqualTo(path.startsWith("/api/letters/{id}/tokens")));
    }

    @Test
    void says_in_words_what_each_call_does_and_asks_for_no_caller() throws Exception {
        description().get("paths").properties().forEach(path -> path.getValue().forEach(operation -> {
            assertThat(operation.path("summary").asString())
                    .as("summary of " + path.getKey())
                    .isNotBlank();
            operation.path("parameters").forEach(parameter -> assertThat(
                            parameter.path("name").asString())
                    .as("parameter of " + path.getKey())
                    .isNotIn("viewer", "form", "roles", "displayName"));
        }));
    }

    @Test
    void lists_the_refusals_of_each_call_as_problem_documents() throws Exception {
        JsonNode description = description();

        assertThat(description.at("/components/schemas/Problem/properties").propertyNames())
                .contains("type", "rule", "fields", "reasons");
        operations(description, (method, path, operation) -> {
            List<String> refusals = new ArrayList<>(List.of("400", "401", "403", "500"));
            refusals.addAll(method.equals("GET") ? List.of() : List.of("409", "422"));
            refusals.addAll(path.contains("{") ? List.of("404") : List.of());
            refusals.forEach(status -> assertThat(operation
                            .at("/responses/" + status + "/content/application~1problem+json/schema/$ref")
                            .asString())
                    .as(status + " of " + method + " " + path)
                    .endsWith("/Problem"));
        });
    }

    @Test
    void names_the_headers_that_a_write_has_to_carry() throws Exception {
        operations(description(), (method, path, operation) -> {
            List<String> required = new ArrayList<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("required").asBoolean()) {
                    required.add(parameter.path("name").asString());
                }
            });
            assertThat(required.contains("Idempotency-Key"))
                    .as("Idempotency-Key of " + method + " " + path)
                    .isEqualTo(method.equals("POST"));
            // sources, consultations, questions, comments and executed copies are added and change nothing that
            // somebody
            // saw; advice and countersignatures change what stands, and name in their body what was seen of it
            boolean changesReview = method.equals("POST")
                    && path.startsWith("/api/reviews/{reviewId}/")
                    && !path.matches(
                            ".*/(sources|consultations|questions|comments|executed-copies|triage-findings|advice(/.*)?"
                                    + "|residual-severity/countersignature)");
            boolean changesOther =
                    method.equals("POST") && CHANGING.matcher(path).matches();
            // how a letter is signed is fixed: that call is refused whatever was seen
            boolean replaces = method.equals("PUT") && !path.equals("/api/letters/{id}/signing");
            assertThat(required.contains("If-Match"))
                    .as("If-Match of " + method + " " + path)
                    .isEqualTo(changesReview || changesOther || replaces);
            assertThat(operation.at("/responses/200/headers").has("ETag"))
                    .as("ETag of " + method + " " + path)
                    .isEqualTo((required.contains("If-Match")
                                    && !UNTAGGED.matcher(path).matches())
                            || (method.equals("GET")
                                    && TAGGED.matcher(path).matches()
                                    && !path.contains("/contracts/imports")));
        });
    }

    @Test
    void says_what_the_days_of_a_signed_report_are() throws Exception {
        JsonNode days = description().at("/components/schemas/ReportSignatureRequest/properties");

        assertThat(days.at("/from/description").asString()).startsWith("First day of the period");
        assertThat(days.at("/to/description").asString()).startsWith("Last day of that same quarter or year");
    }

    @Test
    void is_linked_from_the_help_of_whoever_may_open_it() {
        assertThat(help("august.lund")).bodyText().contains("href=\"/swagger-ui.html\"", "href=\"/v3/api-docs\"");
        assertThat(mvc.get().uri("/help"))
                .bodyText()
                .contains("once you have signed in")
                .doesNotContain("href=\"/swagger-ui.html\"");
        assertThat(mvc.get().uri("/v3/api-docs")).hasStatus(302);
    }

    private MvcTestResult help(String username) {
        return mvc.get().uri("/help").with(People.signedInAs(username)).exchange();
    }

    private JsonNode description() throws Exception {
        MvcTestResult answer = mvc.get()
                .uri("/v3/api-docs")
                .with(People.signedInAs("erin.walsh"))
                .exchange();
        assertThat(answer).hasStatusOk();
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private interface Check {
        void of(String method, String path, JsonNode operation);
    }

    private static void operations(JsonNode description, Check check) {
        description.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> check.of(
                        operation.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), operation.getValue())));
    }

    private static Set<String> described(JsonNode description) {
        Set<String> routes = new TreeSet<>();
        description.get("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> routes.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return routes;
    }

    private Set<String> handled() {
        Set<String> routes = new TreeSet<>();
        handlers.getHandlerMethods().keySet().forEach(mapping -> mapping.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api/"))
                .forEach(pattern -> mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> routes.add(method + " " + pattern))));
        return routes;
    }
}
