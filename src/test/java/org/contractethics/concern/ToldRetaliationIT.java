package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation;
import org.contractethics.concern.internal.retaliation.WatchingRetaliation.Answer;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A filer is asked whether they came to harm, and what they tell has a case of its own (H14). */
@IntegrationTest
class ToldRetaliationIT {

    private static final String ERIN = "erin.walsh";

    /** A kind of act in the words of the handled part; the form of the filer offers it as well. */
    private static final String TRANSFER = "<span>Another place, team, shift or manager</span>";

    private final ConcernHands hands;
    private final JdbcClient database;
    private final WatchingRetaliation watching;
    private final RegisteringContracts registering;
    private final String id = UUID.randomUUID().toString();

    @Autowired
    ToldRetaliationIT(
            MockMvcTester mvc, JdbcClient database, WatchingRetaliation watching, RegisteringContracts registering) {
        this.hands = new ConcernHands(mvc);
        this.database = database;
        this.watching = watching;
        this.registering = registering;
    }

    @Test
    void what_happened_to_a_filer_gets_a_case_of_its_own_with_the_dates_of_the_law() {
        sent(hands.post("/concerns", ERIN, form(id, Map.of())));
        String answer = "/concerns/" + id + "/check-ins";
        assertThat(hands.post(answer, "paul.nguyen", Map.of("happened", "no"))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.post(answer, ERIN, Map.of("happened", "yes", "act-account", "They moved me.")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("They moved me.", "Give the day on which it happened");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        String form = UUID.randomUUID().toString();
        for (int sentTwice = 1; sentTwice <= 2; sentTwice++) {
            sent(hands.post(answer, ERIN, moved(form, day)));
        }
        assertThat(hands.post(answer, ERIN, moved(id, day)))
                .as("no case of its own is a concern that was there")
                .hasStatus(HttpStatus.CONFLICT);

        String ownCase = database.sql("select own_case::text from concern.adverse_act where concern = :id::uuid")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(body(hands.get("/concerns/" + id, ERIN)))
                .contains("/concerns/" + ownCase, "section 11(c)", "Another place, team, shift or manager");
        assertThat(body(hands.get("/concerns/" + ownCase, "olga.petrova")))
                .contains("Moved.", "The ombuds investigates");
    }

    /** Who was kept from the first concern may have no account any more, and its filer may have left the company. */
    @Test
    void a_filer_who_left_tells_of_it_whoever_else_has_no_account_any_more() {
        String contract = registering
                .register(RegisteredContracts.aDraft("Told of " + id), "FORM", RegisteredContracts.SOFIA)
                .id()
                .toString();
        sent(hands.post("/concerns", ERIN, form(id, Map.of("contract", contract))));
        TableOwner.executes(
                "insert into concern.exclusion (concern, username) values ('%s', 'no.account.anymore')".formatted(id));
        ConcernId ownCase = new ConcernId(UUID.randomUUID());

        watching.answer(
                ConcernId.valueOf(id),
                new Answer(ownCase, true, "DISMISSAL", LocalDate.now(ZoneOffset.UTC), "They let me go."),
                new Actor(ERIN, "Erin Walsh", Set.of(Role.EXTERNAL_FILER)));

        assertThat(database.sql(
                                """
                        select c.contract || ' ' || c.mode || ' ' || c.topic || ' ' || e.username
                        from concern.concern c join concern.exclusion e on e.concern = c.id where c.id = :id""")
                        .param("id", ownCase.value())
                        .query(String.class)
                        .single())
                .isEqualTo(contract + " CONFIDENTIAL RETALIATION no.account.anymore");
        assertThat(body(hands.get("/concerns/" + ownCase, "olga.petrova"))).contains("They let me go.");
    }

    @Test
    void nobody_tells_of_it_on_the_concern_of_another_or_in_signs_that_nobody_sees() {
        sent(hands.post("/concerns", ERIN, form(id, Map.of())));
        var unseen = new Answer(
                new ConcernId(UUID.randomUUID()), true, "PAY", LocalDate.now(ZoneOffset.UTC), "\u200b \u200b");
        Actor erin = new Actor(ERIN, "Erin Walsh", Set.of(Role.EMPLOYEE));
        Actor noah = new Actor("noah.kim", "Noah Kim", Set.of(Role.EMPLOYEE));

        assertThatThrownBy(() -> watching.answer(ConcernId.valueOf(id), unseen, erin))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Write what happened");
        assertThatThrownBy(() -> watching.answer(ConcernId.valueOf(id), unseen, noah))
                .isInstanceOf(Refused.class);
    }

    /** Beside the files of a personnel department, a kind and a day name a person. */
    @Test
    void what_a_confidential_filer_tells_is_sealed_and_shown_to_them_alone() {
        sent(hands.post("/concerns", ERIN, form(id, Map.of("mode", "CONFIDENTIAL"))));
        TableOwner.filedDaysAgo(id, 20);
        sent(hands.post(
                "/concerns/" + id + "/check-ins", ERIN, moved(UUID.randomUUID().toString(), yesterday())));

        assertThat(body(hands.get("/concerns/" + id, ERIN))).contains(TRANSFER, "section 11(c)");
        assertThat(body(hands.get("/concerns/" + id, "olga.petrova")))
                .contains("Something happened to the filer", "a case of its own")
                .doesNotContain(TRANSFER, "section 11(c)");
        assertThat(plain()).as("rows in plain").isZero();
        for (String told : List.of(
                "check_in (concern, after_days, answered_on, adverse) values ('%s', 30, current_date + 30, true)",
                "adverse_act (own_case, concern, kind, happened_on, told_on) select own_case, concern, 'PAY', told_on, told_on"
                        + " from concern.adverse_act where concern = '%s'")) {
            assertThatThrownBy(() -> database.sql("insert into concern." + told.formatted(id))
                            .update())
                    .hasStackTraceContaining("is sealed, unless the concern is an open one");
        }
    }

    /** As an earlier version kept it: nobody can seal it any more, and a withdrawal takes it away. */
    @Test
    void what_stood_in_plain_before_is_shown_to_its_filer_alone_and_goes_with_the_concern() {
        sent(hands.post("/concerns", ERIN, form(id, Map.of("mode", "CONFIDENTIAL"))));
        String ownCase = UUID.randomUUID().toString();
        sent(hands.post("/concerns", ERIN, form(ownCase, Map.of("mode", "CONFIDENTIAL", "topic", "RETALIATION"))));
        TableOwner.executes("alter table concern.adverse_act disable trigger user; insert into concern.adverse_act"
                + " (own_case, concern, kind, happened_on, told_on) values ('%s', '%s', 'TRANSFER', '%3$s', '%3$s')"
                        .formatted(ownCase, id, yesterday())
                + "; alter table concern.adverse_act enable trigger user");
        assertThat(body(hands.get("/concerns/" + id, ERIN))).contains(TRANSFER);
        assertThat(body(hands.get("/concerns/" + id, "olga.petrova"))).doesNotContain(TRANSFER);
        assertThatThrownBy(() -> database.sql("select concern.forget_told('%s', current_date)".formatted(id))
                        .query((row, number) -> 0)
                        .list())
                .hasStackTraceContaining("on a withdrawn concern is forgotten");

        sent(hands.post("/concerns/" + id + "/withdraw", ERIN, Map.of()));

        assertThat(plain()).isZero();
        assertThat(body(hands.get("/concerns/" + id, ERIN))).doesNotContain(TRANSFER);
        assertThat(body(hands.get("/concerns/" + ownCase, ERIN))).contains("I fear for children.");
    }

    private int plain() {
        return database.sql(
                        """
                select (select count(*) from concern.adverse_act where concern = :id::uuid and sealed is null)
                     + (select count(*) from concern.check_in where concern = :id::uuid and sealed is null)""")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static LocalDate yesterday() {
        return LocalDate.now(ZoneOffset.UTC).minusDays(1);
    }

    private static Map<String, String> moved(String form, LocalDate day) {
        return Map.of(
                "own-case",
                form,
                "happened",
                "yes",
                "act-kind",
                "TRANSFER",
                "act-on",
                day.toString(),
                "act-account",
                "Moved.");
    }
}
