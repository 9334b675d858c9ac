package org.contractethics.journeys;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.contractethics.Requests;
import org.contractethics.local.DemonstrationPeople;
import org.contractethics.local.LocalServices;
import org.springframework.web.util.HtmlUtils;

/** One signed-in person without a screen: real requests over HTTP, as many at once as a test wants. */
public final class PlainBrowser {

    private static final Pattern FORM = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final String baseUrl =
            LocalServices.forPurpose(LocalServices.Purpose.TEST).baseUrl();
    private String token = "";

    private PlainBrowser() {}

    /** Through Keycloak's own page. */
    public static PlainBrowser signedInAs(String username) throws IOException, InterruptedException {
        PlainBrowser browser = new PlainBrowser();
        HttpResponse<String> form = browser.follow(browser.get(URI.create(browser.baseUrl + "/inbox")));
        String action = HtmlUtils.htmlUnescape(found(FORM, form.body()));
        HttpResponse<String> page = browser.follow(browser.client.send(
                browser.form(
                        URI.create(action), Map.of("username", username, "password", DemonstrationPeople.PASSWORD)),
                HttpResponse.BodyHandlers.ofString()));
        assertThat(page.statusCode()).as("signed in as " + username).isEqualTo(200);
        browser.token = found(TOKEN, page.body());
        return browser;
    }

    /** Sends a form with the token of the page; redirects are left to the caller. */
    public CompletableFuture<HttpResponse<String>> post(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        return client.sendAsync(form(URI.create(baseUrl + path), all), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form as a page of another site would make the browser do: signed in, and without the token. */
    public CompletableFuture<HttpResponse<String>> postUntrusted(String path, Map<String, String> fields) {
        return client.sendAsync(form(URI.create(baseUrl + path), fields), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> follow(HttpResponse<String> first) throws IOException, InterruptedException {
        HttpResponse<String> answer = first;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            keepCookies(answer);
            String next = answer.headers().firstValue("Location").orElse(null);
            if (next == null) {
                return answer;
            }
            answer = get(answer.uri().resolve(next));
        }
        throw new IllegalStateException("redirected without end, last by " + answer.uri());
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return client.send(request(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest form(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = Requests.to(address).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    /** All go to one host, as with a browser on localhost; Java's own keeping would hold back those marked secure. */
    private void keepCookies(HttpResponse<String> answer) {
        for (String header : answer.headers().allValues("Set-Cookie")) {
            String[] cookie = header.split(";", 2)[0].split("=", 2);
            cookies.put(cookie[0], cookie[1]);
        }
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}
