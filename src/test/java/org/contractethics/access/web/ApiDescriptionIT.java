package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
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
        description
                .get("paths")
                .forEach(path -> path.forEach(operation -> assertThat(operation.has("security"))
                        .as("an exception from it")
                        .isFalse()));
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
