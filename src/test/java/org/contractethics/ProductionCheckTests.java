package org.contractethics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class ProductionCheckTests {

    private final Map<String, String> values = new HashMap<>();
    private HttpServer web;
    private int closedPort;

    @BeforeEach
    void serverThatAnswersNotFound() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.start();
        try (ServerSocket socket = new ServerSocket(0)) {
            closedPort = socket.getLocalPort();
        }
        String nowhere = "http://127.0.0.1:" + closedPort;
        values.put("spring.datasource.url", "jdbc:postgresql://127.0.0.1:" + closedPort + "/ethics");
        values.put("spring.datasource.username", "ethics");
        values.put("spring.datasource.password", "secret");
        values.put("spring.flyway.user", "ethics_owner");
        values.put("spring.flyway.password", "secret");
        values.put("contract-ethics.base-url", "https://ethics.example.org");
        values.put("contract-ethics.keycloak.url", nowhere);
        values.put("contract-ethics.keycloak.realm", "contract-ethics");
        values.put("contract-ethics.keycloak.pages-secret", "secret");
        values.put("contract-ethics.keycloak.directory-secret", "secret");
        values.put("contract-ethics.elasticsearch.url", nowhere);
        values.put("contract-ethics.custodian.public-key", "key");
        values.put("contract-ethics.custodian.lookup-key", "key");
        values.put("contract-ethics.concerns.destroyed-file", "src/test/resources/concern/nothing-destroyed");
        values.put("spring.mail.host", "127.0.0.1");
        values.put("spring.mail.port", Integer.toString(closedPort));
        values.put("contract-ethics.mail.from", "ethics@example.org");
        values.put("contract-ethics.webhooks.secret-key", "mZP3ZzQ8m2n9yJ3q1l0sQ5o8c6g4b2a0X9w7V5u3T1s=");
        values.put("contract-ethics.record.origin", "ethics.example.org/record");
        values.put("contract-ethics.record.signer-key", "B0u1hO3wWmEY8vXkJ7n3bY2sQfR6cT9aLpDxZ5GqNKE=");
        values.put("contract-ethics.record.mac-key", "mB4n8Vx1cQz7Lk2Jh5Gf9Ds3Ap6Oi0Uy4Tr8Ew2Qa0c=");
        values.put("contract-ethics.record.policy-file", "src/test/resources/record/production-policy");
    }

    @AfterEach
    void stop() {
        web.stop(0);
    }

    @Test
    void looks_at_nothing_outside_production() {
        GenericApplicationContext context = context("demonstration");

        assertThatCode(() -> new ProductionCheck().initialize(context)).doesNotThrowAnyException();
    }

    @Test
    void stops_on_settings_before_it_asks_any_server() {
        values.remove("spring.mail.host");

        assertThatThrownBy(this::start).hasMessageContaining("spring.mail.host").hasMessageNotContaining("reached");
    }

    @Test
    void names_the_settings_of_a_database_and_a_keycloak_that_cannot_be_reached() {
        assertThatThrownBy(this::start)
                .hasMessageContaining("PostgreSQL cannot be reached: put an address into spring.datasource.url")
                .hasMessageContaining("Keycloak cannot be reached: put an address into contract-ethics.keycloak.url");
    }

    @Test
    void does_without_search_and_mail_that_are_down_and_says_so() {
        ProductionServers servers = ProductionServers.lookAt(new ProductionSettings(values::get));

        assertThat(servers.problems()).noneMatch(problem -> problem.contains("lasticsearch"));
        assertThat(servers.warnings())
                .satisfiesExactly(
                        search -> assertThat(search).contains("contract-ethics.elasticsearch.url"),
                        mail -> assertThat(mail).contains("spring.mail.host"));
    }

    @Test
    void names_settings_whose_host_nobody_knows() {
        values.put("contract-ethics.elasticsearch.url", "http://search.invalid:9200");
        values.put("spring.mail.host", "mail.invalid");

        assertThatThrownBy(this::start)
                .hasMessageContaining("Nobody knows the host of setting contract-ethics.elasticsearch.url")
                .hasMessageContaining("Nobody knows the host of setting spring.mail.host");
    }

    @Test
    void names_the_setting_of_a_server_that_is_something_else() {
        values.put("contract-ethics.elasticsearch.url", webAddress());
        values.put("contract-ethics.keycloak.url", webAddress());

        assertThatThrownBy(this::start)
                .hasMessageContaining("at setting contract-ethics.elasticsearch.url is no Elasticsearch")
                .hasMessageContaining(
                        "Keycloak answers 404 for the realm: put its address into contract-ethics.keycloak.url");
    }

    @Test
    void names_the_api_key_where_a_secured_cluster_does_not_let_us_in() {
        answer("/_cluster/health", 401, "{\"error\":{\"type\":\"security_exception\"},\"status\":401}");
        values.put("contract-ethics.elasticsearch.url", webAddress());

        assertThatThrownBy(this::start)
                .hasMessageContaining("does not let us in (status 401)")
                .hasMessageContaining("contract-ethics.elasticsearch.api-key");
    }

    @Test
    void shows_its_api_key_to_a_secured_cluster() {
        web.createContext("/_cluster/health", exchange -> {
            boolean known = "ApiKey a2V5".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = (known ? "{\"cluster_name\":\"search\"}" : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        values.put("contract-ethics.elasticsearch.url", webAddress());
        values.put("contract-ethics.elasticsearch.api-key", "a2V5");

        ProductionServers servers = ProductionServers.lookAt(new ProductionSettings(values::get));

        assertThat(servers.problems()).noneMatch(problem -> problem.contains("lasticsearch"));
        assertThat(servers.warnings()).noneMatch(warning -> warning.contains("lasticsearch"));
    }

    @Test
    void names_the_setting_of_a_keycloak_that_goes_by_another_address() {
        answer("/realms/contract-ethics/.well-known/openid-configuration", 200, "{\"issuer\":\"https://elsewhere\"}");
        values.put("contract-ethics.keycloak.url", webAddress());

        assertThatThrownBy(this::start).hasMessageContaining("Keycloak goes by another address");
    }

    @Test
    void names_the_secrets_that_keycloak_does_not_accept() {
        aKeycloak();
        answer("/realms/contract-ethics/protocol/openid-connect/token", 401, "{}");

        assertThatThrownBy(this::start)
                .hasMessageContaining("secret of contract-ethics.keycloak.pages-secret")
                .hasMessageContaining("secret of contract-ethics.keycloak.directory-secret");
    }

    @Test
    void names_the_client_at_which_keycloak_does_not_send_people_back() {
        aKeycloak();
        answer("/realms/contract-ethics/protocol/openid-connect/auth", 400, "<p>Invalid parameter: redirect_uri</p>");
        answer("/realms/contract-ethics/protocol/openid-connect/token", 400, "{\"error\":\"invalid_client\"}");

        assertThatThrownBy(this::start)
                .hasMessageContaining("does not send people back to the address of contract-ethics.base-url")
                .hasMessageContaining("https://ethics.example.org/*")
                .hasMessageNotContaining("contract-ethics-script");
    }

    @Test
    void does_not_start_beside_the_password_client_of_the_demonstration() {
        aKeycloak();
        answer("/realms/contract-ethics/protocol/openid-connect/auth", 302, "");
        answer("/realms/contract-ethics/protocol/openid-connect/token", 400, "{\"error\":\"invalid_request\"}");

        assertThatThrownBy(this::start)
                .hasMessageContaining("contract-ethics-script")
                .hasMessageNotContaining("send people back");
    }

    @Test
    void shows_one_line_for_each_reason_instead_of_a_stack_trace() {
        values.remove("spring.mail.host");
        values.remove("spring.mail.port");
        NotFitForProduction refusal = catchThrowableOfType(NotFitForProduction.class, this::start);

        FailureAnalysis shown = new NotFitForProductionAnalyzer().analyze(refusal, refusal);

        assertThat(shown.getDescription().lines()).hasSize(2);
        assertThat(shown.getAction()).contains("application-production.yml");
    }

    private void start() {
        new ProductionCheck().initialize(context("production"));
    }

    private GenericApplicationContext context(String profile) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        values.forEach(environment::setProperty);
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        return context;
    }

    private void aKeycloak() {
        String issuer = webAddress() + "/realms/contract-ethics";
        answer("/realms/contract-ethics/.well-known/openid-configuration", 200, "{\"issuer\":\"" + issuer + "\"}");
        values.put("contract-ethics.keycloak.url", webAddress());
    }

    private String webAddress() {
        return "http://127.0.0.1:" + web.getAddress().getPort();
    }

    private void answer(String path, int status, String body) {
        web.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
