package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.CanaryScan;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DatabaseDump;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.concern.WrittenAhead;
import org.contractethics.record.RecordReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** One anonymous concern from the first word to its withdrawal, and what is left of it anywhere. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class AnonymousFilingIT {

    private static final String OLGA = "olga.petrova";

    private final ConcernHands hands;
    private final JdbcClient jdbc;
    private final Concerns concerns;
    private final RecordReader record;

    private final String text = "canary-text-" + UUID.randomUUID();
    private final String agent = "canary-agent-" + UUID.randomUUID();
    private final String file = "canary-file-" + UUID.randomUUID();
    private final Stranger stranger = new Stranger().sending("User-Agent", agent);

    @Autowired
    AnonymousFilingIT(MockMvcTester mvc, JdbcClient jdbc, Concerns concerns, RecordReader record) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
        this.concerns = concerns;
        this.record = record;
    }

    /** S1, S2, S3, S14, S22 and the whole dialogue. */
    @Test
    void a_stranger_files_is_answered_writes_again_and_leaves_no_trace(CapturedOutput output) throws Exception {
        String address = "203.0.113.77";
        WrittenAhead log = WrittenAhead.fromNow();
        stranger.sending("X-Forwarded-For", address)
                .sending("CF-Connecting-IP", address)
                .sending("True-Client-IP", address);
        String code = fileWithDocument();
        assertThat(code).matches("([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-Z*~$=]");
        String concern = Stranger.newestConcern(jdbc);

        assertThat(stranger.enter(code.toLowerCase(Locale.ROOT).replace("-", " "))
                        .statusCode())
                .isEqualTo(303);
        assertThat(stranger.concern()).contains(text, file, "Received", "Your code was never used before");
        hands.acknowledgeAndAsk(concern, OLGA);
        assertThat(stranger.concern()).contains("Acknowledged on", "Which module is it?");
        write("It is the module " + text);
        assertThat(ConcernHands.body(hands.get("/concerns/" + concern, OLGA)))
                .contains("It is the module " + text, "Attachment 1, clean copy (txt)", "Nobody knows who filed it")
                .doesNotContain(file);
        assertThat(hands.get("/concerns/" + concern + "/files/1", OLGA))
                .bodyText()
                .contains("What I saw");
        assertThat(hands.get("/concerns/" + concern + "/files/1", "tariq.osman"))
                .hasStatus(404);

        CanaryScan canary = new CanaryScan(text, agent, file, address, code.replace("-", ""));
        assertThat(canary.tables()).isEmpty();
        assertThat(canary.isIndexed() || canary.isMailed()).isFalse();
        assertThat(canary.standsIn(output)).isFalse();
        assertThat(canary.standsIn(log.read())).as("write-ahead log").isFalse();
        assertThat(jdbc.sql("select count(*) from concern.reporter where concern = :id::uuid")
                        .param("id", concern)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** S1, S3 in a backup; measured by hand where the machine has a pg_dump of the server's version. */
    @Test
    void a_dump_of_the_database_holds_nothing_of_what_a_stranger_filed() throws Exception {
        Optional<DatabaseDump> dump = DatabaseDump.command();
        assumeThat(dump).as("pg_dump of the server's version").isPresent();
        String code = fileWithDocument();
        String known = Stranger.newestConcern(jdbc);

        byte[] dumped = dump.orElseThrow().take();

        assertThat(new CanaryScan(known).standsIn(dumped))
                .as("what is there is found")
                .isTrue();
        assertThat(new CanaryScan(text, agent, file, code.replace("-", "")).standsIn(dumped))
                .isFalse();
    }

    /** R30 */
    @Test
    void a_receipt_verifies_against_the_record_and_names_nobody() throws Exception {
        String code = stranger.file(text);
        String concern = Stranger.newestConcern(jdbc);
        stranger.enter(code);
        byte[] receipt = stranger.bytes("/speak/en/concern/receipt");
        DayOfFiling.ends(jdbc, concern);
        concerns.announce();

        String commitment =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(receipt));
        assertThat(jdbc.sql(
                                "select convert_from(body, 'UTF8') from record.entry where kind = 'concern-filed' and convert_from(body, 'UTF8') like :hash")
                        .param("hash", "%" + commitment + "%")
                        .query(String.class)
                        .single())
                .contains(concern)
                .doesNotContain(text);
        assertThat(record.verify("august.lund").intact()).isTrue();
        assertThat(new String(receipt, StandardCharsets.UTF_8))
                .contains(concern)
                .doesNotContain(text, code);
        assertThat(stranger.bytes("/speak/en/concern/receipt")).isEqualTo(receipt);
    }

    /** S14 */
    @Test
    void a_code_is_shown_once_and_the_same_form_files_once() {
        HttpResponse<String> check =
                stranger.fill("/speak/en/file", "/speak/en/check", Map.of("topic", "HARM", "text", text));
        HttpResponse<String> first = stranger.post("/speak/en/send", Stranger.hidden(check), Map.of());
        String code = Stranger.code(first);
        HttpResponse<String> second = stranger.post("/speak/en/send", Stranger.hidden(check), Map.of());

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("This was done already").doesNotContain(code, "class=\"group\"");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(first.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        stranger.enter(code);
        assertThat(stranger.concern()).contains(text).doesNotContain(code, code.replace("-", ""));
    }

    /** S17 */
    @Test
    void a_changed_code_replaces_the_old_one_at_once() {
        String old = stranger.file(text);
        stranger.enter(old);
        Stranger thief = new Stranger();
        thief.enter(old);

        Map<String, String> hidden = Stranger.hidden(stranger.get("/speak/en/concern"));
        String changed = Stranger.code(stranger.post("/speak/en/concern/code", hidden, Map.of()));

        assertThat(stranger.post("/speak/en/concern/code", hidden, Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(new Stranger().enter(old).statusCode()).isEqualTo(401);
        assertThat(thief.get("/speak/en/concern").body()).doesNotContain(text);
        assertThat(stranger.concern()).contains(text);
        Stranger again = new Stranger();
        assertThat(again.enter(changed).statusCode()).isEqualTo(303);
        assertThat(again.get("/speak/en/concern").body()).contains(text, "Last opened before now on", "3 times in all");
    }

    /** S26 */
    @Test
    void only_the_filer_withdraws_and_nothing_is_left_to_read() throws Exception {
        String code = fileWithDocument();
        String concern = Stranger.newestConcern(jdbc);
        hands.acknowledgeAndAsk(concern, OLGA);
        assertThat(new Stranger()
                        .post("/speak/en/concern/withdraw", Map.of(), Map.of())
                        .statusCode())
                .isEqualTo(403);
        Stranger other = new Stranger();
        Map<String, String> form = Stranger.hidden(other.get("/speak/en/return"));
        assertThat(other.post("/speak/en/concern/withdraw", form, Map.of()).statusCode())
                .isEqualTo(401);
        stranger.enter(code);

        HttpResponse<String> done = stranger.fill("/speak/en/concern/withdraw", "/speak/en/concern/withdraw", Map.of());

        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(stranger.concern()).contains("Withdrawn").doesNotContain(text);
        assertThat(ConcernHands.body(hands.get("/concerns/" + concern, OLGA)))
                .contains("Withdrawn", "nothing is to be done")
                .doesNotContain(text, "Which module is it?");
        assertThat(jdbc.sql("select count(*) from concern.concern_key where concern = :id::uuid")
                        .param("id", concern)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(hands.post("/concerns/" + concern + "/messages", OLGA, Map.of("message", "?")))
                .hasStatus(409);
        DayOfFiling.ends(jdbc, concern);
        concerns.announce();
        assertThat(jdbc.sql(
                                "select count(*) from record.entry where kind = 'concern-withdrawn' and convert_from(body, 'UTF8') like :id")
                        .param("id", "%" + concern + "%")
                        .query(Integer.class)
                        .single())
                .isOne();
        assertThat(jdbc.sql(
                                "select count(*) from workflow.inbox_item where subject_id = :id::uuid and completed_at is null")
                        .param("id", concern)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String fileWithDocument() {
        HttpResponse<String> form = stranger.get("/speak/en/file");
        HttpResponse<String> check = stranger.upload(
                "/speak/en/check",
                Stranger.hidden(form),
                Map.of("topic", "END_USE", "text", text, "agency", "A border agency"),
                Map.of(file + ".docx", RegisteredContracts.docx("What I saw")));
        assertThat(check.body()).contains("What is in your files", file, "A clean copy was made");
        return Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of()));
    }

    private void write(String message) {
        assertThat(stranger.fill("/speak/en/concern", "/speak/en/concern/check", Map.of("message", message))
                        .statusCode())
                .isEqualTo(303);
        assertThat(stranger.concern()).contains(message);
    }
}
