package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.contractethics.IntegrationTest;
import org.contractethics.access.internal.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Uploads beyond the limit end in a page that says so, whatever the browser announced. */
@IntegrationTest
class UploadLimitIT {

    private static final byte[] MEGABYTE = new byte[1024 * 1024];
    private static final String BOUNDARY = "limit-of-a-part";

    private final String ours;
    private final Visitor visitor = new Visitor();

    @Autowired
    UploadLimitIT(@Value("${contract-ethics.base-url}") String ours) {
        this.ours = ours;
    }

    @Test
    void an_upload_that_announces_too_much_is_refused_unread() {
        assertRefused(upload(token(), 60, true));
    }

    @Test
    void an_upload_of_unknown_length_is_refused_when_it_passes_the_limit() {
        assertRefused(upload(token(), 60, false));
    }

    @Test
    void a_file_beyond_the_limit_in_a_request_within_it_is_refused() {
        assertRefused(upload(token(), 51, true));
    }

    @Test
    void texts_in_parts_that_are_too_long_are_refused_as_texts() {
        HttpResponse<String> answer = upload(token(), "reason", 9, true);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("This is too long", "2 MB of text", "Back to the page before")
                .doesNotContain("50 MB", "Exception");
    }

    @Test
    void texts_that_are_too_long_and_could_be_read_are_shown_again() {
        String token = token();
        String longest = "a b ".repeat(3 * MEGABYTE.length / 4) + "the end";
        for (String type : List.of("multipart/form-data; boundary=" + BOUNDARY, "application/x-www-form-urlencoded")) {
            String body = type.startsWith("multipart")
                    ? part("_csrf", token) + part("title", "A title") + part("reason", longest) + "--" + BOUNDARY
                            + "--\r\n"
                    : "_csrf=" + token + "&title=A+title&reason=" + longest.replace(' ', '+');

            HttpResponse<String> answer = visitor.postFrom(
                    ours + "/contracts/import", ours + "/contracts/import", type, BodyPublishers.ofString(body));

            assertThat(answer.statusCode()).as(type).isEqualTo(413);
            assertThat(answer.body())
                    .contains("This is too long", "2 MB of text", "What you typed", "A title", longest)
                    .doesNotContain("50 MB");
        }
    }

    private static String part(String name, String text) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + text + "\r\n";
    }

    @Test
    void and_so_they_are_without_an_account() {
        HttpResponse<String> answer = visitor.postFrom(
                ours + "/speak/en/file",
                ours + "/speak/en/check",
                "multipart/form-data; boundary=" + BOUNDARY,
                BodyPublishers.ofString("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\n"
                        + "x".repeat(9 * MEGABYTE.length) + "\r\n--" + BOUNDARY + "--\r\n"));

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body())
                .contains("50 MB", "25 MB", "Go to your start page")
                .contains("href=\"/contracts/import\"", "Back to the page before")
                .doesNotContain("Exception");
    }

    private String token() {
        return Visitor.token(visitor.signIn(visitor.get(ours + "/account"), "sofia.marin", "ethics-demo"));
    }

    private HttpResponse<String> upload(String token, int megabytes, boolean announced) {
        return upload(token, "file\"; filename=\"awards.csv", megabytes, announced);
    }

    private HttpResponse<String> upload(String token, String name, int megabytes, boolean announced) {
        byte[] head = ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n--"
                        + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] tail = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        List<byte[]> parts = new ArrayList<>(List.of(head));
        parts.addAll(Collections.nCopies(megabytes, MEGABYTE));
        parts.add(tail);
        BodyPublisher body = BodyPublishers.ofByteArrays(parts);
        long length = head.length + (long) megabytes * MEGABYTE.length + tail.length;
        return visitor.postFrom(
                ours + "/contracts/import",
                ours + "/contracts/import",
                "multipart/form-data; boundary=" + BOUNDARY,
                announced ? BodyPublishers.fromPublisher(body, length) : body);
    }
}
