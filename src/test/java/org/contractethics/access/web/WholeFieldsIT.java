package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A text that nobody can keep is refused by the name of its field, on every page and in every part of an upload. */
@IntegrationTest
class WholeFieldsIT {

    private final MockMvcTester mvc;
    private final String id = UUID.randomUUID().toString();

    @Autowired
    WholeFieldsIT(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\ud800", "\udc00"})
    void a_form_comes_back_with_what_was_typed_and_names_the_field(String unkept) {
        Document page = sent(Map.of(
                "topic",
                "END_USE",
                "mode",
                "CONFIDENTIAL",
                "text",
                "\nI fear for" + unkept + " children.",
                "outcome",
                "A halt."));

        Element text = page.expectFirst("#text");
        assertThat(text.wholeText()).as("as a browser reads it").isEqualTo("\nI fear for children.");
        assertThat(text.attr("aria-invalid")).isEqualTo("true");
        assertThat(text.attr("aria-describedby").split(" ")).contains("text-problem");
        assertThat(page.expectFirst("#text-problem").text())
                .contains("Error:", "held a character that no text can hold");
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#text");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.select("select[name=topic] option[selected]").eachAttr("value"))
                .containsExactly("END_USE");
        assertThat(page.select("input[name=mode][checked]").eachAttr("value")).containsExactly("CONFIDENTIAL");
        assertThat(page.expectFirst("[name=outcome]").text()).isEqualTo("A halt.");
        assertThat(page.select("[aria-invalid]")).hasSize(1);
    }

    @Test
    void what_has_no_place_in_the_form_is_shown_to_copy_instead() {
        Document page = sent(Map.of("text", "I fear\0.", "added", "In another row."));

        assertThat(page.select("form textarea")).isEmpty();
        assertThat(page.text()).contains("What you typed", "I fear.", "In another row.");
    }

    @Test
    void the_page_a_form_came_from_is_drawn_only_for_whoever_may_open_it() {
        Document page = Jsoup.parse(body(mvc.post()
                .uri("/concerns/new/check")
                .header("Referer", "http://localhost/operation")
                .with(csrf())
                .with(People.signedInAs("erin.walsh"))
                .param("text", "I fear\0 for children.")));

        assertThat(page.expectFirst("#text").text()).isEqualTo("I fear for children.");
    }

    @Test
    void a_form_that_sends_to_another_address_comes_back_on_the_page_it_came_from() {
        Document page = Jsoup.parse(body(mvc.post()
                .uri("/letters/headcount")
                .header("Referer", "http://localhost/letters/thresholds")
                .with(csrf())
                .with(People.signedInAs("george.tan"))
                .param("people", "12\0")
                .param("because", "The report of the year.")));

        assertThat(page.expectFirst("#people[aria-invalid]").val()).isEqualTo("12");
        assertThat(page.expectFirst("#people-problem").text())
                .contains("\u201cPeople in the company\u201d held a character");
        assertThat(page.expectFirst("#because").text()).isEqualTo("The report of the year.");
        assertThat(page.expectFirst("#signatures").val())
                .as("of another form, which nobody filled in")
                .isEmpty();
    }

    private Document sent(Map<String, String> fields) {
        MockMvcTester.MockMvcRequestBuilder form =
                mvc.post().uri("/concerns/new/check").with(csrf()).with(People.signedInAs("erin.walsh"));
        fields.forEach(form::param);
        return Jsoup.parse(body(form));
    }

    private static String body(MockMvcTester.MockMvcRequestBuilder form) {
        MvcTestResult result = form.exchange();
        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\ud800", "\udc00"})
    void a_form_whose_page_has_no_address_is_refused_as_a_whole_and_what_was_typed_is_shown(String unkept) {
        assertThat(mvc.post()
                        .uri("/concerns")
                        .with(csrf())
                        .with(People.signedInAs("erin.walsh"))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .param("id", id)
                        .param("topic", "END_USE")
                        .param("mode", "OPEN")
                        .param("text", "I fear for" + unkept + " children."))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("“Text” holds a character that no text can hold", "I fear for children.")
                .doesNotContain(unkept);
        assertThat(mvc.get().uri("/concerns/" + id).with(People.signedInAs("erin.walsh")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void texts_beside_a_file_are_looked_at_too() {
        String upload = "/api/contracts/" + id + "/documents";

        assertThat(mvc.post()
                        .uri(upload)
                        .with(People.tokenOf("sofia.marin"))
                        .header("Idempotency-Key", id)
                        .multipart()
                        .file(new MockMultipartFile("file", "a.txt", "text/plain", new byte[] {65}))
                        .param("title", "Agree\0ment"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("\"field\":\"title\"", "NUL");
    }
}
