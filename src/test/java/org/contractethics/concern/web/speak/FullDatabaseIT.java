package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.contractethics.FullTable;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Bad input 23: the disk of PostgreSQL is full. */
@IntegrationTest
class FullDatabaseIT {

    private static final String TEXT = "They plan it for Monday, and nobody was asked.";
    private static final String STILL = "What you typed still stands here";

    private final Stranger stranger = new Stranger();
    private final ConcernHands hands;
    private final JdbcClient jdbc;

    FullDatabaseIT(@Autowired MockMvcTester mvc, @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
    }

    @Test
    void what_a_stranger_typed_stands_on_the_page_and_is_filed_once_there_is_room() {
        Map<String, String> typed = Map.of("topic", "END_USE", "text", TEXT);
        HttpResponse<String> check = stranger.fill("/speak/en/file", "/speak/en/check", typed);
        String id = Stranger.hidden(check).getOrDefault("id", "");

        HttpResponse<String> full = FullTable.whileFull(
                "concern.filed_words",
                "new.concern = '" + id + "'",
                () -> stranger.post("/speak/en/send", Stranger.hidden(check), Map.of()));

        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.body()).contains(TEXT, STILL, id).doesNotContain("class=\"group\"", "No space left");
        assertThat(rows("concern.concern", "id", id)).isZero();
        assertThat(rows("concern.concern_key", "concern", id)).isZero();
        assertThat(rows("concern.untold", "concern", id)).isZero();
        HttpResponse<String> again = stranger.post("/speak/en/check", Stranger.hidden(full), typed);
        String code = Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(again), Map.of()));
        assertThat(rows("concern.concern", "id", id)).isOne();
        stranger.enter(code);
        assertThat(stranger.concern()).contains(TEXT);
        aMessageIsNotLostEither(id);
    }

    private void aMessageIsNotLostEither(String id) {
        HttpResponse<String> page = stranger.get("/speak/en/concern");
        HttpResponse<String> full = FullTable.whileFull(
                "concern.message",
                "new.concern = '" + id + "'",
                () -> stranger.post(
                        "/speak/en/concern/check", Stranger.hidden(page), Map.of("message", "One thing more.")));

        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.body()).contains("One thing more.", STILL);
        assertThat(rows("concern.message", "concern", id)).isZero();
        assertThat(stranger.fill("/speak/en/concern", "/speak/en/concern/check", Map.of("message", "One thing more."))
                        .statusCode())
                .isEqualTo(303);
        assertThat(rows("concern.message", "concern", id)).isOne();
    }

    @Test
    void a_file_that_cannot_be_kept_costs_no_text() {
        Map<String, byte[]> files = Map.of("note.txt", "Read this.".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> form = stranger.get("/speak/de/file");

        HttpResponse<String> full = FullTable.whileFull(
                "concern.unsent_file",
                "true",
                () -> stranger.upload(
                        "/speak/de/check", Stranger.hidden(form), Map.of("topic", "END_USE", "text", TEXT), files));

        assertThat(full.statusCode()).isEqualTo(503);
        assertThat(full.body()).contains(TEXT, "steht noch hier");
    }

    @Test
    void whoever_files_with_a_name_finds_their_text_and_files_it_once_under_the_same_number() {
        String id = UUID.randomUUID().toString();
        Map<String, String> form = form(id, Map.of("text", TEXT));

        assertThat(FullTable.whileFull(
                        "concern.filed_words",
                        "new.concern = '" + id + "'",
                        () -> hands.post("/concerns", "erin.walsh", form)))
                .hasStatus(503)
                .bodyText()
                .contains(TEXT, id, "has no room left", "Nothing was stored")
                .doesNotContain("No space left on device");

        assertThat(rows("concern.concern", "id", id)).isZero();
        sent(hands.post("/concerns", "erin.walsh", form));
        assertThat(rows("concern.concern", "id", id)).isOne();
    }

    private int rows(String table, String column, String id) {
        return jdbc.sql("select count(*) from " + table + " where " + column + " = :id::uuid")
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
