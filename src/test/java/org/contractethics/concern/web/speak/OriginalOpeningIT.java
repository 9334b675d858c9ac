package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.ConcernHands;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A file as it came is handed out with the consent of its filer, whom nobody knows, and never their name. */
@IntegrationTest
class OriginalOpeningIT {

    private static final String OLGA = "olga.petrova";
    private static final Pattern DECISION = Pattern.compile("/speak/en/concern/openings/([0-9a-f-]{36})/");

    private final Stranger stranger = new Stranger();
    private final ConcernHands hands;
    private final JdbcClient jdbc;
    private final String text = "It is the module " + UUID.randomUUID();
    private final String reason = "The copy lacks the picture on page one " + UUID.randomUUID();
    private final byte[] original = RegisteredContracts.docx("What I saw " + UUID.randomUUID());

    OriginalOpeningIT(@Autowired MockMvcTester mvc, @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
    }

    @Test
    void the_filer_reads_who_asked_and_why_and_only_their_yes_opens_it() {
        stranger.enter(fileWithDocument());
        String concern = Stranger.newestConcern(jdbc);
        assertThat(ask(concern, "IDENTITY")).hasStatus(422).bodyText().contains("there is no name to open", reason);
        assertThatThrownBy(() -> identityInDatabase(concern))
                .hasStackTraceContaining("no sealed name beside this concern");

        ConcernHands.sent(ask(concern, "ORIGINAL-1"));
        String opening = opening(stranger.concern());
        assertThat(stranger.concern())
                .contains("saw.docx", reason, "Consent for seven days")
                .doesNotContain("Olga");
        assertThat(save(concern, opening)).hasStatus(409);
        Stranger other = new Stranger();
        Map<String, String> token = Stranger.hidden(other.get("/speak/en/return"));
        assertThat(other.post("/speak/en/concern/openings/" + opening + "/consent", token, Map.of())
                        .statusCode())
                .isEqualTo(401);

        assertThat(decide(opening, "consent").statusCode()).isEqualTo(303);

        MvcTestResult saved = save(concern, opening);
        assertThat(saved)
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"original-1.docx\"")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(saved.getMvcResult().getResponse().getContentAsByteArray()).isEqualTo(original);
        opensTheOneFileOnly(concern);
        assertThat(stranger.concern()).contains("Opened so far (times): 1", "Take the consent back");

        assertThat(decide(opening, "refusal").statusCode()).isEqualTo(303);
        assertThat(save(concern, opening)).hasStatus(409);
        assertThat(stranger.concern()).contains("over, sealed again");
        assertThat(jdbc.sql("select count(*) from concern.key_wrap where concern = :id::uuid and part like 'ORIGINAL%'")
                        .param("id", concern)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Whoever has one original opened holds nothing that opens the other. */
    private void opensTheOneFileOnly(String concern) {
        assertThat(jdbc.sql("select part from concern.key_wrap where concern = :id::uuid and part like 'ORIGINAL%'")
                        .param("id", concern)
                        .query(String.class)
                        .list())
                .containsExactly("ORIGINAL/1");
        assertThat(jdbc.sql(
                                """
                        select count(distinct public_key) from concern.concern_key
                        where concern = :id::uuid and part in ('ORIGINAL/1', 'ORIGINAL/2')""")
                        .param("id", concern)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThatThrownBy(() -> jdbc.sql(
                                """
                        insert into concern.key_wrap (concern, part, recipient, wrap)
                        select concern, 'ORIGINAL/2', recipient, wrap from concern.key_wrap
                        where concern = :id::uuid and part = 'ORIGINAL/1'""")
                        .param("id", concern)
                        .update())
                .hasStackTraceContaining("nobody opened this to that person");
        assertThatThrownBy(() -> jdbc.sql(
                                """
                        insert into concern.attachment (concern, number, message, about, original, original_part, added_on)
                        select concern, 3, message, about, original, original_part, added_on from concern.attachment
                        where concern = :id::uuid and number = 1""")
                        .param("id", concern)
                        .update())
                .hasStackTraceContaining("sealed with a key of its own");
    }

    private MvcTestResult ask(String concern, String what) {
        return hands.post(
                "/concerns/" + concern + "/openings",
                OLGA,
                Map.of("opening-what", what, "opening-ground", "CONSENT", "opening-reason", reason));
    }

    private MvcTestResult save(String concern, String opening) {
        return hands.post("/concerns/" + concern + "/openings/" + opening + "/original", OLGA, Map.of());
    }

    private HttpResponse<String> decide(String opening, String decision) {
        return stranger.fill("/speak/en/concern", "/speak/en/concern/openings/" + opening + "/" + decision, Map.of());
    }

    private static String opening(String page) {
        Matcher decision = DECISION.matcher(page);
        assertThat(decision.find()).isTrue();
        return decision.group(1);
    }

    private void identityInDatabase(String concern) {
        jdbc.sql(
                        """
                insert into concern.opening (id, concern, kind, ground, reason, basis, to_confirm, asked_by, asked_on)
                select gen_random_uuid(), :id::uuid, 'IDENTITY', 'CONSENT', text, text, text, :olga, current_date
                from concern.filed_words where concern = :id::uuid""")
                .param("id", concern)
                .param("olga", OLGA)
                .update();
    }

    private String fileWithDocument() {
        HttpResponse<String> form = stranger.get("/speak/en/file");
        HttpResponse<String> check = stranger.upload(
                "/speak/en/check", Stranger.hidden(form), Map.of("topic", "END_USE", "text", text), inOrder());
        return Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of()));
    }

    private Map<String, byte[]> inOrder() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("saw.docx", original);
        files.put("note.txt", "Another file".getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
