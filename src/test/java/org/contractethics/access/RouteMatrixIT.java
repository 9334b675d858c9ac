package org.contractethics.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.contractethics.IntegrationTest;
import org.contractethics.access.RouteProbe.Route;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Sends every route of the application through the real security filters, as nobody, as somebody without a role and with each
 * single role, and holds the answers against a table that people have read. After an intended change write the table anew with
 * {@code -Droutes.write=true} and read the difference.
 */
@IntegrationTest
class RouteMatrixIT {

    private static final Path TABLE = Path.of("src", "test", "resources", "access", "routes.csv");
    private static final String HEADER = "method,pattern,allowed";

    private final List<RequestMappingInfoHandlerMapping> mappings;
    private final RouteProbe probe;

    @Autowired
    RouteMatrixIT(
            WebApplicationContext application,
            List<RequestMappingInfoHandlerMapping> mappings,
            @Qualifier("springSecurityFilterChain") Filter security) {
        this.mappings = mappings;
        this.probe = new RouteProbe(application, security);
    }

    /** S27; and H11: no route changes an entry of the record. */
    @Test
    void every_route_answers_every_role_as_the_table_says() throws IOException {
        List<String> actual = new ArrayList<>();
        List<String> oddities = new ArrayList<>();
        for (Route route : routes()) {
            RouteProbe.Answer answer = probe.ask(route);
            actual.add(route.method() + "," + route.pattern() + "," + answer.allowed());
            oddities.addAll(answer.oddities());
        }
        if (Boolean.getBoolean("routes.write")) {
            Files.write(TABLE, Stream.concat(Stream.of(HEADER), actual.stream()).toList());
        }

        assertThat(oddities).as("refusals with an unexpected status").isEmpty();
        assertThat(actual).containsExactlyInAnyOrderElementsOf(table());
    }

    /** S48: not even somebody with every role changes anything without the token of their own session; programs have no session. */
    @Test
    void no_page_takes_a_change_without_the_token_of_its_session() {
        List<Route> changes = routes().stream()
                .filter(route -> !route.method().equals("GET") && !route.api())
                .filter(route -> !route.pattern().startsWith("/speak"))
                .toList();

        assertThat(changes).hasSizeGreaterThan(100).noneMatch(probe::passesForged);
    }

    @Test
    void routes_that_nobody_needs_do_not_exist() {
        assertThat(routes())
                .extracting(Route::pattern)
                .noneMatch(pattern -> pattern.startsWith("/actuator") && !pattern.startsWith("/actuator/health"))
                .doesNotContain("/engine-rest/**", "/camunda/**", "/login", "/logout");
    }

    private List<String> table() throws IOException {
        return Files.readAllLines(TABLE).stream().skip(1).toList();
    }

    private NavigableSet<Route> routes() {
        NavigableSet<Route> routes = new TreeSet<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            mapping.getHandlerMethods().keySet().forEach(info -> routes.addAll(routes(info)));
        }
        return routes;
    }

    private static List<Route> routes(RequestMappingInfo info) {
        List<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? List.of("GET", "POST")
                : info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList();
        return methods.stream()
                .flatMap(method -> info.getPatternValues().stream().map(pattern -> new Route(pattern, method)))
                .toList();
    }
}
