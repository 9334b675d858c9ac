package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.TableOwner;
import org.contractethics.concern.internal.anonymous.UnsentFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files that were added and not sent go after a day: the page says so and why, keeps what was typed, and sends nothing without them. */
@IntegrationTest
class WaitingFilesIT {

    private static final String ERIN = "erin.walsh";
    private static final Pattern DRAFT = Pattern.compile("name=\"(?:draft|filesDraft)\" value=\"([A-Za-z0-9_-]{43})\"");
    private static final String GONE = "what is not sent within a day is removed";

    private final Stranger stranger = new Stranger();
    private final ConcernHands hands;
    private final UnsentFiles unsent;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private final String name = "saw-" + id + ".txt";
    private final String text = "They sort children by risk " + id;

    WaitingFilesIT(@Autowired MockMvcTester mvc, @Autowired UnsentFiles unsent, @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.unsent = unsent;
        this.jdbc = jdbc;
    }

    @Test
    void a_form_with_an_account_misses_them_aloud_and_files_nothing_without_them() {
        String draft = draft(upload("/concerns/new/check", whole(), name));
        unsent.run();
        assertThat(waiting(draft)).as("their day is not over").isEqualTo(1);
        waited(draft);

        Map<String, String> form = with(whole(), "draft", draft);
        for (MvcTestResult answer : List.of(
                hands.post("/concerns", ERIN, form),
                upload("/concerns/new/check", form),
                upload("/concerns/new", with(form, "remove", "1")))) {
            assertThat(answer).hasStatus(422).bodyText().contains(GONE, text).doesNotContain(draft, name);
        }
        assertThat(jdbc.sql("select count(*) from concern.concern where id = :id::uuid")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
        sent(hands.post("/concerns", ERIN, with(form, "draft", "")));
    }

    @Test
    void a_message_with_an_account_misses_them_aloud() {
        sent(hands.post("/concerns", ERIN, whole()));
        String messages = "/concerns/" + id + "/messages";
        String draft = draft(upload(messages + "/check", Map.of("message", "x"), name));
        waited(draft);

        Map<String, String> typed = Map.of("message", "Typed " + id, "filesDraft", draft);
        for (MvcTestResult answer : List.of(hands.post(messages, ERIN, typed), upload(messages + "/check", typed))) {
            assertThat(answer)
                    .hasStatus(422)
                    .bodyText()
                    .contains(GONE, "Typed " + id)
                    .doesNotContain(draft);
        }
        assertThat(body(hands.get("/concerns/" + id, ERIN))).doesNotContain("Typed " + id);
    }

    @Test
    void the_pages_without_an_account_miss_them_in_the_language_of_the_page() {
        HttpResponse<String> check = stranger.upload(
                "/speak/de/check",
                Stranger.hidden(stranger.get("/speak/de/file")),
                Map.of("topic", "END_USE", "text", text),
                Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> whole = Stranger.hidden(check);
        waited(whole.getOrDefault("draft", ""));
        for (String action : List.of("send", "check", "file")) {
            HttpResponse<String> answer = stranger.post("/speak/de/" + action, whole, Map.of());
            assertThat(answer.statusCode()).as(action).isEqualTo(422);
            assertThat(answer.body())
                    .contains("Was nicht innerhalb eines Tages gesendet wird, wird entfernt", text)
                    .doesNotContain(name);
        }
        stranger.enter(Stranger.code(stranger.post("/speak/en/send", whole, Map.of("draft", ""))));

        HttpResponse<String> message = stranger.upload(
                "/speak/en/concern/check",
                Stranger.hidden(stranger.get("/speak/en/concern")),
                Map.of("message", "Typed " + id),
                Map.of(name, text.getBytes(StandardCharsets.UTF_8)));
        Map<String, String> typed = with(Stranger.hidden(message), "message", "Typed " + id);
        waited(typed.getOrDefault("draft", ""));
        for (String action : List.of("messages", "check")) {
            HttpResponse<String> answer = stranger.post("/speak/en/concern/" + action, typed, Map.of());
            assertThat(answer.statusCode()).as(action).isEqualTo(422);
            assertThat(answer.body()).contains(GONE, "Typed " + id).doesNotContain(name);
        }
    }

    @Test
    void files_of_one_page_go_together_a_day_after_the_last_of_them_came() {
        String draft = draft(upload("/concerns/new/check", whole(), name));
        days(draft, 3);
        assertThat(body(upload("/concerns/new/check", with(whole(), "draft", draft), "later.txt")))
                .contains(name, "later.txt");
        unsent.run();
        assertThat(waiting(draft)).isEqualTo(2);
        waited(draft);
    }

    private Map<String, String> whole() {
        return form(id, Map.of("text", text));
    }

    private MvcTestResult upload(String path, Map<String, String> fields, String... names) {
        MockMultipartFile[] files = new MockMultipartFile[names.length];
        for (int i = 0; i < names.length; i++) {
            files[i] = new MockMultipartFile(
                    "files", names[i], "application/octet-stream", text.getBytes(StandardCharsets.UTF_8));
        }
        return hands.upload(path, ERIN, fields, files);
    }

    private static Map<String, String> with(Map<String, String> fields, String field, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(field, value);
        return more;
    }

    private static String draft(MvcTestResult page) {
        Matcher draft = DRAFT.matcher(body(page));
        assertThat(draft.find())
                .as("the secret of the files stands in the page")
                .isTrue();
        return draft.group(1);
    }

    /** Two days pass, and what was not sent is cleared away. */
    private void waited(String draft) {
        days(draft, 2);
        unsent.run();
        assertThat(waiting(draft)).isZero();
    }

    private static void days(String draft, int ago) {
        TableOwner.executes("update concern.unsent_file set day = (now() at time zone 'UTC')::date - " + ago
                + " where draft = sha256('\\x"
                + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(draft)) + "')");
    }

    /** The database knows the hash of the secret only. */
    private int waiting(String draft) {
        return jdbc.sql("select count(*) from concern.unsent_file where draft = sha256(:draft)")
                .param("draft", Base64.getUrlDecoder().decode(draft))
                .query(Integer.class)
                .single();
    }
}
