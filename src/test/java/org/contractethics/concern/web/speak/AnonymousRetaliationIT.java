package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.CanaryScan;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.concern.TableOwner;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A filer whom nobody knows finds the question whether they came to harm when they come back, and may leave it (H14). */
@IntegrationTest
class AnonymousRetaliationIT {

    private static final String OLGA = "olga.petrova";
    private static final String QUESTION = "Did anything bad happen to you at work";
    private final LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(3);

    private final Stranger stranger = new Stranger();
    private final ConcernHands hands;
    private final JdbcClient jdbc;
    private final Concerns concerns;
    private final String account = "canary-harm-" + UUID.randomUUID();

    AnonymousRetaliationIT(@Autowired MockMvcTester mvc, @Autowired JdbcClient jdbc, @Autowired Concerns concerns) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
        this.concerns = concerns;
    }

    @Test
    void what_they_tell_is_sealed_and_gets_an_anonymous_case_outside_the_line() throws SQLException {
        String code = stranger.file("I fear for children.");
        String concern = Stranger.newestConcern(jdbc);
        stranger.enter(code);
        assertThat(stranger.concern()).doesNotContain(QUESTION);
        assertThat(answer(Map.of("happened", "no")).statusCode())
                .as("not asked yet")
                .isEqualTo(409);
        TableOwner.filedDaysAgo(concern, 15);
        keptFrom(concern, "george.tan");
        assertThat(stranger.concern()).contains(QUESTION, "may be able to tell who you are", "leave the question");
        refusesWhatIsNotWhole(code);

        HttpResponse<String> shown = answer(harm(Map.of()));

        String ownCode = Stranger.code(shown);
        String ownCase = Stranger.newestConcern(jdbc);
        assertThat(ownCode).isNotEqualTo(code);
        assertThat(shown.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer(harm(Map.of())).statusCode()).as("sent twice").isEqualTo(409);
        assertThat(stranger.concern())
                .contains("Another place, team, shift or manager", "section 11(c)")
                .doesNotContain(QUESTION, account);
        isSealedAndUntold(concern, ownCase);
        refusedByTheDatabase(concern, ownCase);

        assertThat(hands.get("/concerns/" + ownCase, "george.tan"))
                .as("kept from the same people")
                .hasStatus(404);
        DayOfFiling.ends(jdbc, ownCase);
        concerns.announce();
        assertThat(told(ownCase)).isEqualTo(2);
        assertThat(body(hands.get("/concerns/" + ownCase, OLGA))).contains(account, "The ombuds investigates");
        assertThat(body(hands.get("/concerns/" + concern, OLGA)))
                .contains("/concerns/" + ownCase, "Another place, team, shift or manager");
        Stranger again = new Stranger();
        again.enter(ownCode);
        assertThat(again.concern()).contains(account, "Pressure or retaliation");
        withdrawn(concern);
    }

    @Test
    void the_question_may_be_left_or_answered_with_no_and_the_next_one_is_asked_again() throws SQLException {
        stranger.enter(stranger.file("I fear for families."));
        String concern = Stranger.newestConcern(jdbc);
        TableOwner.filedDaysAgo(concern, 31);
        for (Map.Entry<String, String> question : Map.of(
                        "es", "¿Le ha ocurrido algo?",
                        "de", "Ist Ihnen etwas geschehen?",
                        "fr", "Vous est-il arrivé quelque chose ?",
                        "ar", "هل حدث لك شيء؟")
                .entrySet()) {
            assertThat(stranger.get("/speak/" + question.getKey() + "/concern").body())
                    .contains(question.getValue());
        }
        assertThat(rows(concern)).as("looking leaves nothing").isZero();

        assertThat(answer(Map.of("happened", "no")).statusCode()).isEqualTo(303);

        assertThat(stranger.concern()).doesNotContain(QUESTION);
        assertThat(rows(concern)).isOne();
        assertThat(jdbc.sql("select count(*) from concern.adverse_act where concern = :id::uuid")
                        .param("id", concern)
                        .query(Integer.class)
                        .single())
                .isZero();
        TableOwner.executes(
                "update concern.check_in set answered_on = answered_on - 60 where concern = '" + concern + "'");
        TableOwner.filedDaysAgo(concern, 91);
        assertThat(stranger.concern()).contains("filed at least 90 days ago", QUESTION);
    }

    private void refusesWhatIsNotWhole(String code) {
        assertThat(answer(Map.of()).body()).contains("Say whether anything happened to you, or leave the question.");
        HttpResponse<String> wrong =
                answer(harm(Map.of("kind", "MURDER", "day", day.plusYears(1).toString())));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Choose what happened.", "not in the future", account);
        assertThat(answer(harm(Map.of("account", "\u200b"))).body()).contains("Write what happened.");
        assertThat(answer(harm(Map.of("account", "My code is " + code))).body())
                .contains("Your return code stands in this text");
        Stranger other = new Stranger();
        Map<String, String> token = Stranger.hidden(other.get("/speak/en/return"));
        assertThat(other.post("/speak/en/concern/check-ins", token, Map.of("happened", "no"))
                        .statusCode())
                .isEqualTo(401);
    }

    private void isSealedAndUntold(String concern, String ownCase) throws SQLException {
        assertThat(new CanaryScan(account).tables()).isEmpty();
        assertThat(jdbc.sql(
                                """
                        select c.adverse is null and a.kind is null and a.happened_on is null
                           and octet_length(c.sealed) = octet_length(a.sealed)
                        from concern.check_in c join concern.adverse_act a using (concern)
                        where concern = :id::uuid and a.own_case = :case::uuid""")
                        .param("id", concern)
                        .param("case", ownCase)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        concerns.announce();
        assertThat(told(ownCase)).as("not before its day is over").isZero();
        assertThat(jdbc.sql(
                                """
                        select distinct data_type from information_schema.columns
                        where table_schema = 'concern' and table_name in ('check_in', 'adverse_act', 'untold')""")
                        .query(String.class)
                        .list())
                .as("no time finer than a day")
                .noneMatch(type -> type.startsWith("time"));
    }

    private void refusedByTheDatabase(String concern, String ownCase) {
        for (String refused : List.of(
                "check_in (concern, after_days, answered_on, adverse) values ('%1$s', 30, current_date + 30, true)",
                "adverse_act (own_case, concern, kind, happened_on, told_on) values ('%2$s', '%1$s', 'PAY', current_date, current_date)",
                "check_in (concern, after_days, answered_on, sealed) select concern, 30, current_date, sealed"
                        + " from concern.check_in where concern = '%1$s'",
                "adverse_act (own_case, concern, sealed, told_on) select '%3$s', '%2$s', sealed, current_date"
                        + " from concern.check_in where concern = '%1$s'")) {
            String insert = "insert into concern." + refused.formatted(concern, ownCase, concern);
            assertThatThrownBy(() -> jdbc.sql(insert).update())
                    .as(insert)
                    .hasStackTraceContaining("ERROR")
                    .cause()
                    .message()
                    .satisfies(told -> assertThat(told)
                            .containsAnyOf("is sealed", "when it is due", "anonymous one about retaliation"));
        }
    }

    /** A withdrawn concern asks nothing, and its case goes on. */
    private void withdrawn(String concern) {
        stranger.fill("/speak/en/concern/withdraw", "/speak/en/concern/withdraw", Map.of());
        TableOwner.filedDaysAgo(concern, 40);
        assertThat(stranger.concern()).doesNotContain(QUESTION, "section 11(c)");
        assertThat(body(hands.get("/concerns/" + concern, OLGA)))
                .contains("Withdrawn")
                .doesNotContain("shift");
    }

    private HttpResponse<String> answer(Map<String, String> fields) {
        return stranger.fill("/speak/en/concern", "/speak/en/concern/check-ins", fields);
    }

    private Map<String, String> harm(Map<String, String> changed) {
        Map<String, String> fields = new LinkedHashMap<>(
                Map.of("happened", "yes", "kind", "TRANSFER", "day", day.toString(), "account", "Moved. " + account));
        fields.putAll(changed);
        return fields;
    }

    private void keptFrom(String concern, String person) {
        TableOwner.executes(
                "insert into concern.exclusion (concern, username) values ('%s', '%s')".formatted(concern, person));
    }

    private int rows(String concern) {
        return jdbc.sql("select count(*) from concern.check_in where concern = :id::uuid")
                .param("id", concern)
                .query(Integer.class)
                .single();
    }

    /** What process and record know of it. */
    private int told(String concern) {
        return jdbc.sql(
                        """
                select (select count(*) from engine.act_ru_execution where business_key_ = :id and parent_id_ is null)
                     + (select count(*) from record.entry where position(:id in encode(body, 'escape')) > 0)""")
                .param("id", concern)
                .query(Integer.class)
                .single();
    }
}
