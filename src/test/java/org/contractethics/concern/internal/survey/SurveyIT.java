package org.contractethics.concern.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.ConcernHands;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.contractethics.shared.Times;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A survey by pages, by calls of the API and against the tables: each answers once, nothing is told early, and nobody is singled out. */
@IntegrationTest
class SurveyIT {

    private static final String PAGE = "/concerns/survey";
    private static final String OLGA = "olga.petrova";
    private static final String ERIN = "erin.walsh";
    private static final String NOAH = "noah.kim";
    private static final Duration LONG_AGO = Duration.ofDays(100);

    private final ConcernHands hands;
    private final ApiCalls api;
    private final SurveyStore store;
    private final ClosingSurveys closing;
    private final AnsweringSurvey answering;
    private final RecordReader record;
    private final JdbcClient database;
    private final JdbcClient owner;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Autowired
    SurveyIT(
            MockMvcTester mvc,
            Environment settings,
            SurveyStore store,
            ClosingSurveys closing,
            AnsweringSurvey answering,
            RecordReader record,
            JdbcClient database,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.hands = new ConcernHands(mvc);
        this.api = new ApiCalls(settings);
        this.store = store;
        this.closing = closing;
        this.answering = answering;
        this.record = record;
        this.database = database;
        this.owner = JdbcClient.create(new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password")));
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @BeforeEach
    void no_survey_came_before() {
        owner.sql("truncate concern.survey, concern.survey_participant, concern.survey_count, concern.survey_result")
                .update();
    }

    @Test
    void the_ombuds_opens_it_every_employee_answers_once_and_sees_no_number() {
        assertThat(body(hands.get(PAGE, ERIN))).contains("No survey is open");
        sent(hands.post(PAGE, OLGA, Map.of("closesOn", in(10).toString())));

        assertThat(body(hands.get(PAGE, ERIN))).contains("Send my answers", "I know how to raise a concern");
        sent(hands.post(PAGE + "/answers", ERIN, answers("YES")));
        assertThat(hands.post(PAGE + "/answers", ERIN, answers("NO")))
                .hasStatus(409)
                .bodyText()
                .contains("You have taken part in this survey already.");

        assertThat(body(hands.get(PAGE, ERIN))).contains("You took part").doesNotContain("Send my answers");
        assertThat(body(hands.get(PAGE, OLGA))).contains("No survey has closed yet.");
        assertThat(store.counts(1).get(SurveyQuestion.KNOWS_HOW))
                .containsEntry(SurveyAnswer.YES, 1)
                .containsEntry(SurveyAnswer.NO, 0);
    }

    @Test
    void what_is_wrong_is_said_and_what_was_chosen_stays() {
        assertThat(hands.post(PAGE, OLGA, Map.of("closesOn", in(61).toString())))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Enter the last day of the survey, from " + Times.words(in(5)) + " to " + Times.words(in(60)),
                        in(61).toString());
        assertThat(hands.post(PAGE, OLGA, Map.of("closesOn", "soon"))).hasStatus(422);
        for (String person : List.of(ERIN, "george.tan", "lena.hoffman", "august.lund")) {
            assertThat(hands.post(PAGE, person, Map.of("closesOn", in(10).toString())))
                    .as(person)
                    .hasStatus(403);
        }
        sent(hands.post(PAGE, OLGA, Map.of("closesOn", in(10).toString())));
        assertThat(hands.post(PAGE, OLGA, Map.of("closesOn", in(20).toString())))
                .hasStatus(409)
                .bodyText()
                .contains("A survey is open until " + Times.words(in(10)));

        Map<String, String> four = answers("PARTLY");
        four.remove("trustsReview");
        assertThat(hands.post(PAGE + "/answers", ERIN, four))
                .hasStatus(422)
                .bodyText()
                .contains("Choose an answer to: The review stops contracts")
                .containsPattern("value=\"PARTLY\"[^>]*checked");
        assertThat(hands.post(PAGE + "/answers", ERIN, answers("OTHER"))).hasStatus(422);
        assertThat(store.tookPart(1, ERIN)).isFalse();
    }

    @Test
    void a_survey_that_is_over_takes_no_answer_and_the_next_one_waits() {
        survey(10, SurveyAnswer.YES, 0, SurveyAnswer.NO);

        assertThat(hands.post(PAGE + "/answers", ERIN, answers("YES")))
                .hasStatus(409)
                .bodyText()
                .contains("This survey is not open.");
        closing.run();
        Instant early = clock.instant().minus(LONG_AGO).plus(Duration.ofDays(89));
        assertThatThrownBy(() -> new OpeningSurveys(store, events, Clock.fixed(early, ZoneOffset.UTC))
                        .open(OpeningSurveys.today(early).plusDays(10).toString(), actor(OLGA, Role.OMBUDS)))
                .hasMessageContaining("The next one can be opened on");
        sent(hands.post(PAGE, OLGA, Map.of("closesOn", in(10).toString())));
    }

    @Test
    void closing_tells_what_may_be_told_once_and_destroys_the_rest() {
        int before = closed().size();
        survey(12, SurveyAnswer.YES, 3, SurveyAnswer.NO);
        closing.run();
        closing.run();

        assertThat(closed()).hasSize(before + 1).first().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("system");
            assertThat(entry.number("participants")).hasValue(15);
            // three said no to each: neither they nor the twelve are told
            assertThat(entry.facts()).containsOnlyKeys("survey", "participants");
        });
        assertThat(rows("survey_participant")).isZero();
        assertThat(rows("survey_count")).isZero();
        assertThat(body(hands.get(PAGE, ERIN))).contains("15 people took part").contains("–");
    }

    @Test
    void numbers_of_five_and_more_are_told_to_everybody_and_by_programs() {
        survey(7, SurveyAnswer.PARTLY, 6, SurveyAnswer.NO);
        closing.run();

        assertThat(closed().get(0).number("trustsReviewPartly")).hasValue(7);
        assertThat(closed().get(0).number("trustsReviewYes")).hasValue(0);
        Answer read = api.get(NOAH, "/api/surveys");
        assertThat(read.status()).isEqualTo(200);
        var first = read.body().path("surveys").path(0);
        assertThat(first.path("participants").asInt()).isEqualTo(13);
        assertThat(first.path("questions").path(0).path("answers").path("NO").asInt())
                .isEqualTo(6);
        assertThat(read.body().path("tookPart").asBoolean()).isFalse();
    }

    @Test
    void of_fewer_than_ten_nothing_is_told_not_even_how_many() {
        survey(9, SurveyAnswer.YES, 0, SurveyAnswer.NO);
        closing.run();

        assertThat(closed().get(0).facts()).containsOnlyKeys("survey");
        assertThat(body(hands.get(PAGE, ERIN))).contains("Fewer than ten people took part");
        assertThat(rows("survey_result")).isZero();
    }

    @Test
    void programs_open_and_answer_by_the_same_rules_and_nothing_is_kept_under_a_key() {
        int before = kept();
        assertThat(api.post(ERIN, "/api/surveys", Map.of("closesOn", in(10).toString()))
                        .status())
                .isEqualTo(403);
        assertThat(api.post(OLGA, "/api/surveys", Map.of("closesOn", in(2).toString()))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(OLGA, "/api/surveys", Map.of("closesOn", in(10).toString()))
                        .status())
                .isEqualTo(201);

        Map<String, String> given = answers("UNSAID");
        given.remove("survey");
        assertThat(api.post(NOAH, "/api/surveys/2/answers", given).status()).isEqualTo(409);
        Answer answered = api.post(NOAH, "/api/surveys/1/answers", given);
        assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
        assertThat(answered.body().path("tookPart").asBoolean()).isTrue();
        assertThat(api.post(NOAH, "/api/surveys/1/answers", given).status()).isEqualTo(409);
        assertThat(api.post("fatima.noor", "/api/surveys/1/answers", given).status())
                .isEqualTo(403);
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void twelve_who_answer_in_the_same_instant_are_all_counted() throws Exception {
        sent(hands.post(PAGE, OLGA, Map.of("closesOn", in(10).toString())));
        ExecutorService people = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Boolean>> acts = IntStream.range(0, 12)
                    .<Callable<Boolean>>mapToObj(n -> () -> {
                        answering.answer(1, answers(n % 2 == 0 ? "YES" : "NO"), actor("person" + n, Role.EMPLOYEE));
                        return true;
                    })
                    .toList();
            for (Future<Boolean> act : people.invokeAll(acts)) {
                assertThat(act.get()).isTrue();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(store.counts(1).values())
                .allSatisfy(numbers ->
                        assertThat(numbers).containsEntry(SurveyAnswer.YES, 6).containsEntry(SurveyAnswer.NO, 6));
    }

    @Test
    void the_tables_refuse_what_the_application_does() {
        sent(hands.post(PAGE, OLGA, Map.of("closesOn", in(10).toString())));
        sent(hands.post(PAGE + "/answers", ERIN, answers("YES")));

        refused("update concern.survey_count set number = number + 1 where answer = 'NO'", "do not add up");
        refused("update concern.survey_count set number = number + 2 where answer = 'NO'", "an answer counts one");
        refused("update concern.survey_count set number = 0 where answer = 'YES'", "an answer counts one");
        refused("update concern.survey set closed_on = closes_on + 1", "when its last day is over");
        refused("insert into concern.survey_participant (survey, username) values (1, 'x')", "do not add up");
        refused("delete from concern.survey_participant", "until the survey closes");
        refused("delete from concern.survey_count", "until the survey closes");
        refused(
                "insert into concern.survey_result values (1, 'KNOWS_HOW', 'YES', 5)",
                "nothing is told of an open survey");
        refused("update concern.survey set closed_on = opened_on", "check constraint");
        refused("update concern.survey set closes_on = closes_on + 1", "permission denied");
        refused("delete from concern.survey", "permission denied");
        refused(
                "insert into concern.survey (number, opened_on, opened_by, closes_on) values (2, current_date + 89, 'x', current_date + 99)",
                "90 days after the last one");
    }

    @Test
    void a_closed_survey_never_changes_and_tells_no_small_number() {
        survey(12, SurveyAnswer.YES, 0, SurveyAnswer.NO);
        closing.run();

        refused("update concern.survey set participants = 20", "only closes, once");
        refused("insert into concern.survey_participant (survey, username) values (1, 'x')", "the survey is closed");
        refused(
                "insert into concern.survey_result values (1, 'KNOWS_HOW', 'OTHER', 5)",
                "what is told is what was counted");
        refused("update concern.survey_result set number = 6", "permission denied");
        assertThatThrownBy(() ->
                        owner.sql("update concern.survey_result set number = 6").update())
                .hasStackTraceContaining("never change");
    }

    @Test
    void nothing_is_told_at_closing_that_was_not_counted_and_nothing_else_stays() {
        assertThatThrownBy(() -> closedBySql("update concern.survey set closed_on = current_date, participants = 10"))
                .hasStackTraceContaining("told is how many took part");
        assertThatThrownBy(() -> closedBySql("update concern.survey set closed_on = current_date, participants = 12"))
                .hasStackTraceContaining("names and numbers are destroyed");
        assertThatThrownBy(() -> closedBySql(
                        "update concern.survey set closed_on = current_date, participants = 12",
                        "insert into concern.survey_result values (1, 'KNOWS_HOW', 'YES', 5)"))
                .hasStackTraceContaining("what is told is what was counted");
        assertThat(rows("survey")).isZero();
    }

    /** Twelve took part: seven said yes, five no. */
    private void closedBySql(String... statements) {
        transaction.executeWithoutResult(status -> {
            survey(7, SurveyAnswer.YES, 5, SurveyAnswer.NO);
            for (String sql : statements) {
                database.sql(sql).update();
            }
        });
    }

    @Test
    void the_transactions_that_wrote_the_rows_join_nobody_to_an_answer() {
        sent(hands.post(PAGE, OLGA, Map.of("closesOn", in(10).toString())));
        answering.answer(1, answers("NO"), actor("alone", Role.EMPLOYEE));
        for (int i = 0; i < 3; i++) {
            answering.answer(1, answers("YES"), actor("person" + i, Role.EMPLOYEE));
        }

        assertThat(owner.sql(
                                """
                        select distinct c.answer from concern.survey_participant p
                        join concern.survey_count c on c.xmin = p.xmin where p.username = :last""")
                        .param("last", "person2")
                        .query(String.class)
                        .list())
                .as("whoever answered last was there when every row was written")
                .containsExactlyInAnyOrder("YES", "PARTLY", "NO", "UNSAID");
        assertThat(owner.sql(
                                """
                        select p.username from concern.survey_participant p
                        join concern.survey_count c on c.xmin = p.xmin where p.username <> :last""")
                        .param("last", "person2")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void what_a_survey_told_is_read_in_the_figures_of_leadership() {
        survey(15, SurveyAnswer.YES, 5, SurveyAnswer.UNSAID);
        closing.run();

        Answer figures = api.get("lena.hoffman", "/api/reports/figures");
        assertThat(figures.body().path("figures")).anySatisfy(figure -> {
            assertThat(figure.path("name").asString()).isEqualTo("knowledge-and-trust");
            assertThat(figure.path("columns").toString())
                    .contains(SurveyAnswer.UNSAID.label(), SurveyAnswer.OTHER.label());
            assertThat(figure.path("rows").toString())
                    .contains("75.0")
                    .contains(SurveyQuestion.TRUSTS_REVIEW.statement().replace(".", ""));
        });
    }

    /** Opened and answered a hundred days ago, in one transaction: the timer closes it otherwise before everybody has answered. */
    private void survey(int some, SurveyAnswer theirs, int others, SurveyAnswer other) {
        Instant then = clock.instant().minus(LONG_AGO);
        Clock past = Clock.fixed(then, ZoneOffset.UTC);
        transaction.executeWithoutResult(status -> {
            int number = new OpeningSurveys(store, events, past)
                    .open(OpeningSurveys.today(then).plusDays(10).toString(), actor(OLGA, Role.OMBUDS));
            AnsweringSurvey answeringThen = new AnsweringSurvey(store, past);
            for (int i = 0; i < some + others; i++) {
                SurveyAnswer given = i < some ? theirs : other;
                answeringThen.answer(number, answers(given.name()), actor("person" + i, Role.EMPLOYEE));
            }
        });
    }

    private void refused(String sql, String why) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> database.sql(sql).update()))
                .as(sql)
                .hasStackTraceContaining(why);
    }

    private List<RecordEntry> closed() {
        return record.newest(EntryFilter.ofKind("survey-closed"), Long.MAX_VALUE, 1_000);
    }

    private int rows(String table) {
        return owner.sql("select count(*) from concern." + table)
                .query(Integer.class)
                .single();
    }

    private int kept() {
        return database.sql("select count(*) from access.kept_answer where username in (:olga, :noah)")
                .param("olga", OLGA)
                .param("noah", NOAH)
                .query(Integer.class)
                .single();
    }

    private LocalDate in(int days) {
        return OpeningSurveys.today(clock.instant()).plusDays(days);
    }

    private static Actor actor(String username, Role role) {
        return new Actor(username, username, Set.of(role));
    }

    private static Map<String, String> answers(String code) {
        Map<String, String> answers = new HashMap<>();
        answers.put("survey", "1");
        for (SurveyQuestion question : SurveyQuestion.values()) {
            answers.put(question.field(), code);
        }
        return answers;
    }
}
