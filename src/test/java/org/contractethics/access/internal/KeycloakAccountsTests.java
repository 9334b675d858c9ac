package org.contractethics.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The roles are asked for while the account is, by the id that it had last. */
class KeycloakAccountsTests {

    private static final String USERS = "/admin/realms/company/users";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer keycloak;
    private KeycloakAccounts accounts;

    @BeforeEach
    void start() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.setExecutor(Executors.newCachedThreadPool());
        keycloak.createContext("/", this::answer);
        keycloak.start();
        answers.put("/realms/company/protocol/openid-connect/token", "{\"access_token\":\"t\",\"expires_in\":300}");
        String url = "http://127.0.0.1:" + keycloak.getAddress().getPort();
        accounts = new KeycloakAccounts(new KeycloakProperties(url, "company", "secret", "secret"));
        account("1", true);
        roles("1", Role.AUDITOR);
    }

    @AfterEach
    void stop() {
        accounts.close();
        keycloak.stop(0);
    }

    @Test
    void what_was_changed_since_is_told() {
        assertThat(found().person().roles()).containsExactly(Role.AUDITOR);
        roles("1", Role.LEADERSHIP);
        account("1", false);

        assertThat(found().person().roles()).containsExactly(Role.LEADERSHIP);
        assertThat(found().enabled()).isFalse();
    }

    @Test
    void an_account_that_was_made_anew_has_none_of_the_roles_of_the_old_one() {
        assertThat(found().person().roles()).containsExactly(Role.AUDITOR);
        account("2", true);
        roles("2", Role.EMPLOYEE);

        assertThat(found().person().roles()).containsExactly(Role.EMPLOYEE);
    }

    @Test
    void an_account_that_is_gone_is_nobody() {
        assertThat(found().enabled()).isTrue();
        answers.put(USERS, "[]");
        answers.remove(USERS + "/1/role-mappings/realm/composite");

        assertThat(accounts.find("dana")).isEmpty();
    }

    @Test
    void roles_that_nobody_answers_for_are_no_roles_of_none() {
        assertThat(found().enabled()).isTrue();
        answers.remove(USERS + "/1/role-mappings/realm/composite");

        assertThatException().isThrownBy(() -> accounts.find("dana"));
    }

    private KeycloakAccounts.Account found() {
        return accounts.find("dana").orElseThrow();
    }

    private void account(String id, boolean enabled) {
        answers.put(USERS, "[{\"id\":\"%s\",\"username\":\"dana\",\"enabled\":%s}]".formatted(id, enabled));
    }

    private void roles(String id, Role role) {
        answers.put(USERS + "/" + id + "/role-mappings/realm/composite", "[{\"name\":\"%s\"}]".formatted(role));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String answer = answers.get(exchange.getRequestURI().getPath());
        byte[] body = (answer == null ? "{}" : answer).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(answer == null ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
