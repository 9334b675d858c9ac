package org.contractethics.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.Requests;
import org.contractethics.local.DemonstrationPeople;
import org.springframework.web.util.HtmlUtils;

/**
 * One person at a browser without script. The session lies in the database, so one sign-in holds however often the application is
 * killed.
 */
final class Person {

    private static final Pattern SIGN_IN = Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

    private static final int MOST_TRIES = 5;
    private static final int MOST_HOPS = 20;

    private final String baseUrl;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private String token = "";

    private Person(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /**
     * Goes to the start page, is sent to Keycloak, and comes back. Keycloak refuses the second of two sign-ins of one account at the
     * same moment, as they happen where several checkouts share its people: then another try is made, as a person would.
     */
    static Person signedIn(String baseUrl, String username) throws IOException, InterruptedException {
        Person person = new Person(baseUrl);
        HttpResponse<String> arrived = person.signIn(username);
        for (int tries = 1; tries < MOST_TRIES && !arrived.uri().toString().startsWith(baseUrl); tries++) {
            arrived = person.signIn(username);
        }
        assertThat(arrived.uri().toString())
                .as("%s is signed in: %s", username, Forms.words(arrived.body()))
                .startsWith(baseUrl);
        return person;
    }

    private HttpResponse<String> signIn(String username) throws IOException, InterruptedException {
        Matcher action = SIGN_IN.matcher(arrive(URI.create(baseUrl + "/")).body());
        assertThat(action.find()).as("the sign-in form of Keycloak").isTrue();
        Map<String, String> fields = Map.of("username", username, "password", DemonstrationPeople.PASSWORD);
        return follow(send(post(
                URI.create(HtmlUtils.htmlUnescape(action.group(1))),
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString(Forms.encoded(fields)))));
    }

    /** A page of the application, which must be there. */
    String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> arrived = arrive(URI.create(baseUrl + path));
        return remembered(arrived.uri().getPath().endsWith("/declaration") ? declared(arrived) : arrived);
    }

    /** Signs the declaration of interests, which stands before somebody's first task of a review. */
    private HttpResponse<String> declared(HttpResponse<String> asked) throws IOException, InterruptedException {
        Map<String, Object> answers = new HashMap<>(Forms.carriedOn(remembered(asked)));
        answers.put("interest", "NONE");
        return follow(send(form(asked.uri().getPath(), answers)));
    }

    /** Sends a form whose answer is a page to go on from. */
    String next(String path, Map<String, ?> fields) throws IOException, InterruptedException {
        return remembered(follow(send(form(path, fields))));
    }

    /** A form of the last page, filled in but not sent yet. */
    HttpRequest form(String path, Map<String, ?> fields) {
        return post(
                URI.create(baseUrl + path),
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString(Forms.encoded(Forms.withToken(fields, token))));
    }

    /** The same with a file. */
    HttpRequest form(String path, String field, String fileName, byte[] content) {
        return post(
                URI.create(baseUrl + path),
                Forms.MULTIPART,
                BodyPublishers.ofByteArray(Forms.multipart(token, field, fileName, content)));
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(request, BodyHandlers.ofString());
        // browsers send secure cookies to localhost without TLS, this client does not
        cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
        return answer;
    }

    private static HttpRequest post(URI address, String type, BodyPublisher body) {
        return Requests.to(address).header("Content-Type", type).POST(body).build();
    }

    private HttpResponse<String> arrive(URI address) throws IOException, InterruptedException {
        return follow(send(Requests.to(address).build()));
    }

    private HttpResponse<String> follow(HttpResponse<String> answer) throws IOException, InterruptedException {
        HttpResponse<String> arrived = answer;
        for (int hops = 0; arrived.statusCode() / 100 == 3; hops++) {
            if (hops == MOST_HOPS) {
                throw new IOException("sent on and on, at last to " + arrived.uri());
            }
            String next = arrived.headers().firstValue("Location").orElseThrow();
            arrived = send(Requests.to(arrived.uri().resolve(next)).build());
        }
        return arrived;
    }

    private String remembered(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s: %s", answer.uri(), Forms.words(answer.body()))
                .isEqualTo(200);
        token = Forms.token(answer.body()).orElse(token);
        return answer.body();
    }
}
