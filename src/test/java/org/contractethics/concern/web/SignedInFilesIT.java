package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.concern.CanaryScan;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.internal.vault.SealedStart;
import org.contractethics.document.cleaning.PlantedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files of filers who are signed in: shown before they are sent, sealed as evidence, read as rebuilt copies by those who handle the concern. */
@IntegrationTest
class SignedInFilesIT {

    private static final String ERIN = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final Pattern DRAFT = Pattern.compile("name=\"(?:draft|filesDraft)\" value=\"([A-Za-z0-9_-]{43})\"");

    private final MockMvcTester mvc;
    private final ConcernHands hands;
    private final ApplicationContext application;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private final String name = "saw-" + id + ".docx";
    private final String text = "They sort children by risk " + id;

    SignedInFilesIT(
            @Autowired MockMvcTester mvc, @Autowired ApplicationContext application, @Autowired JdbcClient jdbc) {
        this.mvc = mvc;
        this.hands = new ConcernHands(mvc);
        this.application = application;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPEN", "CONFIDENTIAL"})
    void a_file_is_shown_before_it_is_sent_and_read_as_a_copy_by_those_who_handle_the_concern(String mode)
            throws Exception {
        MvcTestResult check = upload("/concerns/new/check", whole(mode), file(name, PlantedFiles.docx()));
        assertThat(body(check))
                .contains(
                        "What is in your files",
                        name,
                        "Author",
                        PlantedFiles.AUTHOR,
                        "Hidden text",
                        "A clean copy was made");
        assertThat(files()).isZero();

        file(mode, draft(check));

        assertThat(page(ERIN)).contains(name, "the copy that is read");
        assertThat(page(OLGA)).contains("Attachment 1, clean copy (txt)").doesNotContain(name);
        for (String reader : List.of(ERIN, OLGA)) {
            assertThat(body(hands.get("/concerns/" + id + "/files/1", reader)))
                    .contains("What is seen.")
                    .doesNotContain(PlantedFiles.AUTHOR, "HIDDEN", "DELETED");
        }
        for (String other : List.of("noah.kim", "george.tan", "fatima.noor")) {
            assertThat(hands.get("/concerns/" + id + "/files/1", other)).hasStatus(404);
        }
        assertThat(jdbc.sql("select original_part from concern.attachment where concern = :id::uuid")
                        .param("id", id)
                        .query(String.class)
                        .list())
                .as("the original has a key of its own")
                .containsExactly("ORIGINAL/1");
        assertThat(new CanaryScan(id + ".docx").tables()).isEmpty();
        assertThat(unsent(draft(check))).isZero();
    }

    /** R31: anybody can send the header by which pages ask for their parts. */
    @Test
    void each_file_that_is_read_leaves_a_row_of_its_own_whatever_header_is_sent() throws IOException {
        file(
                "CONFIDENTIAL",
                draft(upload("/concerns/new/check", whole("CONFIDENTIAL"), file(name, PlantedFiles.docx()))));
        assertThat(page(OLGA)).contains("Attachment 1");
        for (int i = 0; i < 2; i++) {
            assertThat(mvc.get()
                            .uri("/concerns/" + id + "/files/1")
                            .header("HX-Request", "true")
                            .with(People.signedInAs(OLGA))
                            .exchange())
                    .hasStatusOk();
        }

        assertThat(jdbc.sql("select count(*) from record.access_entry where subject = :id || '.1' and kind = 'CONCERN'")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_original_of_a_signed_in_filer_opens_with_their_consent_only() throws IOException {
        byte[] original = PlantedFiles.docx();
        file("CONFIDENTIAL", draft(upload("/concerns/new/check", whole("CONFIDENTIAL"), file(name, original))));
        sent(hands.post(
                "/concerns/" + id + "/openings",
                OLGA,
                Map.of(
                        "opening-what", "ORIGINAL-1",
                        "opening-ground", "CONSENT",
                        "opening-reason", "The dates in the file decide who knew of it.")));
        String opening = jdbc.sql("select id from concern.opening where concern = :id::uuid")
                .param("id", id)
                .query(UUID.class)
                .single()
                .toString();
        String path = "/concerns/" + id + "/openings/" + opening;
        assertThat(hands.post(path + "/original", OLGA, Map.of()).getResponse().getStatus())
                .isNotEqualTo(200);

        assertThat(page(ERIN)).contains("The original of attachment 1", "Consent for seven days");
        sent(hands.post(path + "/consent", ERIN, Map.of()));

        assertThat(hands.post(path + "/original", OLGA, Map.of()).getResponse().getContentAsByteArray())
                .isEqualTo(original);
    }

    @Test
    void a_message_with_a_file_is_shown_first_and_one_without_is_sent_at_once() throws IOException {
        file("CONFIDENTIAL", "");
        String messages = "/concerns/" + id + "/messages";

        MvcTestResult check =
                upload(messages + "/check", Map.of("message", "See this. " + id), file(name, PlantedFiles.docx()));
        assertThat(body(check)).contains("Check your message", "See this. " + id, PlantedFiles.AUTHOR);
        assertThat(page(OLGA)).doesNotContain("See this.");
        Map<String, String> typed = Map.of("message", "See this. " + id, "filesDraft", draft(check));
        assertThat(body(hands.post(messages + "/check", ERIN, with(typed, "change", "1"))))
                .contains("See this. " + id, "Remove " + name);

        sent(hands.post(messages, ERIN, typed));

        assertThat(page(OLGA)).contains("See this. " + id, "Attachment 1, clean copy");
        sent(upload(messages + "/check", Map.of("message", "And this.")));
        assertThat(page(OLGA)).contains("And this.");
    }

    @Test
    void only_the_filer_has_files_looked_at_for_a_message() throws IOException {
        file("CONFIDENTIAL", "");
        String messages = "/concerns/" + id + "/messages";
        for (String other : List.of("noah.kim", "fatima.noor", OLGA)) {
            assertThat(hands.upload(
                            messages + "/check", other, Map.of("message", "x"), file(name, PlantedFiles.docx())))
                    .hasStatus(404);
        }
        String draft = draft(upload(messages + "/check", Map.of("message", "x"), file(name, PlantedFiles.docx())));
        sent(hands.post("/concerns/" + id + "/acknowledge", OLGA, Map.of()));

        assertThat(hands.post(messages, OLGA, Map.of("message", "For you", "filesDraft", draft)))
                .hasStatus(422)
                .bodyText()
                .contains("messages of the filer only", "For you");
        sent(hands.post("/concerns/" + id + "/withdraw", ERIN, Map.of()));
        assertThat(upload(messages + "/check", Map.of("message", "Too late " + id), file(name, PlantedFiles.docx())))
                .hasStatus(409)
                .bodyText()
                .contains("withdrew this concern", "Too late " + id);
        assertThat(hands.post(messages, ERIN, Map.of("message", "x", "filesDraft", draft)))
                .hasStatus(409);
        assertThat(files()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 1, One of the files is empty", "1, 11, At most 10 files", "14000000, 2, more than 25 MB together"})
    void a_refused_file_is_named_and_what_was_typed_stays(int size, int number, String reason) {
        List<MockMultipartFile> chosen = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            chosen.add(file("many-" + i + ".txt", new byte[size]));
        }
        MockMultipartFile[] all = chosen.toArray(MockMultipartFile[]::new);

        assertThat(upload("/concerns/new/check", whole("OPEN"), all))
                .hasStatus(422)
                .bodyText()
                .contains("There is a problem", reason, text);

        file("OPEN", "");
        assertThat(upload("/concerns/" + id + "/messages/check", Map.of("message", "Typed " + id), all))
                .hasStatus(422)
                .bodyText()
                .contains(reason, "Typed " + id);
        assertThat(files()).isZero();
    }

    @Test
    void a_file_that_came_stays_beside_a_field_that_is_wrong_and_can_be_taken_away() throws IOException {
        MvcTestResult again =
                upload("/concerns/new/check", with(whole("OPEN"), "topic", ""), file(name, PlantedFiles.docx()));
        assertThat(again)
                .hasStatus(422)
                .bodyText()
                .contains("Choose what the concern is about.", text, "Remove " + name);
        String draft = draft(again);
        Map<String, String> form = with(whole("OPEN"), "draft", draft);

        MvcTestResult without = upload("/concerns/new", with(form, "remove", "1"));
        assertThat(body(without)).contains(text).doesNotContain(name);
        assertThat(unsent(draft)).isZero();

        assertThat(upload(
                        "/concerns/new/check", with(form, "draft", "another page's secret"), file("b.txt", bytes("b"))))
                .hasStatusOk()
                .bodyText()
                .contains("b.txt")
                .doesNotContain(name);
    }

    /** Bad inputs 3, 6 and 17. */
    @Test
    void the_name_of_a_file_is_shown_as_text_without_its_path() {
        MvcTestResult check = upload(
                "/concerns/new/check",
                whole("OPEN"),
                file("../../<script>alert(1)</script>\u202eexe.txt", bytes("seen")));

        assertThat(body(check)).doesNotContain("<script>alert(1)", "\u202e", "../..");
    }

    @Test
    void files_are_taken_in_while_concerns_are_sealed_and_filed_once_however_often_the_form_is_sent()
            throws IOException {
        String draft = draft(upload("/concerns/new/check", whole("CONFIDENTIAL"), file(name, PlantedFiles.docx())));
        try (SealedStart start = SealedStart.withoutAnyKey(application)) {
            assertThat(hands.post("/concerns", ERIN, with(whole("CONFIDENTIAL"), "draft", draft)))
                    .hasStatus(503)
                    .bodyText()
                    .contains("Nothing was stored", text, "Remove " + name);
            assertThat(start).isNotNull();
        }
        assertThat(unsent(draft)).isEqualTo(1);
        try (SealedStart start = SealedStart.withoutPrivateKey(application)) {
            file("CONFIDENTIAL", draft);
            file("CONFIDENTIAL", draft);
            assertThat(start).isNotNull();
        }
        assertThat(files()).isEqualTo(1);
        assertThat(page(OLGA)).contains("Attachment 1, clean copy");
    }

    private void file(String mode, String draft) {
        sent(hands.post("/concerns", ERIN, with(whole(mode), "draft", draft)));
    }

    private Map<String, String> whole(String mode) {
        return form(id, Map.of("mode", mode, "text", text));
    }

    private static Map<String, String> with(Map<String, String> fields, String field, String value) {
        Map<String, String> more = new HashMap<>(fields);
        more.put(field, value);
        return more;
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("files", name, "application/octet-stream", bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private MvcTestResult upload(String path, Map<String, String> fields, MockMultipartFile... files) {
        return hands.upload(path, ERIN, fields, files);
    }

    private static String draft(MvcTestResult page) {
        Matcher draft = DRAFT.matcher(new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
        assertThat(draft.find())
                .as("the secret of the files stands in the page")
                .isTrue();
        return draft.group(1);
    }

    private String page(String viewer) {
        return body(hands.get("/concerns/" + id, viewer));
    }

    private int files() {
        return jdbc.sql("select count(*) from concern.attachment where concern = :id::uuid")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    /** The database knows the hash of the secret only. */
    private int unsent(String draft) {
        return jdbc.sql("select count(*) from concern.unsent_file where draft = sha256(:draft)")
                .param("draft", java.util.Base64.getUrlDecoder().decode(draft))
                .query(Integer.class)
                .single();
    }
}
