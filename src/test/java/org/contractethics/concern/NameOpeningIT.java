package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.concern.internal.opening.EndingOpenings;
import org.contractethics.concern.internal.vault.SealedStart;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** S32: the name of a confidential filer is shown to one person, by two, for seven days, and never behind the filer's back. */
@IntegrationTest
class NameOpeningIT {

    private static final String FILER = "erin.walsh";
    private static final String OLGA = "olga.petrova";
    private static final String GEORGE = "george.tan";
    private static final String NAME = "Erin Walsh";

    private final ConcernHands hands;
    private final ApplicationContext application;
    private final EndingOpenings ending;
    private final JdbcClient jdbc;
    private final String id = UUID.randomUUID().toString();
    private final String reason = "A witness has to be heard by the court " + id;
    private final String basis = "Code of criminal procedure s. 48, order of the district court of 3 March " + id;

    NameOpeningIT(
            @Autowired MockMvcTester mvc,
            @Autowired ApplicationContext application,
            @Autowired EndingOpenings ending,
            @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.application = application;
        this.ending = ending;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void a_confidential_concern() {
        sent(hands.post("/concerns", FILER, form(id, Map.of("mode", "CONFIDENTIAL"))));
    }

    @Test
    void with_the_filers_consent_it_is_shown_for_seven_days_and_each_time_is_counted_for_the_filer() {
        assertThat(page(OLGA)).contains("Sealed.", "Ask for an opening").doesNotContain(NAME);
        sent(ask("CONSENT", reason));
        assertThat(page(FILER)).contains("Olga Petrova", reason, "It waits for you", "Consent for seven days");
        assertThat(use(OLGA))
                .hasStatus(409)
                .bodyText()
                .contains("Nobody has granted this yet")
                .doesNotContain(NAME);
        assertThat(decide("consent", OLGA)).hasStatus(404);
        assertThat(decide("confirm", GEORGE)).hasStatus(409);
        assertThat(wraps()).isEmpty();

        sent(decide("consent", FILER));

        assertThat(wraps()).containsExactly(OLGA);
        assertThat(page(FILER)).contains("It was not shown yet", "Take your consent back");
        assertThat(body(use(OLGA))).contains(NAME);
        assertThat(body(use(OLGA))).contains(NAME);
        assertThat(page(FILER)).contains("Shown 2 times");
        assertThat(page(OLGA)).doesNotContain(NAME);
        assertThat(recorded("concern-name-shown")).isEqualTo(2);
        assertThat(ask("CONSENT", reason)).hasStatus(409).bodyText().contains("asked for this already", reason);

        sent(decide("refusal", FILER));
        assertThat(wraps()).isEmpty();
        assertThat(use(OLGA))
                .hasStatus(409)
                .bodyText()
                .contains("This opening is over")
                .doesNotContain(NAME);
    }

    @Test
    void without_consent_it_takes_a_legal_basis_and_a_second_person_who_is_another() {
        assertThat(ask("LEGAL_BASIS", reason, Map.of("opening-basis", "The law.")))
                .hasStatus(422)
                .bodyText()
                .contains("Name in 30 to 2,000 characters the law", reason);
        sent(ask("LEGAL_BASIS", reason, Map.of("opening-basis", basis)));
        assertThat(page(FILER)).contains("Olga Petrova", reason, basis, "waits for a second person");

        assertThat(decide("consent", FILER)).hasStatus(409);
        assertThat(decide("confirm", OLGA)).hasStatus(403).bodyText().contains("Somebody else than who asked");
        assertThat(decide("confirm", FILER)).hasStatus(403);
        assertThat(body(hands.get("/concerns", OLGA))).doesNotContain(basis);
        assertThat(body(hands.get("/concerns", GEORGE))).contains("Openings to confirm", reason, basis);
        assertThat(hands.get("/concerns/" + id, GEORGE)).hasStatus(404);
        try (SealedStart start = SealedStart.withoutPrivateKey(application)) {
            assertThat(decide("confirm", GEORGE)).hasStatus(503);
            assertThat(start).isNotNull();
        }
        assertThat(wraps()).isEmpty();

        sent(decide("confirm", GEORGE));

        assertThat(use(GEORGE)).hasStatus(404);
        assertThat(page(FILER)).contains("Confirmed by", "George Tan", "It was not shown yet");
        assertThat(body(use(OLGA))).contains(NAME);
        assertThat(recorded("concern-opening-confirmed")).isOne();
        theSevenDaysPass();
        assertThat(use(OLGA))
                .hasStatus(409)
                .bodyText()
                .contains("This opening is over")
                .doesNotContain(NAME);
        assertThatThrownBy(this::insertUse).hasStackTraceContaining("not in force on that day");
        ending.run();
        assertThat(wraps()).isEmpty();
        assertThatThrownBy(() -> insertWrap(OLGA)).hasStackTraceContaining("nobody opened this to that person");
    }

    @Test
    void whoever_steps_back_or_is_kept_from_it_neither_sees_the_name_nor_confirms() {
        sent(ask("LEGAL_BASIS", reason, Map.of("opening-basis", basis)));
        jdbc.sql("insert into concern.exclusion (concern, username) values (:id::uuid, :george)")
                .param("id", id)
                .param("george", GEORGE)
                .update();

        assertThat(decide("confirm", GEORGE)).hasStatus(404);
        assertThat(body(hands.get("/concerns", GEORGE))).doesNotContain(reason);
        assertThatThrownBy(() -> grantInDatabase(GEORGE)).hasStackTraceContaining("kept from that person");
        assertThatThrownBy(() -> grantInDatabase(OLGA)).hasStackTraceContaining("opening_check");
        assertThatThrownBy(() -> grantInDatabase(null)).hasStackTraceContaining("opening_check");

        sent(hands.post("/concerns/" + id + "/recusal", OLGA, Map.of("reason", "I know them.")));
        assertThat(use(OLGA)).hasStatus(404);
        assertThat(decide("confirm", another())).hasStatus(409).bodyText().contains("does not handle this concern");
        assertThat(wraps()).isEmpty();
    }

    @Test
    void the_filer_refuses_and_an_unanswered_request_lapses() {
        sent(ask("CONSENT", reason));
        sent(decide("refusal", FILER));
        assertThat(page(OLGA)).contains("Refused");
        assertThat(decide("consent", FILER)).hasStatus(409);
        assertThatThrownBy(() -> grantInDatabase(null)).hasStackTraceContaining("stays over");

        sent(ask("CONSENT", reason));
        TableOwner.executes(
                "update concern.opening set asked_on = asked_on - 15 where concern = '%s' and refused_on is null"
                        .formatted(id));
        assertThat(decide("consent", FILER)).hasStatus(409).bodyText().contains("This request is over");
        assertThat(wraps()).isEmpty();
    }

    @Test
    void a_reason_has_thirty_characters_that_can_be_seen() {
        for (String tooShort : List.of("Needed.", "\u200b".repeat(60), "Needed" + " ".repeat(40) + "now")) {
            assertThat(ask("CONSENT", tooShort))
                    .hasStatus(422)
                    .bodyText()
                    .contains("Say in 30 to 2,000 characters why");
        }
        assertThat(ask("NONE", reason)).hasStatus(422).bodyText().contains("on what the opening rests", reason);
        assertThat(hands.post("/concerns/" + id + "/openings", OLGA, Map.of("opening-what", "ORIGINAL-7")))
                .hasStatus(422);
        assertThat(hands.post(
                        "/concerns/" + id + "/openings",
                        OLGA,
                        Map.of("opening-what", "ORIGINAL-7", "opening-ground", "CONSENT", "opening-reason", reason)))
                .hasStatus(422)
                .bodyText()
                .contains("No such file");
        assertThat(ask("CONSENT", reason, Map.of(), GEORGE)).hasStatus(404);
        assertThat(ask("CONSENT", reason, Map.of(), FILER)).hasStatus(403);
        assertThat(jdbc.sql("select count(*) from concern.opening where concern = :id::uuid")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String page(String person) {
        return body(hands.get("/concerns/" + id, person));
    }

    private MvcTestResult ask(String ground, String why) {
        return ask(ground, why, Map.of());
    }

    private MvcTestResult ask(String ground, String why, Map<String, String> more) {
        return ask(ground, why, more, OLGA);
    }

    private MvcTestResult ask(String ground, String why, Map<String, String> more, String officer) {
        Map<String, String> fields =
                new HashMap<>(Map.of("opening-what", "IDENTITY", "opening-ground", ground, "opening-reason", why));
        fields.putAll(more);
        return hands.post("/concerns/" + id + "/openings", officer, fields);
    }

    private MvcTestResult decide(String decision, String person) {
        return hands.post("/concerns/" + id + "/openings/" + opening() + "/" + decision, person, Map.of());
    }

    private MvcTestResult use(String person) {
        return decide("name", person);
    }

    private String opening() {
        return jdbc.sql(
                        """
                select id::text from concern.opening where concern = :id::uuid
                order by refused_on nulls first, ended_on nulls first limit 1""")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private List<String> wraps() {
        return jdbc.sql("select recipient from concern.key_wrap where concern = :id::uuid and part = 'IDENTITY'")
                .param("id", id)
                .query(String.class)
                .list();
    }

    private void theSevenDaysPass() {
        TableOwner.executes(
                """
                alter table concern.opening disable trigger opening_moves;
                update concern.opening set asked_on = asked_on - 7, granted_on = granted_on - 7, last_day = last_day - 7
                where concern = '%s';
                alter table concern.opening enable trigger opening_moves"""
                        .formatted(id));
    }

    private void grantInDatabase(@Nullable String by) {
        jdbc.sql(
                        """
                update concern.opening set granted_by = :by, granted_on = current_date, last_day = current_date + 6
                where concern = :id::uuid""")
                .param("by", by, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    private void insertUse() {
        jdbc.sql("insert into concern.opening_use (opening, number, used_on) values (:opening::uuid, 99, current_date)")
                .param("opening", opening())
                .update();
    }

    private void insertWrap(String person) {
        jdbc.sql(
                        """
                insert into concern.key_wrap (concern, part, recipient, wrap)
                values (:id::uuid, 'IDENTITY', :person, '\\x00')""")
                .param("id", id)
                .param("person", person)
                .update();
    }

    /** Of the board committee, and not kept from it. */
    private String another() {
        return application.getBean(PeopleDirectory.class).withRole(Role.BOARD_COMMITTEE).stream()
                .map(Person::username)
                .filter(person -> !person.equals(GEORGE))
                .findFirst()
                .orElseThrow();
    }

    private int recorded(String kind) {
        return jdbc.sql(
                        """
                select count(*) from record.entry where kind = :kind and position(:id in encode(body, 'escape')) > 0""")
                .param("kind", kind)
                .param("id", id)
                .query(Integer.class)
                .single();
    }
}
