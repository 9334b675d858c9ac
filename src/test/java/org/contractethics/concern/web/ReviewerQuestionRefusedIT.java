package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.sent;
import static org.contractethics.concern.web.QuestionHands.DANA;
import static org.contractethics.concern.web.QuestionHands.ERIN;
import static org.contractethics.concern.web.QuestionHands.HELEN;
import static org.contractethics.concern.web.QuestionHands.OLGA;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.internal.question.AskingFilers;
import org.contractethics.concern.internal.vault.SealedStart;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Who asks the filer of a concern nothing, passes nothing on and answers nothing, in the server and in the database. */
@IntegrationTest
class ReviewerQuestionRefusedIT {

    private static final String SEALED = "decode(repeat('00', 1072), 'hex')";

    private final QuestionHands people;
    private final AskingFilers asking;
    private final ApplicationContext application;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;

    ReviewerQuestionRefusedIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired AskingFilers asking,
            @Autowired ApplicationContext application,
            @Autowired TransactionTemplate transaction,
            @Autowired JdbcClient jdbc) {
        this.people = new QuestionHands(mvc, registering);
        this.asking = asking;
        this.application = application;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONFIDENTIAL", "OPEN"})
    void whoever_does_not_review_the_contract_asks_nothing_about_a_concern(String mode) {
        people.file(Map.of("mode", mode));
        for (String other : List.of("noah.kim", "sofia.marin", "lena.hoffman", ERIN)) {
            assertThat(people.hands.get(people.form(), other).getResponse().getStatus())
                    .isIn(403, 404);
            assertThat(people.ask(other).getResponse().getStatus()).isIn(403, 404);
        }
        assertThat(people.hands.get("/contracts/" + UUID.randomUUID() + "/concerns/" + people.id + "/question", DANA))
                .hasStatus(404);
        assertThat(questions()).isZero();
    }

    @Test
    void whoever_is_kept_from_a_concern_asks_nothing_about_it() {
        people.file(Map.of("excluded", DANA));
        assertThat(people.ask(DANA)).hasStatus(404);
        assertThat(people.hands.get(people.form(), DANA)).hasStatus(404);
        refusedByTheDatabase(inserted(DANA), "kept from that person");

        Actor owner = actor("sofia.marin", Role.SUBMITTER, Role.HR_REVIEWER);
        assertThatThrownBy(() -> asking.ask(people.contract.id(), concern(), people.question, owner))
                .as("who is paid by the contract")
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no such concern");
        refusedByTheDatabase(inserted("sofia.marin"), "kept from that person");

        jdbc.sql(
                        "insert into concern.recusal (concern, username, recused_on, reason) values (:id::uuid, :who, current_date, "
                                + SEALED + ")")
                .param("id", people.id)
                .param("who", HELEN)
                .update();
        assertThat(people.ask(HELEN)).as("who stepped back").hasStatus(404);
        assertThat(questions()).isZero();
    }

    @Test
    void filers_and_handlers_have_ways_of_their_own() {
        people.file(Map.of());
        assertThatThrownBy(() ->
                        asking.ask(people.contract.id(), concern(), people.question, actor(ERIN, Role.HR_REVIEWER)))
                .hasMessageContaining("You filed this concern");
        assertThatThrownBy(() -> asking.ask(
                        people.contract.id(), concern(), people.question, actor(OLGA, Role.OMBUDS, Role.HR_REVIEWER)))
                .hasMessageContaining("You handle this concern");
        sent(people.ask(DANA));
        people.acknowledge();
        refusedByTheDatabase(
                "insert into concern.question_ruling values ('" + people.id + "', 1, '" + DANA
                        + "', current_date, true, null)",
                "of their own");
        for (String other : List.of("george.tan", "fatima.noor")) {
            assertThat(people.hands.post(people.act("pass-on"), other, Map.of()))
                    .hasStatus(404);
        }
        assertThat(people.hands.post(people.act("pass-on"), ERIN, Map.of())).hasStatus(403);
        assertThat(people.answer("noah.kim", "Mine")).hasStatus(404);
    }

    @Test
    void nothing_is_asked_about_a_concern_that_was_answered_or_withdrawn() {
        people.file(Map.of());
        sent(people.ask(DANA));
        people.acknowledge();
        people.hands.close(people.id, OLGA);
        assertThat(people.ask(DANA)).hasStatus(409).bodyText().contains("answered already", people.canary);
        assertThat(people.passOn()).hasStatus(409).bodyText().contains("it is closed");
        assertThat(people.caseOf(DANA))
                .contains("closed it without passing this on")
                .doesNotContain("Ask the filer");
        refusedByTheDatabase(inserted(DANA), "wait for their answer");

        String other = UUID.randomUUID().toString();
        people.file(other, Map.of());
        sent(people.hands.post("/concerns/" + other + "/withdraw", ERIN, Map.of()));
        assertThat(people.hands.post(
                        people.form().replace(people.id, other), DANA, Map.of("question", people.question)))
                .hasStatus(409)
                .bodyText()
                .contains("withdrew this concern", people.canary);
    }

    @Test
    void a_purge_takes_question_ruling_and_answer() {
        people.file(Map.of());
        sent(people.ask(DANA));
        people.acknowledge();
        sent(people.passOn());
        sent(people.answer(ERIN, "Those at the border."));
        people.hands.close(people.id, OLGA);

        transaction.executeWithoutResult(status -> {
            jdbc.sql("select concern.purge(:id::uuid, 'ANSWERED', current_date)::text")
                    .param("id", people.id)
                    .query(String.class)
                    .single();
            assertThat(questions()).isZero();
            // other processes still know the concern
            status.setRollbackOnly();
        });
    }

    @Test
    void a_question_of_nothing_or_of_too_much_comes_back_as_typed() {
        people.file(Map.of());
        assertThat(people.ask(DANA, " \u200b "))
                .hasStatus(422)
                .bodyText()
                .contains("Write a question of at most 4,000");
        String long1 = "q".repeat(4_001);
        assertThat(people.ask(DANA, long1)).hasStatus(422).bodyText().contains(long1);
        sent(people.ask(DANA, "q".repeat(4_000)));
        people.acknowledge();
        sent(people.passOn());
        assertThat(people.answer(ERIN, " ")).hasStatus(422).bodyText().contains("Write an answer of at most 100,000");
        assertThat(people.answer(ERIN, "a".repeat(100_001)))
                .hasStatus(422)
                .bodyText()
                .contains("a".repeat(100_001));
    }

    @Test
    void while_concerns_are_sealed_nothing_is_asked_and_what_was_typed_stays() {
        people.file(Map.of());
        try (SealedStart start = SealedStart.withoutPrivateKey(application)) {
            assertThat(people.hands.get(people.form(), DANA)).hasStatus(503);
            assertThat(people.ask(DANA)).hasStatus(503).bodyText().contains("sealed at the moment", people.canary);
            assertThat(people.caseOf(DANA)).doesNotContain("Ask the filer");
            assertThat(start).isNotNull();
        }
        assertThat(questions()).isZero();
    }

    private ConcernId concern() {
        return ConcernId.valueOf(people.id);
    }

    private int questions() {
        return jdbc.sql("select count(*) from concern.question where concern = :id::uuid")
                .param("id", people.id)
                .query(Integer.class)
                .single();
    }

    private String inserted(String asker) {
        return "insert into concern.question values ('" + people.id
                + "', (select coalesce(max(number), 0) + 1 from concern.question where concern = '" + people.id
                + "'), '"
                + asker
                + "', current_date, " + SEALED + ")";
    }

    private void refusedByTheDatabase(String statement, String why) {
        assertThatThrownBy(() -> jdbc.sql(statement).update()).hasStackTraceContaining(why);
    }

    private static Actor actor(String username, Role... roles) {
        return new Actor(username, username, Set.of(roles));
    }
}
