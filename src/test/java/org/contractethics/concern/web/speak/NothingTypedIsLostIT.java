package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.vault.SealedStart;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Where concerns are sealed, or too much came within a minute, whoever has no account reads again what they typed. */
@IntegrationTest
class NothingTypedIsLostIT {

    private static final int SENT_IN_A_MINUTE = 60;

    private final Stranger stranger = new Stranger();
    private final ApplicationContext application;
    private final String text = "They sort people by risk " + UUID.randomUUID();

    NothingTypedIsLostIT(@Autowired ApplicationContext application) {
        this.application = application;
    }

    @Test
    void a_concern_that_cannot_be_sealed_comes_back_in_its_form_and_is_sent_later() {
        HttpResponse<String> check = check();

        HttpResponse<String> refused;
        try (SealedStart start = SealedStart.withoutAnyKey(application)) {
            assertThat(start).isNotNull();
            refused = stranger.post("/speak/en/send", Stranger.hidden(check), Map.of());
        }

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains(text, "What you typed still stands here", "There is a problem");
        assertThat(Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of())))
                .isNotEmpty();
    }

    @Test
    void what_a_filer_writes_while_concerns_are_sealed_stands_on_the_page_that_says_so() {
        stranger.enter(stranger.file("First. " + text));
        Map<String, String> hidden = Stranger.hidden(stranger.get("/speak/en/concern"));

        HttpResponse<String> refused;
        try (SealedStart start = SealedStart.withoutPrivateKey(application)) {
            assertThat(start).isNotNull();
            refused = stranger.post("/speak/en/concern/messages", hidden, Map.of("message", "More. " + text));
        }

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body())
                .contains("More. " + text, "This is what you typed")
                .doesNotContain("First.");
        assertThat(stranger.concern()).contains("First. " + text).doesNotContain("More. ");
    }

    @Test
    void what_is_sent_too_often_comes_back_with_what_was_typed() {
        HttpResponse<String> check = check();
        stranger.enter(stranger.file("First. " + text));
        Map<String, String> hidden = Stranger.hidden(stranger.get("/speak/en/concern"));
        for (int sent = 0; sent < SENT_IN_A_MINUTE; sent++) {
            stranger.post("/speak/en/concern/questions/99/answer", hidden, Map.of("answer", "Nobody asked."));
        }

        HttpResponse<String> concern = stranger.post("/speak/en/send", Stranger.hidden(check), Map.of());
        HttpResponse<String> message =
                stranger.post("/speak/en/concern/messages", hidden, Map.of("message", "More. " + text));

        assertThat(concern.statusCode()).isEqualTo(429);
        assertThat(concern.body()).contains(text, "Too much was sent within a minute", "There is a problem");
        assertThat(message.statusCode()).isEqualTo(429);
        assertThat(message.body()).contains("More. " + text, "Too much was sent within a minute", "First. " + text);
    }

    private HttpResponse<String> check() {
        return stranger.fill("/speak/en/file", "/speak/en/check", Map.of("topic", "END_USE", "text", text));
    }
}
