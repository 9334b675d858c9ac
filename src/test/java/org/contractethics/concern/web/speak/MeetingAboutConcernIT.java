package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.body;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.CanaryScan;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A meeting is asked for by a filer, offered and noted by an officer, and the record says that alone (EU 2019/1937 art. 9, 12). */
@IntegrationTest
class MeetingAboutConcernIT {

    private static final String OLGA = "olga.petrova";

    private final Stranger stranger = new Stranger();
    private final ConcernHands hands;
    private final JdbcClient jdbc;
    private final Concerns concerns;
    private final String words = "CANARY_" + UUID.randomUUID();

    MeetingAboutConcernIT(@Autowired MockMvcTester mvc, @Autowired JdbcClient jdbc, @Autowired Concerns concerns) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
        this.concerns = concerns;
    }

    @Test
    void a_filer_asks_an_officer_offers_and_notes_and_what_they_write_is_for_the_two_alone() throws Exception {
        String id = UUID.randomUUID().toString();
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of())));
        String meetings = "/concerns/" + id + "/meetings";

        assertThat(hands.post(meetings, "erin.walsh", Map.of("meeting-words", words.repeat(60))))
                .hasStatus(422)
                .bodyText()
                .contains("Use at most 2,000 characters here.", words);
        sent(hands.post(meetings, "erin.walsh", Map.of("meeting-words", "After work " + words)));
        assertThat(hands.post(meetings, "erin.walsh", Map.of())).hasStatus(409);
        assertThat(hands.post(meetings, "noah.kim", Map.of())).hasStatus(404);
        assertThat(kinds(id)).isEmpty();
        DayOfFiling.ends(jdbc, id);
        concerns.announce();
        assertThat(kinds(id)).containsExactly("concern-filed", "concern-meeting-asked");

        assertThat(hands.post(meetings + "/offer", OLGA, Map.of("meeting-offer", "Room 3")))
                .as("not acknowledged yet")
                .hasStatus(409);
        sent(hands.post("/concerns/" + id + "/acknowledge", OLGA, Map.of()));
        assertThat(hands.post(meetings + "/outcome", OLGA, Map.of("meeting-became", "HELD")))
                .as("none was offered")
                .hasStatus(409);
        assertThat(hands.post(meetings + "/offer", OLGA, Map.of("meeting-offer", "\u200b")))
                .hasStatus(422)
                .bodyText()
                .contains("Write when and where you can meet, or how.");
        sent(hands.post(meetings + "/offer", OLGA, Map.of("meeting-offer", "Outside, " + words)));
        assertThat(hands.post(meetings + "/offer", "erin.walsh", Map.of("meeting-offer", "x")))
                .hasStatus(403);
        assertThat(body(hands.get("/concerns/" + id, "erin.walsh")))
                .contains("You asked for a meeting", "A meeting was offered", "Outside, " + words);
        assertThat(hands.post(meetings + "/outcome", OLGA, Map.of("meeting-words", "They said " + words)))
                .hasStatus(422)
                .bodyText()
                .contains("Choose what became of the meeting.", "They said " + words);
        sent(hands.post(
                meetings + "/outcome", OLGA, Map.of("meeting-became", "HELD", "meeting-words", "They said " + words)));

        assertThat(body(hands.get("/concerns/" + id, "erin.walsh")))
                .contains("The meeting was held", "They said " + words, "Ask for a meeting");
        assertThat(kinds(id))
                .containsExactly(
                        "concern-filed",
                        "concern-meeting-asked",
                        "concern-acknowledged",
                        "concern-meeting-offered",
                        "concern-meeting-held");
        assertThat(new CanaryScan(words).tables()).isEmpty();
    }

    @Test
    void a_filer_whom_nobody_knows_asks_by_their_code_and_reads_the_offer() throws Exception {
        String code = stranger.file("About " + UUID.randomUUID());
        String concern = Stranger.newestConcern(jdbc);
        stranger.enter(code);

        HttpResponse<String> withCode = ask("My code is " + code);
        assertThat(withCode.statusCode()).isEqualTo(422);
        assertThat(withCode.body()).contains("Your return code stands in this message", "My code is");
        assertThat(ask(words.repeat(60)).body()).contains("Use at most 2,000 characters here.");
        assertThat(ask("By telephone " + words).statusCode()).isEqualTo(303);
        assertThat(stranger.concern()).contains("You asked for a meeting", "By telephone " + words);
        assertThat(ask("Twice").statusCode()).isEqualTo(409);

        sent(hands.post("/concerns/" + concern + "/acknowledge", OLGA, Map.of()));
        sent(hands.post("/concerns/" + concern + "/meetings/offer", OLGA, Map.of("meeting-offer", "Call the lawyer")));
        assertThat(body(hands.get("/concerns/" + concern, OLGA)))
                .contains("The filer asked for a meeting", "By telephone " + words);
        assertThat(stranger.concern())
                .contains("A meeting was offered to you", "Call the lawyer")
                .doesNotContain("Olga Petrova");
        sent(hands.post("/concerns/" + concern + "/meetings/outcome", OLGA, Map.of("meeting-became", "DECLINED")));
        assertThat(stranger.concern()).contains("The meeting was declined");
        assertThat(new CanaryScan(words).tables()).isEmpty();
    }

    @Test
    void the_database_refuses_an_outcome_without_an_offer_and_any_change() {
        String id = UUID.randomUUID().toString();
        sent(hands.post("/concerns", "erin.walsh", form(id, Map.of())));

        assertThatThrownBy(() -> add(id, 1, "HELD")).hasMessageContaining("only a meeting that was offered");
        add(id, 1, "OFFERED");
        assertThatThrownBy(() -> add(id, 2, "OFFERED")).hasMessageContaining("offered already");
        assertThatThrownBy(() -> add(id, 3, "HELD")).hasMessageContaining("follow one another");
        assertThatThrownBy(
                        () -> jdbc.sql("update concern.meeting_act set done_on = done_on - 1 where concern = :id::uuid")
                                .param("id", id)
                                .update())
                .hasStackTraceContaining("permission denied");
    }

    private void add(String concern, int number, String act) {
        jdbc.sql(
                        """
                insert into concern.meeting_act (concern, number, act, officer, said, done_on)
                values (:id::uuid, :number, :act, 'olga.petrova', decode(repeat('00', 1072), 'hex'), current_date)""")
                .param("id", concern)
                .param("number", number)
                .param("act", act)
                .update();
    }

    private HttpResponse<String> ask(String typed) {
        return stranger.fill("/speak/en/concern", "/speak/en/concern/meetings", Map.of("meeting", typed));
    }

    private List<String> kinds(String concern) {
        return jdbc.sql(
                        """
                select kind from record.entry
                where convert_from(body, 'UTF8')::jsonb -> 'facts' ->> 'concernId' = :id order by n""")
                .param("id", concern)
                .query(String.class)
                .list();
    }
}
