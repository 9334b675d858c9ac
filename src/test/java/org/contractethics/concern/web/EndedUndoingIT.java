package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.sent;
import static org.contractethics.concern.web.TiedConcern.AGAIN;
import static org.contractethics.concern.web.TiedConcern.ERIN;
import static org.contractethics.concern.web.TiedConcern.GEORGE;
import static org.contractethics.concern.web.TiedConcern.INES;
import static org.contractethics.concern.web.TiedConcern.OLGA;
import static org.contractethics.concern.web.TiedConcern.WHY;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.concern.TableOwner;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.RecurringWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** That a tie is undone, which waits for a second person, is refused by them, taken back by whoever asked, or lapses: server and database. */
@IntegrationTest
class EndedUndoingIT {

    private static final String END =
            "update concern.undone_tie set ended = '%s', ended_by = '%s', ended_on = current_date, ended_because = %s where concern = :concern";

    /** Tried, and taken back by the exception at its end. */
    private static final String PURGED =
            """
            do $$ begin
                perform concern.purge(:concern, 'WITHDRAWN', current_date);
                if exists (select 1 from concern.tied_contract t where t.concern = :concern)
                    or exists (select 1 from concern.undone_tie u where u.concern = :concern) then
                    raise exception 'something of its ties is left';
                end if;
                raise exception 'all of its ties is gone';
            end $$""";

    private final TiedConcern concern;
    private final ApiCalls api;
    private final List<RecurringWork> recurring;
    private final WorkingDays calendar;

    EndedUndoingIT(
            @Autowired MockMvcTester mvc,
            @Autowired RegisteringContracts registering,
            @Autowired Environment settings,
            @Autowired List<RecurringWork> recurring,
            @Autowired WorkingDays calendar,
            @Autowired JdbcClient jdbc) {
        this.concern = new TiedConcern(mvc, registering, jdbc);
        this.api = new ApiCalls(settings);
        this.recurring = recurring;
        this.calendar = calendar;
    }

    @Test
    void the_second_person_refuses_it_with_a_reason_and_it_can_be_asked_for_anew() {
        asked();
        assertThat(concern.refuse(GEORGE, "Too short."))
                .hasStatus(422)
                .bodyText()
                .contains("Error: Concerns", "why the concern stays tied to this contract", "Too short.", WHY);
        assertThat(concern.refuse(OLGA, AGAIN)).as("who asked").hasStatus(403);
        assertThat(concern.refuse(ERIN, AGAIN)).hasStatus(403);
        assertThat(concern.refuse("fatima.noor", AGAIN)).hasStatus(404);
        concern.refused(END.formatted("REFUSED", OLGA, ":why"), "ends_in_one_way");
        concern.refused(END.formatted("REFUSED", GEORGE, "null"), "ends_in_one_way");
        concern.refused(END.formatted("REFUSED", "sofia.marin", ":why"), "kept from that person");

        sent(concern.refuse(GEORGE, AGAIN));

        assertThat(concern.caseOf("noah.kim")).contains("1 open concern.");
        assertThat(concern.page()).contains("george.tan refused that", AGAIN, WHY, "It is not about this contract");
        assertThat(concern.entries()).contains("concern-tie-undoing-refused").doesNotContain("concern-tie-undone");
        assertThat(body(concern.hands.get("/concerns", INES))).doesNotContain(concern.undo);
        assertThat(concern.refuse(GEORGE, AGAIN)).hasStatus(404);
        assertThat(concern.hands.post(concern.undo + "/confirm", INES, Map.of()))
                .hasStatus(404);
        concern.refused(
                END.formatted("TAKEN_BACK", OLGA, "null"), "only confirmed, refused, taken back or lapsed, once");
        sent(concern.undo(OLGA));
        sent(concern.hands.post(concern.undo + "/confirm", GEORGE, Map.of()));
        assertThat(concern.caseOf("noah.kim")).contains("No open concern.");
    }

    @Test
    void who_asked_takes_it_back_and_nobody_else() {
        asked();
        assertThat(concern.page()).contains("Take it back");
        assertThat(takeBack(GEORGE)).isEqualTo(404);
        assertThat(takeBack("fatima.noor")).isEqualTo(404);
        assertThat(takeBack(ERIN)).isEqualTo(403);
        concern.refused(END.formatted("TAKEN_BACK", GEORGE, "null"), "ends_in_one_way");
        concern.refused(END.formatted("TAKEN_BACK", OLGA, ":why"), "ends_in_one_way");

        assertThat(takeBack(OLGA)).isEqualTo(302);

        assertThat(concern.page()).contains("Taken back on").doesNotContain("Take it back");
        assertThat(concern.entries()).contains("concern-tie-undoing-taken-back").doesNotContain("concern-tie-undone");
        assertThat(body(concern.hands.get("/concerns", GEORGE))).doesNotContain(concern.undo);
        assertThat(takeBack(OLGA)).isEqualTo(404);
    }

