package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractethics.Requests;
import org.contractethics.local.LocalServices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Somebody nobody knows, in a browser without script: real requests over HTTP, from a network of their own. */
final class Stranger {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern GROUP = Pattern.compile("<span class=\"group\">([^<]+)</span>");
    static final String FORM = "application/x-www-form-urlencoded";
    private static final String BOUNDARY = "boundary-of-a-stranger";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final String baseUrl;

    Stranger() {
        this(LocalServices.forPurpose(LocalServices.Purpose.TEST).baseUrl());
    }

    /** At another application than that of the tests. */
    Stranger(String baseUrl) {
        this.baseUrl = baseUrl;
        headers.put("X-Forwarded-For", address());
    }

    private static String address() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "10." + random.nextInt(256) + "." + random.nextInt(256) + ".7";
    }

    Stranger sending(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Stranger withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** Names of the cookies that the pages set. */
    Set<String> cookies() {
        return Set.copyOf(cookies.keySet());
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    byte[] bytes(String path) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> call(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()).build());
    }

    /** A form whose body is sent as it is. */
    HttpResponse<String> raw(String path, String type, String body) {
        return send(request(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Loads the page with the form first, and sends its hidden fields along. */
    HttpResponse<String> fill(String page, String action, Map<String, String> fields) {
        return post(action, hidden(get(page)), fields);
    }

    /** Sends the hidden fields of the page that was shown, with these fields added or changed. */
    HttpResponse<String> post(String action, Map<String, String> hidden, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(hidden);
        all.putAll(fields);
        return raw(action, FORM, encoded(all));
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The same with files, by name. */
    HttpResponse<String> upload(
            String action, Map<String, String> hidden, Map<String, String> fields, Map<String, byte[]> files) {
        Map<String, String> all = new LinkedHashMap<>(hidden);
        all.putAll(fields);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((name, value) -> part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        files.forEach((name, bytes) -> part(body, "name=\"files\"; filename=\"" + name + "\"", bytes));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(request(action)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** The hidden fields of all forms of a page. */
    static Map<String, String> hidden(HttpResponse<String> page) {
        Map<String, String> fields = new LinkedHashMap<>();
        HIDDEN.matcher(page.body())
                .results()
                .forEach(field -> fields.put(field.group(1), HtmlUtils.htmlUnescape(field.group(2))));
        return fields;
    }

    /** Files a concern with this text and answers its code. */
    String file(String text) {
        HttpResponse<String> check =
                fill("/speak/en/file", "/speak/en/check", Map.of("topic", "END_USE", "text", text));
        return code(post("/speak/en/send", hidden(check), Map.of()));
    }

    static String code(HttpResponse<String> page) {
        assertThat(page.statusCode()).as("page with a code").isEqualTo(200);
        return GROUP.matcher(page.body()).results().map(group -> group.group(1)).collect(Collectors.joining("-"));
    }

    HttpResponse<String> enter(String code) {
        return fill("/speak/en/return", "/speak/en/return", Map.of("code", code));
    }

    /** The page of the concern whose code was entered. */
    String concern() {
        HttpResponse<String> page = get("/speak/en/concern");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    /** The id of the concern that was filed last with a code: tests run one after another. */
    static String newestConcern(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                select r.concern::text from concern.return_code r order by r.xmin::text::bigint desc limit 1""")
                .query(String.class)
                .single();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = Requests.to(URI.create(baseUrl + path));
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        Matcher cookie = Pattern.compile("([^=]+)=([^;]*).*").matcher(header);
        if (cookie.matches() && header.contains("Max-Age=0")) {
            cookies.remove(cookie.group(1));
        } else if (cookie.matches()) {
            cookies.put(cookie.group(1), cookie.group(2));
        }
    }
}
