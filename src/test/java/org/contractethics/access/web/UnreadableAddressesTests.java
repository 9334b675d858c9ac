package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.contractethics.Requests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** Through a real server: such addresses never reach the application. */
class UnreadableAddressesTests {

    private static WebServer server;

    @BeforeAll
    static void start() {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new UnreadableAddresses().customize(factory);
        server = factory.getWebServer();
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/contracts/%00", "/contracts%5Cnew", "/%2e%2e%2f%00", "/help%2Fme"})
    void people_read_what_is_wrong_and_where_to_go_on(String address) throws Exception {
        HttpResponse<String> answer = ask(address);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body())
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .contains(
                        "<title>This address cannot be read",
                        "<h1>This address cannot be read</h1>",
                        "Nothing was changed",
                        "<a href=\"/\">Go to your start page</a>")
                .doesNotContain("Tomcat", "Apache", "style", "HTTP Status");
    }

    @Test
    void nothing_of_what_was_asked_for_is_repeated() throws Exception {
        assertThat(ask("/%00?name=%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("alert", "%00");
    }

    @Test
    void browsers_run_and_keep_nothing_of_it() throws Exception {
        HttpResponse<String> answer = ask("/%00");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void programs_get_a_problem_document() throws Exception {
        HttpResponse<String> answer = ask("/api/contracts/%00");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"type\": \"https://contractethics.org/problems/malformed\"", "\"status\": 400");
    }

    private static HttpResponse<String> ask(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        Requests.to(URI.create("http://localhost:" + server.getPort() + address))
                                .build(),
                        BodyHandlers.ofString());
    }
}
