package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.FileConcern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Bad input 2, over HTTP: the limits of the server leave room for the longest text. */
@IntegrationTest
class LongConcernIT {

    /** Nine bytes in a form, more than signs of any other script that is written with one code unit. */
    private static final String SIGN = "\u6a29";

    private final Stranger stranger = new Stranger();

    @Test
    void the_longest_text_is_filed_in_any_script_and_one_character_more_is_refused_with_it() {
        String longest = SIGN.repeat(FileConcern.MAX_TEXT);

        HttpResponse<String> tooLong = check(longest + "a");
        HttpResponse<String> check = check(longest);

        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).as("nothing typed is lost").contains("100,000 characters", longest + "a");
        String code = Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of()));
        stranger.enter(code);
        assertThat(stranger.concern()).contains(longest);
    }

    @Test
    void a_character_that_no_text_can_hold_is_refused_in_the_language_of_the_filer_and_what_they_typed_comes_back() {
        HttpResponse<String> refused = stranger.fill(
                "/speak/de/file", "/speak/de/check", Map.of("topic", "END_USE", "text", "I fear for\0 children."));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain("\0");
        Document form = Jsoup.parse(refused.body());
        assertThat(form.expectFirst("textarea#text[aria-invalid=true]").text()).isEqualTo("I fear for children.");
        assertThat(form.expectFirst("#text-problem").text()).contains("Fehler:", "das kein Text enthalten kann");
        assertThat(form.select("section.summary a").eachAttr("href")).containsExactly("#text");
        assertThat(stranger.post(
                                "/speak/de/check",
                                Stranger.hidden(refused),
                                Map.of("topic", "END_USE", "text", "Children."))
                        .statusCode())
                .as("the form can be sent from there")
                .isEqualTo(200);
    }

    @Test
    void texts_beyond_those_of_a_form_come_back_in_the_language_of_the_filer() {
        String text = "I fear for children. ".repeat(120_000);

        HttpResponse<String> refused = stranger.upload(
                "/speak/fr/check",
                Stranger.hidden(stranger.get("/speak/fr/file")),
                Map.of("topic", "END_USE", "text", text),
                Map.of());

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("2 Mo ensemble", text.strip());
    }

    private HttpResponse<String> check(String text) {
        return stranger.fill("/speak/en/file", "/speak/en/check", Map.of("topic", "END_USE", "text", text));
    }
}