    @Test
    void after_its_last_day_nobody_confirms_it_and_it_lapses_once() {
        asked();
        LocalDate lastDay = concern.jdbc
                .sql(concern.filled("select last_day from concern.undone_tie where concern = :concern"))
                .query(LocalDate.class)
                .single();
        assertThat(lastDay).isEqualTo(calendar.after(Clock.systemUTC().instant(), 10));
        concern.refused(END.formatted("LAPSED", "system", "null"), "ends_in_one_way");
        run();
        assertThat(concern.entries()).as("while it waits").doesNotContain("concern-tie-undoing-lapsed");
        assertThat(concern.page()).contains("has to confirm until", "Take it back");
        movedIntoThePast();
        assertThat(concern.page())
                .as("also before the work that recurs has ended it")
                .contains("so it lapse", WHY)
                .doesNotContain("has to confirm until", "Take it back");
        assertThat(concern.hands
                        .post(concern.undo + "/confirm", GEORGE, Map.of())
                        .getResponse()
                        .getStatus())
                .as("409 until the work that recurs has ended it, then 404")
                .isIn(409, 404);
        assertThat(body(concern.hands.get("/concerns", GEORGE))).doesNotContain(concern.undo);
        concern.refused(
                "update concern.undone_tie set undone_on = current_date, confirmed_by = 'george.tan' where concern = :concern",
                "violates check constraint \"confirmed_in_time\"");

        run();
        run();

        assertThat(concern.entries()).containsOnlyOnce("concern-tie-undoing-lapsed");
        assertThat(concern.bodyOf("concern-tie-undoing-lapsed")).contains("\"by\":\"system\"", "\"actor\":\"system\"");
        assertThat(concern.page()).contains("so it lapsed");
        assertThat(concern.caseOf("noah.kim")).contains("1 open concern.");
        sent(concern.undo(OLGA));
    }

    @Test
    void of_a_withdrawn_concern_nothing_is_said_any_more_it_lapses_all_the_same_and_goes_with_it() {
        asked();
        sent(concern.hands.post("/concerns/" + concern.id + "/withdraw", ERIN, Map.of("sure", "yes")));

        assertThat(concern.page())
                .contains("Nobody can confirm any more that this is undone, so it lapses", WHY)
                .doesNotContain("has to confirm until", "Take it back");
        assertThat(concern.refuse(GEORGE, AGAIN)).hasStatus(409);
        assertThat(takeBack(OLGA)).isEqualTo(409);
        concern.refused(END.formatted("REFUSED", GEORGE, ":why"), "nothing of a withdrawn concern is changed");
        concern.refused(END.formatted("TAKEN_BACK", OLGA, "null"), "nothing of a withdrawn concern is changed");
        assertThat(body(concern.hands.get("/concerns", GEORGE))).doesNotContain(concern.undo);
        concern.refused(PURGED, "all of its ties is gone");
        movedIntoThePast();
        run();
        assertThat(concern.entries()).containsOnlyOnce("concern-tie-undoing-lapsed");
    }

    @Test
    void programs_refuse_it_and_take_it_back_by_the_api() {
        asked();
        String path = "/api/concerns/" + concern.id;
        String tie = path + "/ties/" + concern.contract.id();
        assertThat(api.change(GEORGE, tie, tie + "/undoing/refusal", Map.of("reason", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(GEORGE, tie + "/undoing/refusal", Map.of("reason", AGAIN))
                        .status())
                .isEqualTo(428);
        var seen = api.get(GEORGE, tie).body().path("tie");
        assertThat(List.of(seen.path("tiedBecause"), seen.path("number")))
                .as("they learn the contract and why it is to be undone")
                .allMatch(JsonNode::isNull);
        assertThat(api.change(GEORGE, tie, tie + "/undoing/refusal", Map.of("reason", AGAIN))
                        .status())
                .isEqualTo(204);
        sent(concern.undo(OLGA));
        assertThat(api.change(OLGA, path, tie + "/undoing/taking-back", null).status())
                .isEqualTo(200);
        assertThat(api.change(OLGA, path, tie + "/undoing/taking-back", null).status())
                .isEqualTo(404);

        idsBegin("case ended when 'REFUSED' then 'f' else '0' end");
        var ended = api.get(OLGA, path).body().at("/proceedings/ties/0/endedUndoings");
        assertThat(ended.findValuesAsString("ended")).as("the oldest first").containsExactly("REFUSED", "TAKEN_BACK");
        assertThat(ended.findValuesAsString("refusedBecause")).contains(AGAIN);
    }

    /** As if its last day were over. */
    private void movedIntoThePast() {
        changed("asked_on = asked_on - 40, last_day = current_date - 1");
    }

    /** As if the ids, which are chance, began so. */
    private void idsBegin(String beginning) {
        changed("id = overlay(id::text placing " + beginning + " from 1 for 1)::uuid");
    }

    private void changed(String values) {
        TableOwner.executes(concern.filled(
                """
                alter table concern.undone_tie disable trigger tie_undone;
                update concern.undone_tie set %s where concern = :concern;
                alter table concern.undone_tie enable trigger tie_undone"""
                        .formatted(values)));
    }

    private void asked() {
        concern.heldAndReleased();
        sent(concern.undo(OLGA));
    }

    private int takeBack(String officer) {
        return concern.hands
                .post(concern.undo + "/take-back", officer, Map.of())
                .getResponse()
                .getStatus();
    }

    private void run() {
        recurring.forEach(RecurringWork::run);
    }
}
