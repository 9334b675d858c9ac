package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.CanaryScan;
import org.contractethics.local.LocalServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The walls around the anonymous pages, from outside: headers, cookies, tokens, refusals, logs. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class AnonymousWallIT {

    private static final String WRONG = "0000-0000-0000-0000-0001-2";
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; "
                            + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Embedder-Policy", "require-corp",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final JdbcClient jdbc;
    private final MultipartProperties multipart;
    private final LoggingSystem logs;
    private final String canary = "canary-wall-" + UUID.randomUUID();
    private final Stranger stranger = new Stranger();

    @Autowired
    AnonymousWallIT(JdbcClient jdbc, MultipartProperties multipart, LoggingSystem logs) {
        this.jdbc = jdbc;
        this.multipart = multipart;
        this.logs = logs;
    }

    /** S45 */
    @Test
    void every_answer_has_the_same_strict_headers() {
        Map<String, String> token = Stranger.hidden(stranger.get("/speak/en/file"));
        Map<HttpResponse<String>, Integer> answers = Map.ofEntries(
                Map.entry(stranger.get("/speak"), 303),
                Map.entry(stranger.get("/speak/ar"), 200),
                Map.entry(stranger.get("/speak/en/return"), 200),
                Map.entry(stranger.get("/speak/static/speak.css"), 200),
                Map.entry(stranger.get("/speak/static/speak.js"), 200),
                Map.entry(stranger.get("/speak/static/none.js"), 404),
                Map.entry(stranger.get("/speak/xx"), 404),
                Map.entry(stranger.get("/speak/en/nothing/here"), 404),
                Map.entry(stranger.get("/speak/problem"), 404),
                Map.entry(stranger.get("/speak/en/concern"), 401),
                Map.entry(stranger.call("DELETE", "/speak/en/file"), 405),
                Map.entry(stranger.call("PUT", "/speak/en/send"), 405),
                Map.entry(stranger.post("/speak/en/send", Map.of(), Map.of()), 403),
                Map.entry(stranger.post("/speak/en/check", token, Map.of("text", "x".repeat(2_000_000))), 413),
                Map.entry(stranger.post("/speak/en/check", token, Map.of("text", "")), 422));

        answers.forEach((answer, status) -> {
            String asked = answer.request().method() + " " + answer.uri();
            assertThat(answer.statusCode()).as(asked).isEqualTo(status);
            HEADERS.forEach((name, value) -> assertThat(answer.headers().allValues(name))
                    .as(asked + " " + name)
                    .containsExactly(value));
            assertThat(answer.headers().map().keySet()).as(asked).doesNotContain("etag", "last-modified", "server");
        });
    }

    /** S4 */
    @Test
    void a_session_of_an_employee_is_not_even_read() throws SQLException {
        String session = UUID.randomUUID().toString();
        String employee = "canary-employee-" + session;
        jdbc.sql(
                        """
                insert into access.spring_session (primary_id, session_id, creation_time, last_access_time,
                                                   max_inactive_interval, expiry_time, principal_name)
                values (:id, :id, 1, 1, 3600, :expiry, :employee)""")
                .param("id", session)
                .param("expiry", System.currentTimeMillis() + 3_600_000)
                .param("employee", employee)
                .update();
        String cookie = Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
        stranger.withCookie("SESSION", cookie);

        HttpResponse<String> entered = stranger.enter(stranger.file(canary));
        HttpResponse<String> missing = stranger.get("/speak/en/none");

        assertThat(entered.headers().firstValue("Location").orElse("")).endsWith("/speak/en/concern");
        assertThat(stranger.get("/speak/en/concern").body()).contains(canary);
        assertThat(missing.body()).doesNotContain(employee, "Sign in");
        assertThat(stranger.cookie("SESSION")).isEqualTo(cookie);
        assertThat(stranger.cookies()).allMatch(name -> name.equals("SESSION") || name.startsWith("__Host-speak"));
        assertThat(jdbc.sql("select last_access_time from access.spring_session where primary_id = :id")
                        .param("id", session)
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(new CanaryScan(employee).tables()).containsExactly("access.spring_session");
        jdbc.sql("delete from access.spring_session where primary_id = :id")
                .param("id", session)
                .update();
    }

    /** S15 */
    @Test
    void the_cookie_of_a_visit_is_bound_to_this_host_and_dies_with_the_visit() {
        String code = stranger.file(canary);
        HttpResponse<String> entered = stranger.enter(code);
        String cookie = stranger.cookie("__Host-speak");

        assertThat(entered.headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("__Host-speak=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Strict")
                .doesNotContain("Domain", "Max-Age", "Expires");
        stranger.enter(code);
        assertThat(stranger.cookie("__Host-speak")).isNotEqualTo(cookie);
        assertThat(new Stranger()
                        .withCookie("__Host-speak", cookie)
                        .get("/speak/en/concern")
                        .statusCode())
                .isEqualTo(401);
        String second = stranger.cookie("__Host-speak");
        stranger.fill("/speak/en/concern", "/speak/en/sign-out", Map.of());
        assertThat(new Stranger()
                        .withCookie("__Host-speak", second)
                        .get("/speak/en/concern")
                        .statusCode())
                .isEqualTo(401);
        stranger.enter(code);
        String third = stranger.cookie("__Host-speak");
        HttpResponse<String> left = stranger.get("/speak/en/leave");
        assertThat(left.headers().firstValue("Location")).hasValue("https://www.wikipedia.org/");
        assertThat(new Stranger()
                        .withCookie("__Host-speak", third)
                        .get("/speak/en/concern")
                        .statusCode())
                .isEqualTo(401);
    }

    /** S48 */
    @Test
    void nothing_changes_without_the_token_of_ones_own_browser() throws IOException {
        Map<String, String> foreign = Stranger.hidden(new Stranger().get("/speak/en/file"));
        stranger.get("/speak/en/file");
        List<String> acts = Files.readAllLines(Path.of("src/test/resources/access/routes.csv")).stream()
                .filter(route -> route.startsWith("POST,/speak/"))
                .map(route -> route.split(",", -1)[1].replace("{language}", "en"))
                .map(route -> route.replace("{opening}", UUID.randomUUID().toString()))
                .map(route -> route.replace("{number}", "1"))
                .toList();

        assertThat(acts).hasSizeGreaterThan(11);
        for (String act : acts) {
            assertThat(stranger.post(act, Map.of(), Map.of()).statusCode())
                    .as(act)
                    .isEqualTo(403);
            assertThat(stranger.post(act, foreign, Map.of()).statusCode())
                    .as(act + " with the token of somebody else")
                    .isEqualTo(403);
        }
    }

    /** S10 and S12 */
    @Test
    void wrong_codes_of_every_kind_look_the_same_until_there_were_too_many() {
        String old = stranger.file(canary);
        stranger.enter(old);
        String code = Stranger.code(
                stranger.post("/speak/en/concern/code", Stranger.hidden(stranger.get("/speak/en/concern")), Map.of()));
        String oneWrong = (code.charAt(0) == '7' ? "8" : "7") + code.substring(1);
        Stranger guesser = new Stranger();
        List<HttpResponse<String>> refused = Stream.of(oneWrong, WRONG, "nothing like it", old)
                .map(guesser::enter)
                .toList();

        assertThat(refused).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo(refused.get(0).body()).contains("This code opens nothing");
            assertThat(headers(answer)).isEqualTo(headers(refused.get(0)));
        });
        assertThat(Stream.generate(() -> guesser.enter(WRONG).statusCode()).limit(7))
                .startsWith(401)
                .endsWith(429);
        assertThat(new Stranger().enter(code).statusCode()).isEqualTo(303);
    }

    /** Without the hour, which passes. */
    private static Map<String, List<String>> headers(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return headers;
    }

    /** S6, bad inputs 5 and 31 */
    @Test
    void codes_and_texts_stand_in_no_log_at_the_loudest_level(CapturedOutput output) {
        List<String> loud = List.of(
                "org.springframework.web",
                "org.springframework.security",
                "org.springframework.jdbc",
                "org.apache.coyote",
                "org.apache.tomcat",
                "org.thymeleaf");
        loud.forEach(name -> logs.setLogLevel(name, LogLevel.TRACE));
        try {
            String code = stranger.file(canary);
            Map<String, String> form = Stranger.hidden(stranger.get("/speak/en/return"));
            assertThat(stranger.post("/speak/en/return", form, Map.of("code", code + "\u0661"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(stranger.post("/speak/en/return", form, Map.of("code", code.repeat(500)))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(stranger.post("/speak/en/return?code=" + code, form, Map.of("code", code))
                            .statusCode())
                    .isBetween(300, 499);
            assertThat(stranger.get("/speak/en/concern/files/" + code).statusCode())
                    .isBetween(400, 499);
            String both = Stranger.encoded(form) + "&code=" + code + "&code=" + code;
            assertThat(stranger.raw("/speak/en/return", Stranger.FORM, both).statusCode())
                    .isEqualTo(401);
            String json = "{\"code\":{\"of\":\"" + code + "\"}}";
            assertThat(stranger.raw("/speak/en/return", "application/json", json)
                            .statusCode())
                    .isBetween(400, 499);
            assertThat(output.getAll()).doesNotContain(code, canary);
        } finally {
            loud.forEach(name -> logs.setLogLevel(name, null));
        }
    }

    /** S7; and S45 for what fails. */
    @Test
    void a_failure_in_the_middle_of_a_filing_tells_nobody_a_word(CapturedOutput output) throws SQLException {
        HttpResponse<String> check = stranger.upload(
                "/speak/en/check",
                Stranger.hidden(stranger.get("/speak/en/file")),
                Map.of("topic", "HARM", "text", canary),
                Map.of(canary + ".txt", new byte[] {'a'}));
        assertThat(check.body()).contains(canary + ".txt");
        asOwner("alter table concern.untold add constraint fails_in_a_test check (number <> 0) not valid");
        HttpResponse<String> failed;
        try {
            failed = stranger.post("/speak/en/send", Stranger.hidden(check), Map.of());
        } finally {
            asOwner("alter table concern.untold drop constraint fails_in_a_test");
        }

        assertThat(failed.statusCode()).isEqualTo(500);
        HEADERS.forEach((name, value) ->
                assertThat(failed.headers().allValues(name)).as(name).containsExactly(value));
        assertThat(failed.body()).contains("Number of this failure").doesNotContain(canary, "untold", "Exception");
        assertThat(output.getAll())
                .contains("failure on an anonymous page number=")
                .doesNotContain(canary, "Failing row");
        assertThat(Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of())))
                .isNotBlank();
    }

    /** S8 */
    @Test
    void an_upload_never_lies_in_a_file() throws IOException {
        byte[] large = (canary + " ").repeat(400_000).getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> check = stranger.upload(
                "/speak/en/check",
                Stranger.hidden(stranger.get("/speak/en/file")),
                Map.of("topic", "HARM", "text", "See the file."),
                Map.of("large.txt", large));

        assertThat(check.body()).contains("A clean copy was made");
        assertThat(multipart.getFileSizeThreshold()).isGreaterThanOrEqualTo(multipart.getMaxFileSize());
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("upload_")))
                    .isEmpty();
        }
    }

    /** Bad inputs 3, 6, 13 and 15: what no page of ours would have sent. */
    @Test
    void what_a_changed_page_sends_is_refused_or_made_harmless() {
        Map<String, String> form = Stranger.hidden(stranger.get("/speak/en/file"));
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 900; i++) {
            many.put(i + ".txt", new byte[] {'a'});
        }
        Map<String, String> words = Map.of("topic", "HARM", "text", canary, "status", "ANSWERED", "officer", "me");

        assertThat(stranger.post("/speak/en/check", form, Map.of("topic", "KING", "text", canary))
                        .statusCode())
                .isEqualTo(422);
        assertThat(stranger.upload("/speak/en/check", form, words, many).statusCode())
                .isEqualTo(422);
        assertThat(stranger.upload("/speak/en/check", form, words, Map.of("../../a\u202e.txt", new byte[] {'a'}))
                        .body())
                .contains(">a.txt")
                .doesNotContain("../", "\u202e");
        String twice = stranger.upload("/speak/en/check", form, words, Map.of("CON", new byte[0]))
                .body();
        assertThat(twice).contains(canary);
    }

    /** Bad input 16 */
    @Test
    void forged_headers_and_odd_methods_lead_nowhere() throws IOException {
        stranger.sending("X-Forwarded-Host", "evil.example")
                .sending("Forwarded", "host=evil.example")
                .sending("X-HTTP-Method-Override", "DELETE")
                .sending("X-Original-URL", "/concerns");
        HttpResponse<String> start = stranger.get("/speak");

        assertThat(start.statusCode()).isEqualTo(303);
        assertThat(start.headers().firstValue("Location").orElse("")).doesNotContain("evil");
        assertThat(stranger.get("/speak/en/file").body()).contains("<form").doesNotContain("evil");
        assertThat(stranger.call("TRACE", "/speak/en/file").statusCode()).isEqualTo(405);
    }

    /** S16, bad input 4 */
    @Test
    void the_code_itself_is_refused_in_a_message_and_in_the_name_of_a_file() {
        String code = stranger.file(canary);
        stranger.enter(code);
        Map<String, String> form = Stranger.hidden(stranger.get("/speak/en/concern"));

        HttpResponse<String> inText = stranger.post(
                "/speak/en/concern/check",
                form,
                Map.of("message", "my code is " + code.toLowerCase(Locale.ROOT).replace("-", " ")));
        HttpResponse<String> inName = stranger.upload(
                "/speak/en/concern/check", form, Map.of("message", "See."), Map.of(code + ".txt", new byte[] {'a'}));

        assertThat(inText.statusCode()).isEqualTo(422);
        assertThat(inText.body()).contains("Your return code stands in this message");
        assertThat(inName.statusCode()).isEqualTo(422);
        assertThat(inName.body()).contains("Your return code stands in the name of a file");
    }

    private static void asOwner(String statement) throws SQLException {
        Map<String, String> settings =
                LocalServices.forPurpose(LocalServices.Purpose.TEST).settings();
        try (Connection owner = DriverManager.getConnection(
                        settings.get("spring.datasource.url"),
                        settings.get("spring.flyway.user"),
                        settings.get("spring.flyway.password"));
                var change = owner.createStatement()) {
            change.execute(statement);
        }
    }
}
