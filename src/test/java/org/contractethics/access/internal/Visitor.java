package org.contractethics.access.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractethics.Requests;
import org.jspecify.annotations.Nullable;

/** A browser without scripts: keeps cookies of localhost, follows redirects and remembers where they led. */
public final class Visitor {

    private static final int MAX_REDIRECTS = 12;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final List<URI> visited = new ArrayList<>();

    public HttpResponse<String> get(String address) {
        return follow(Requests.to(URI.create(address)).GET());
    }

    HttpResponse<String> post(String address, Map<String, String> fields) {
        return post(address, "application/x-www-form-urlencoded", BodyPublishers.ofString(form(fields)));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    public HttpResponse<String> post(String address, String contentType, BodyPublisher body) {
        return follow(Requests.to(URI.create(address))
                .header("Content-Type", contentType)
                .POST(body));
    }

    /** Posts from a page, as the browser tells it. */
    public HttpResponse<String> postFrom(String page, String address, String contentType, BodyPublisher body) {
        return follow(Requests.to(URI.create(address))
                .header("Content-Type", contentType)
                .header("Referer", page)
                .POST(body));
    }

    /** Posts as a page of ours does. */
    HttpResponse<String> postFromOwnPage(String ours, String path, Map<String, String> fields) {
        return follow(Requests.to(URI.create(ours + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", ours)
                .POST(BodyPublishers.ofString(form(fields))));
    }

    /** Sends a form as the page that shows it would. */
    public HttpResponse<String> send(String ours, FormOnPage form) {
        return follow(Requests.to(URI.create(ours + form.action()))
                .header("Content-Type", form.contentType())
                .header("Origin", ours)
                .POST(form.body()));
    }

    /** The session is over, as after an hour without a page. */
    public void loseSession() {
        forget("SESSION");
    }

    /** Asks with the session id of somebody else. */
    HttpResponse<String> getWithSession(String address, String session) {
        cookies.put("SESSION", session);
        return get(address);
    }

    /** Signs in at the page of Keycloak that this answer shows. */
    public HttpResponse<String> signIn(HttpResponse<String> loginPage, String username, String password) {
        Matcher form = Pattern.compile("action=\"([^\"]+/login-actions/authenticate[^\"]+)\"")
                .matcher(loginPage.body());
        if (!form.find()) {
            throw new IllegalStateException("no sign-in form at " + loginPage.uri());
        }
        return post(form.group(1).replace("&amp;", "&"), Map.of("username", username, "password", password));
    }

    /** The forgery token of the page. */
    public static String token(HttpResponse<String> page) {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        if (!token.find()) {
            throw new IllegalStateException("no form at " + page.uri());
        }
        return token.group(1);
    }

    @Nullable
    String cookie(String name) {
        return cookies.get(name);
    }

    void forget(String cookie) {
        cookies.remove(cookie);
    }

    /** Every address asked for, in order. */
    List<URI> visited() {
        return List.copyOf(visited);
    }

    private HttpResponse<String> follow(HttpRequest.Builder first) {
        HttpResponse<String> answer = send(first);
        for (int i = 0; i < MAX_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
            URI next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(Requests.to(next).GET());
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        request.setHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        if (!cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            visited.add(answer.uri());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String header) {
        String pair = header.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(name.length() + 1);
        if (value.isEmpty() || header.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
