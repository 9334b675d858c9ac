package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Meetings of the panel by calls of the API: called by its chair, read by who may read every case, minutes by what was seen. */
@IntegrationTest
class MeetingsByApiIT {

    private static final String MEETINGS = "/api/panel/meetings";
    private static final String CHAIR = "ruth.castillo";

    private final ApiCalls api;
    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final JdbcClient database;
    private String review = "";

    @Autowired
    MeetingsByApiIT(Environment settings, MockMvcTester mvc, BegunReviews begun, JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.mvc = mvc;
        this.begun = begun;
        this.database = database;
    }

    @BeforeEach
    void aVote() throws Exception {
        Begun vote = begun.upToTheVote(mvc);
        review = vote.review().toString();
    }

    @Test
    void a_meeting_is_called_read_and_its_minutes_are_issued_once_it_was_held() {
        Answer called = api.post(CHAIR, MEETINGS, meeting(Map.of()));
        assertThat(called.status()).as(called.toString()).isEqualTo(201);
        String ahead = called.raw().headers().firstValue("Location").orElseThrow();
        assertThat(called.body().path("invited")).hasSize(5);
        assertThat(api.get("august.lund", MEETINGS).raw().body()).contains(id(ahead));
        assertThat(api.get("dana.whitfield", ahead + "/agenda.pdf").raw().body())
                .startsWith("%PDF");
        assertThat(minutes(CHAIR, ahead, Map.of("present", List.of())).status())
                .as("before it was held")
                .isEqualTo(409);

        String held = heldNow(ahead);
        Answer seen = api.get(CHAIR, held);
        String present = seen.body().at("/invited/0").asString();
        Answer issued = minutes(CHAIR, held, Map.of("present", List.of(present)));

        assertThat(issued.status()).as(issued.toString()).isEqualTo(200);
        assertThat(issued.body().at("/minutes/0/issuedBy").asString()).isEqualTo(CHAIR);
        assertThat(api.get("august.lund", held + "/minutes/1.docx").status()).isEqualTo(200);
        assertThat(api.post(CHAIR, held + "/minutes", Map.of("present", List.of(present)), "If-Match", seen.tag())
                        .status())
                .as("issued by somebody meanwhile")
                .isEqualTo(412);
    }

    @Test
    void minutes_are_refused_to_others_without_what_was_seen_and_with_strangers() {
        String held = heldNow(api.post(CHAIR, MEETINGS, meeting(Map.of()))
                .raw()
                .headers()
                .firstValue("Location")
                .orElseThrow());

        assertThat(api.post(CHAIR, held + "/minutes", Map.of("present", List.of()))
                        .status())
                .isEqualTo(428);
        assertThat(minutes("dana.whitfield", held, Map.of("present", List.of())).status())
                .isEqualTo(403);
        assertThat(minutes(CHAIR, held, Map.of("presnt", List.of())).status()).isEqualTo(400);
        Answer stranger = minutes(CHAIR, held, Map.of("present", List.of("erin.walsh")));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.body().at("/fields/0/field").asString()).isEqualTo("present");
    }

    @Test
    void a_meeting_against_the_rules_is_not_called() {
        Map<String, Map<String, Object>> wrong = Map.of(
                "date", Map.of("date", "2020-01-01"),
                "place", Map.of("place", " "),
                "cases", Map.of("cases", List.of(UUID.randomUUID().toString())));
        wrong.forEach((field, values) -> {
            Answer refused = api.post(CHAIR, MEETINGS, meeting(values));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.body().at("/fields/0/field").asString()).isEqualTo(field);
        });
        String threeYears = LocalDate.now(ZoneOffset.UTC).plusYears(3).toString();
        for (Map<String, Object> never : List.<Map<String, Object>>of(
                Map.of("date", threeYears), Map.of("date", "9999-12-31"), Map.of("place", "x".repeat(501)))) {
            assertThat(api.post(CHAIR, MEETINGS, meeting(never)).status()).isEqualTo(422);
        }
        for (Map<String, Object> unreadable : List.<Map<String, Object>>of(
                Map.of("time", "half past nine"), Map.of("cases", List.of("C-000001")), Map.of("room", "4"))) {
            assertThat(api.post(CHAIR, MEETINGS, meeting(unreadable)).status()).isEqualTo(400);
        }
        for (String person : List.of("dana.whitfield", "august.lund")) {
            assertThat(api.post(person, MEETINGS, meeting(Map.of())).status()).isEqualTo(403);
        }
    }

    @Test
    void who_may_not_read_a_case_finds_neither_the_meeting_nor_its_papers() {
        String meeting = api.post(CHAIR, MEETINGS, meeting(Map.of()))
                .raw()
                .headers()
                .firstValue("Location")
                .orElseThrow();

        for (String address : List.of(meeting, meeting + "/agenda.pdf", meeting + "/minutes/1.pdf")) {
            assertThat(api.get("erin.walsh", address).status()).as(address).isEqualTo(404);
        }
        assertThat(api.get("erin.walsh", MEETINGS).status()).isEqualTo(403);
        assertThat(api.get("august.lund", meeting + "/agenda.exe").status()).isEqualTo(404);
        assertThat(api.get("august.lund", meeting + "/minutes/1.pdf").status()).isEqualTo(404);
    }

    private Answer minutes(String person, String meeting, Map<String, Object> body) {
        return api.change(person, meeting, meeting + "/minutes", body);
    }

    private Map<String, Object> meeting(Map<String, Object> other) {
        Map<String, Object> meeting = new HashMap<>(Map.of(
                "date",
                LocalDate.now(ZoneOffset.UTC).plusDays(1).toString(),
                "time",
                "09:30",
                "place",
                "Room 4",
                "cases",
                List.of(review)));
        meeting.putAll(other);
        return meeting;
    }

    /** Nobody waits for tomorrow in a test: the same meeting once more, at this moment. */
    private String heldNow(String meeting) {
        UUID id = UUID.randomUUID();
        for (String copy : List.of(
                "insert into review.panel_meeting select :id, now(), place, called_by, called_at from review.panel_meeting where id = :meeting",
                "insert into review.panel_meeting_case select :id, place, review_id, pass from review.panel_meeting_case where meeting_id = :meeting")) {
            database.sql(copy)
                    .param("id", id)
                    .param("meeting", UUID.fromString(id(meeting)))
                    .update();
        }
        return MEETINGS + "/" + id;
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
