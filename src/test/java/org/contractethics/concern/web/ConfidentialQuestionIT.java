package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;
import static org.contractethics.concern.web.QuestionHands.DANA;
import static org.contractethics.concern.web.QuestionHands.ERIN;
import static org.contractethics.concern.web.QuestionHands.HELEN;
import static org.contractethics.concern.web.QuestionHands.OLGA;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.CanaryScan;
import org.contractethics.concern.internal.vault.SealedStart;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Reviewers ask the filer of a confidential concern, and read neither a word of theirs nor their name: in the server and the database. */
@IntegrationTest
class ConfidentialQuestionIT {

    private static final String SEALED = "decode(repeat('00', 1072), 'hex')";

    private final QuestionHands people;
    private final ApplicationContext application;
    private final JdbcClient jdbc;
    private final String answer;

    ConfidentialQuestionIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired ApplicationContext application,
            @Autowired JdbcClient jdbc) {
        this.people = new QuestionHands(mvc, registering);
        this.application = application;
        this.jdbc = jdbc;
        this.answer =
                "I sit beside those who built it, on the third floor, and saw the list of names. " + people.canary;
    }

    @Test
    void a_reviewer_reads_what_was_released_and_neither_name_nor_answer() throws Exception {
        file(Map.of("text", "The words of the filer."));
        assertThat(body(people.hands.get(people.form(), DANA)))
                .contains("only the ombuds reads its text", "nobody else reads what its filer wrote")
                .doesNotContain("The words of the filer.", "Erin", ERIN);
        sent(people.ask(DANA));
        people.acknowledge();
        assertThat(people.passOn(" ")).hasStatus(422).bodyText().contains("Write what the filer is asked");
        assertThat(people.passOn("w".repeat(4_001))).hasStatus(422).bodyText().contains("w".repeat(4_001));
        sent(people.passOn("Which people, in general?"));
        assertThat(people.page(ERIN))
                .contains("Which people, in general?", "Reviewers may know of this answer")
                .doesNotContain(people.question, "Dana");
        assertThat(people.answer(ERIN, " ")).hasStatus(422).bodyText().contains("Write an answer");
        sent(people.answerAndAgree(ERIN, answer));

        assertThat(people.page(OLGA)).contains(answer, people.question, "Which people, in general?");
        assertThat(people.release(OLGA, " ")).hasStatus(422).bodyText().contains("Write what reviewers may know");
        assertThat(people.release(OLGA, "The filer says: " + answer.toUpperCase(Locale.ROOT) + "!"))
                .as("how it is written could tell who wrote it")
                .hasStatus(422)
                .bodyText()
                .contains("Say it in your own words");
        sent(people.release(OLGA, "Those whose names are on a list."));
        assertThat(people.release(OLGA, "More")).hasStatus(409).bodyText().contains("released already");
        for (String reviewer : List.of(DANA, HELEN)) {
            assertThat(people.caseOf(reviewer))
                    .contains("Those whose names are on a list.")
                    .doesNotContain("third floor", "Which people, in general?", "The words of the filer.", ERIN);
        }
        assertThat(people.page(OLGA)).contains("Reviewers read:", "Those whose names are on a list.");
        assertThat(new CanaryScan(people.canary).tables()).isEmpty();
    }

    @Test
    void without_consent_nothing_of_an_answer_is_released_in_server_and_database() {
        file(Map.of());
        sent(people.ask(DANA));
        people.acknowledge();
        sent(people.passOn());
        assertThat(people.release(OLGA, "x")).hasStatus(409).bodyText().contains("has not answered");
        refusedByTheDatabase(release(OLGA), "unless its filer agrees");
        refusedByTheDatabase(
                "insert into concern.question_answer values ('" + people.id + "', 1, current_date, " + SEALED
                        + ", null)",
                "says of each answer");
        sent(people.answer(ERIN, answer));

        assertThat(people.release(OLGA, "Mine")).hasStatus(409).bodyText().contains("did not agree", "third floor");
        refusedByTheDatabase(release(OLGA), "unless its filer agrees");
        assertThat(people.caseOf(DANA)).doesNotContain("tell you this", "third floor");
        refusedByTheDatabase(
                "update concern.question_answer set may_show = true where concern = '" + people.id + "'",
                "permission denied");
    }

    @Test
    void whoever_is_kept_from_the_concern_passes_nothing_on_releases_nothing_and_gets_no_key() {
        file(Map.of("excluded", "george.tan"));
        sent(people.ask(DANA));
        people.acknowledge();
        for (String kept : List.of("george.tan", "fatima.noor")) {
            for (String what : List.of("pass-on", "turn-back", "release")) {
                assertThat(people.hands.post(people.act(what), kept, Map.of("wording", "x", "reason", "x")))
                        .hasStatus(404);
            }
        }
        refusedByTheDatabase(ruling("george.tan"), "kept from that person");
        refusedByTheDatabase(ruling("sofia.marin"), "kept from that person");
        refusedByTheDatabase(
                "insert into concern.question_ruling values ('" + people.id + "', 1, '" + OLGA
                        + "', current_date, true, null, null)",
                "worded for a filer");
        sent(people.passOn());
        sent(people.answerAndAgree(ERIN, answer));
        refusedByTheDatabase(release("george.tan"), "kept from that person");
        refusedByTheDatabase(release("sofia.marin"), "kept from that person");
        refusedByTheDatabase(release(DANA), "of their own");
        for (String person : List.of("george.tan", "sofia.marin")) {
            refusedByTheDatabase(
                    "insert into concern.key_wrap values ('" + people.id + "', 'REVIEW', '" + person + "', '\\x00')",
                    person.equals("george.tan") ? "kept from" : "had a hand in the contract");
        }

        sent(people.hands.post("/concerns/" + people.id + "/recusal", OLGA, Map.of("reason", "I know the team.")));
        assertThat(people.release(OLGA, "x")).as("stepped back").hasStatus(404);
        refusedByTheDatabase(release(OLGA), "kept from that person");
        assertThat(jdbc.sql("select recipient from concern.key_wrap where concern = :id::uuid")
                        .param("id", people.id)
                        .query(String.class)
                        .list())
                .doesNotContain(OLGA, "george.tan", "sofia.marin", ERIN);
    }

    @Test
    void a_reviewer_who_asked_is_told_nothing_while_the_answer_waits_or_the_concern_is_withdrawn() {
        file(Map.of());
        sent(people.ask(DANA));
        people.acknowledge();
        sent(people.passOn());
        sent(people.answerAndAgree(ERIN, answer));
        sent(people.hands.post("/concerns/" + people.id + "/messages", OLGA, Map.of("message", "Thank you.")));
        assertThat(people.caseOf(DANA))
                .contains("says whether you may know anything of an answer")
                .doesNotContain("third floor", "tell you this");

        sent(people.hands.post("/concerns/" + people.id + "/withdraw", ERIN, Map.of()));
        assertThat(people.release(OLGA, "x")).hasStatus(409).bodyText().contains("withdrew this concern");
        refusedByTheDatabase(release(OLGA), "withdrawn concern");
    }

    @Test
    void an_open_concern_has_neither_wording_nor_release() {
        people.file(Map.of());
        sent(people.ask(DANA));
        people.acknowledge();
        sent(people.passOn("In words of the handler"));
        sent(people.answerAndAgree(ERIN, answer));
        assertThat(people.page(ERIN)).contains(people.question).doesNotContain("In words of the handler");
        assertThat(people.release(OLGA, "x")).hasStatus(409).bodyText().contains("read the answer itself");
        refusedByTheDatabase(release(OLGA), "unless its filer agrees");
        sent(people.hands.post("/concerns/" + people.id + "/messages", OLGA, Map.of("message", "Thank you.")));
        assertThat(people.caseOf(DANA)).as("by the act of an officer").contains("third floor");
    }

    @Test
    void while_concerns_are_sealed_nothing_is_asked_about_confidential_ones_and_what_was_typed_stays() {
        file(Map.of());
        try (SealedStart start = SealedStart.withoutPrivateKey(application)) {
            assertThat(people.hands.get(people.form(), DANA)).hasStatus(503);
            assertThat(people.ask(DANA)).hasStatus(503).bodyText().contains("sealed at the moment", people.canary);
            assertThat(people.caseOf(DANA)).doesNotContain("Ask the filer");
            assertThat(start).isNotNull();
        }
        assertThat(people.caseOf(DANA)).contains("Ask the filer");
    }

    private void file(Map<String, String> changed) {
        Map<String, String> form = new HashMap<>(changed);
        form.put("mode", "CONFIDENTIAL");
        people.file(form);
    }

    private String ruling(String officer) {
        return "insert into concern.question_ruling values ('" + people.id + "', 1, '" + officer
                + "', current_date, true, null, " + SEALED + ")";
    }

    private String release(String officer) {
        return "insert into concern.question_release values ('" + people.id + "', 1, '" + officer + "', current_date, "
                + SEALED + ")";
    }

    private void refusedByTheDatabase(String statement, String why) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasStackTraceContaining(why);
    }
}
