package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What an opening shows, and files of filers, by calls of the API: under the rules of the pages, and nothing kept under a key. */
@IntegrationTest
class OpenedByApiIT {

    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final String GEORGE = "george.tan";
    private static final String CONCERNS = "/api/concerns";
    private static final String WHY = "The labour court orders it in the case of 24 November.";

    private final ApiCalls api;
    private final JdbcClient database;
    private final String words = "Only Erin saw this " + UUID.randomUUID();

    OpenedByApiIT(@Autowired Environment settings, @Autowired JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.database = database;
    }

    @Test
    void a_name_is_read_by_who_asked_while_the_opening_is_in_force_and_each_time_is_recorded() {
        String path = filed();
        assertThat(act(OLGA, path, "/openings", asked("IDENTITY")).status()).isEqualTo(200);
        String opening = "/openings/" + opening(path).path("id").asString();
        assertThat(act(OLGA, path, opening + "/name", Map.of()).status())
                .as("nobody said yes")
                .isEqualTo(409);
        assertThat(act(ERIN, path, opening + "/consent", Map.of()).status()).isEqualTo(200);
        int kept = kept();

        assertThat(api.post(OLGA, path + opening + "/name", null).status())
                .as("without If-Match")
                .isEqualTo(428);
        assertThat(act("noah.kim", path, opening + "/name", Map.of()).status()).isEqualTo(403);
        assertThat(act(GEORGE, path, opening + "/name", Map.of()).status()).isEqualTo(404);
        assertThat(act(OLGA, path, "/openings/" + UUID.randomUUID() + "/name", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(act(OLGA, path, opening + "/original", Map.of()).status())
                .as("another kind")
                .isEqualTo(404);
        assertThat(uses(path)).isZero();
        Answer shown = act(OLGA, path, opening + "/name", Map.of());

        assertThat(shown.body().path("name").asString()).isEqualTo("Erin Walsh");
        assertThat(shown.raw().headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(uses(path)).as("the filer reads it").isOne();
        assertThat(entries(path)).contains("concern-name-shown");
        assertThat(kept()).as("nothing under a key").isEqualTo(kept);
        assertThat(act(ERIN, path, opening + "/refusal", Map.of()).status()).isEqualTo(200);
        assertThat(act(OLGA, path, opening + "/name", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void files_are_shown_before_they_are_sent_read_as_copies_and_opened_as_they_came() {
        String path = filed();
        assertThat(send(OLGA, path, words).status()).as("not the filer").isEqualTo(404);
        assertThat(send("noah.kim", path, words).status()).as("of another").isEqualTo(404);
        Answer unsent = send(ERIN, path, words);
        assertThat(unsent.status()).as(unsent.toString()).isEqualTo(200);
        assertThat(unsent.body().at("/files/0/name").asString()).isEqualTo("erin-walsh-rota.txt");
        assertThat(api.get(ERIN, path).body().path("files")).as("not sent yet").isEmpty();
        Map<String, String> wrong = Map.of("text", "See the file.", "draft", "no draft");
        assertThat(act(ERIN, path, "/messages", wrong).status()).isEqualTo(422);
        assertThat(api.get(ERIN, path).body().path("messages")).isEmpty();

        Map<String, String> message = Map.of(
                "text", "See the file.", "draft", unsent.body().path("draft").asString());
        assertThat(act(ERIN, path, "/messages", message).status()).isEqualTo(200);

        for (String reader : List.of(ERIN, OLGA)) {
            Answer copy = api.get(reader, path + "/files/1");
            assertThat(copy.raw().body()).contains(words);
            assertThat(copy.raw().headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
        }
        assertThat(api.get("noah.kim", path + "/files/1").status()).isEqualTo(404);
        assertThat(api.get(GEORGE, path + "/files/1").status()).isEqualTo(404);
        assertThat(act(OLGA, path, "/openings", asked("ORIGINAL-1")).status()).isEqualTo(200);
        String opening = "/openings/" + opening(path).path("id").asString();
        assertThat(act(OLGA, path, opening + "/original", Map.of()).status()).isEqualTo(409);
        assertThat(act(ERIN, path, opening + "/consent", Map.of()).status()).isEqualTo(200);
        Answer original = act(OLGA, path, opening + "/original", Map.of());
        assertThat(original.status()).isEqualTo(200);
        assertThat(original.raw().body()).isEqualTo(words);
        assertThat(entries(path)).contains("concern-original-shown");
        assertThat(readers(path))
                .as("of those who handle it a trace stays, of the filer none")
                .contains(OLGA)
                .doesNotContain(ERIN);
    }

    @Test
    void what_a_filer_called_a_file_is_told_to_them_alone() {
        String path = filed();
        String draft = send(ERIN, path, words).body().path("draft").asString();
        assertThat(act(ERIN, path, "/messages", Map.of("text", "See the file.", "draft", draft))
                        .status())
                .isEqualTo(200);

        Answer handled = api.get(OLGA, path);

        assertThat(handled.body().at("/files/0/name").asString()).isEqualTo("attachment-1.txt");
        assertThat(handled.raw().body()).doesNotContain("erin-walsh-rota");
        assertThat(api.get(ERIN, path).body().at("/files/0/name").asString()).isEqualTo("erin-walsh-rota.txt");
    }

    private Answer send(String person, String path, String text) {
        String sent =
                "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"erin-walsh-rota.txt\"\r\nContent-Type: text/plain\r\n\r\n"
                        + text + "\r\n--b--\r\n";
        Answer seen = api.get(ERIN, path);
        return api.post(
                person,
                path + "/files",
                sent,
                "Content-Type",
                "multipart/form-data; boundary=b",
                "If-Match",
                seen.tag());
    }

    private String filed() {
        Answer filed = api.post(ERIN, CONCERNS, Map.of("mode", "CONFIDENTIAL", "topic", "END_USE", "text", words));
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        return filed.raw().headers().firstValue("Location").orElseThrow();
    }

    private static Map<String, String> asked(String what) {
        return Map.of("what", what, "ground", "CONSENT", "reason", WHY, "basis", "");
    }

    private JsonNode opening(String path) {
        return api.get(OLGA, path).body().at("/proceedings/openings/0");
    }

    private int uses(String path) {
        return api.get(ERIN, path).body().at("/proceedings/openings/0/uses").size();
    }

    private Answer act(String person, String path, String act, Object body) {
        String tag = api.get(OLGA.equals(person) ? OLGA : ERIN, path).tag();
        return api.post(person, path + act, body, "If-Match", tag);
    }

    private int kept() {
        return database.sql("select count(*) from access.kept_answer where username = :olga")
                .param("olga", OLGA)
                .query(Integer.class)
                .single();
    }

    private List<String> readers(String path) {
        return database.sql(
                        """
                select p.actor from record.access_entry a join record.access_person p on p.n = a.n
                where a.route = '/api/concerns/{id}/files/{number}' and a.subject = :id || '.1'""")
                .param("id", path.substring(path.lastIndexOf('/') + 1))
                .query(String.class)
                .list();
    }

    private List<String> entries(String path) {
        return database.sql("select kind from record.entry where position(:id in encode(body, 'escape')) > 0")
                .param("id", path.substring(path.lastIndexOf('/') + 1))
                .query(String.class)
                .list();
    }
}
