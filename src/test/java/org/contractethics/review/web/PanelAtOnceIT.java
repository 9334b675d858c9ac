package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.contractethics.AtOnce;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.TableOwner;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the panel does is done once, though it is sent twice in one instant, and the other is told so. */
@IntegrationTest
class PanelAtOnceIT {

    private static final String CHAIR = "ruth.castillo";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final AtOnce atOnce;
    private final JdbcClient database;
    private Begun review;
    private String path;

    @Autowired
    @SuppressWarnings("NullAway.Init") // begun before each test
    PanelAtOnceIT(MockMvcTester mvc, BegunReviews begun, AtOnce atOnce, JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.atOnce = atOnce;
        this.database = database;
    }

    @BeforeEach
    void a_vote_is_open() throws Exception {
        review = begun.upToTheVote(mvc);
        path = "/reviews/" + review.review();
    }

    @Test
    void a_round_without_a_majority_is_closed_once_and_the_next_one_misses_no_quorum() throws Exception {
        List<Drawn> panel = review.hands().drawn(review.review());
        List<String> choices = List.of("CONDITIONAL", "CONDITIONAL", "CONDITIONAL", "REJECT", "REJECT");
        // as of a severe impact: three of five are not two thirds
        TableOwner.executes(
                """
                alter table review.vote_round disable trigger stays_what_it_is;
                update review.vote_round set space = jsonb_set(space, '{majority}', '"TWO_THIRDS"'),
                    residual_space = jsonb_set(residual_space, '{majority}', '"TWO_THIRDS"')
                where review_id = '%s';
                alter table review.vote_round enable trigger stays_what_it_is"""
                        .formatted(review.review()));
        for (int i = 0; i < panel.size(); i++) {
            review.hands()
                    .vote(review.review(), panel.get(i).person(), panel.get(i).role(), choices.get(i));
        }
        assertThat(review.hands().page(CHAIR, path + "/stages/vote"))
                .contains("name=\"round\" value=\"1\"", "Close the vote and open it");

        List<MvcTestResult> answers = twice(path + "/vote/close", Map.of("round", "1"));

        onlyOne(answers, "Round 1 of the vote was closed already; round 2 is open now.");
        assertThat(recorded("votes-opened")).isOne();
        assertThat(recorded("quorum-missed")).as("counted in reports").isZero();
    }

    @Test
    void lots_are_drawn_again_once_where_nobody_is_left_for_a_seat() throws Exception {
        database.sql(
                        """
                        insert into review.recusal (id, review_id, person, stage, interest, declared_at)
                        select gen_random_uuid(), review_id, person, null, 'SHARES', now()
                        from review.panel_member where review_id = :review and seat like 'EMPLOYEE%'""")
                .param("review", review.review().value())
                .update();
        database.sql(
                        """
                        insert into review.panel_change (id, review_id, pass, person_out, person_in, reason, changed_by, changed_at)
                        select gen_random_uuid(), review_id, pass, person, null, 'RECUSED', person, now()
                        from review.panel_seat where review_id = :review and role = 'EMPLOYEE_PANELIST'""")
                .param("review", review.review().value())
                .update();
        assertThat(review.hands().page(CHAIR, path + "/panel")).contains("name=\"draws\" value=\"1\"");

        List<MvcTestResult> answers = twice(path + "/panel/seats", Map.of("draws", "1"));

        onlyOne(answers, "Lots were drawn since you opened the page");
        assertThat(recorded("panel-drawn")).isEqualTo(2);
    }

    @Test
    void a_meeting_is_called_once_and_its_members_are_told_once() throws Exception {
        List<MvcTestResult> answers =
                twice("/panel/meetings", meeting(review.review().toString()));

        onlyOne(answers, "nothing was called twice");
        assertThat(recorded("panel-meeting-called")).isOne();
    }

    @Test
    void minutes_sent_twice_are_issued_once() throws Exception {
        assertThat(review.hands()
                        .post(CHAIR, "/panel/meetings", meeting(review.review().toString())))
                .hasStatus3xxRedirection();
        String held = heldNow(meetingsOf(review).get(0), List.of(review));
        assertThat(review.hands().page(CHAIR, held)).contains("name=\"issues\" value=\"0\"");

        List<MvcTestResult> answers = twice(held + "/minutes", Map.of("issues", "0"));

        onlyOne(answers, "Issues of these minutes that are kept by now: 1.");
        assertThat(recorded("minutes-issued")).isOne();
    }

    @Test
    void minutes_of_two_meetings_about_the_same_reviews_do_not_wait_for_each_other_for_ever() throws Exception {
        Begun other = begun.upToTheVote(mvc);
        assertThat(review.hands()
                        .post(CHAIR, "/panel/meetings", meeting(review.review().toString())))
                .hasStatus3xxRedirection();
        UUID called = meetingsOf(review).get(0);
        String forth = heldNow(called, List.of(review, other));
        String back = heldNow(called, List.of(other, review));

        // the first one waits for the other review; the second one holds this review when it comes to wait there too
        List<MvcTestResult> answers = atOnce.oneBehindTheOther(
                () -> database.sql("select 1 from contract.contract where id = :id for update")
                        .param("id", other.contract().value())
                        .query(Integer.class)
                        .single(),
                List.of(() -> review.hands().post(CHAIR, back + "/minutes", Map.of()), () -> review.hands()
                        .post(CHAIR, forth + "/minutes", Map.of())));

        assertThat(answers).allSatisfy(answer -> assertThat(answer).hasStatus3xxRedirection());
    }

    @Test
    void an_appeal_is_filed_once_whoever_files_it_in_the_same_instant() throws Exception {
        begun.voteAndClose(review.review(), "REJECT");
        review.hands()
                .workOff(
                        review.review(),
                        "decision",
                        CHAIR,
                        Map.of("reasons", "Detention weighs.", "rights", List.of("R05")));

        List<MvcTestResult> answers =
                atOnce.all(List.of("lena.hoffman", "george.tan", "lena.hoffman", "tom.lindqvist").stream()
                        .<Callable<MvcTestResult>>map(person -> () ->
                                review.hands().post(person, path + "/appeal", Map.of("reasons", "It was misread.")))
                        .toList());

        onlyOne(answers, "An appeal is heard once.");
        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() == HttpStatus.CONFLICT.value())
                .allSatisfy(answer -> assertThat(answer).bodyText().contains("It was misread."));
        assertThat(recorded("appeal-filed")).isOne();
    }

    private List<MvcTestResult> twice(String address, Map<String, ?> fields) throws Exception {
        return atOnce.all(Collections.nCopies(2, () -> review.hands().post(CHAIR, address, fields)));
    }

    private static void onlyOne(List<MvcTestResult> answers, String otherwise) {
        assertThat(answers)
                .extracting(answer -> answer.getResponse().getStatus())
                .containsOnlyOnce(HttpStatus.FOUND.value());
        assertThat(answers)
                .filteredOn(answer -> answer.getResponse().getStatus() != HttpStatus.FOUND.value())
                .allSatisfy(answer -> assertThat(answer)
                        .hasStatus(HttpStatus.CONFLICT)
                        .bodyText()
                        .contains(otherwise));
    }

    private static Map<String, Object> meeting(String about) {
        return Map.of(
                "date",
                LocalDate.now(ZoneOffset.UTC).plusDays(1).toString(),
                "time",
                "9:30",
                "place",
                "Room 4",
                "cases",
                List.of(about));
    }

    private List<UUID> meetingsOf(Begun about) {
        return database.sql("select meeting_id from review.panel_meeting_case where review_id = :review")
                .param("review", about.review().value())
                .query(UUID.class)
                .list();
    }

    /** Nobody waits for tomorrow in a test. */
    private String heldNow(UUID meeting, List<Begun> about) {
        UUID id = UUID.randomUUID();
        database.sql(
                        """
                        insert into review.panel_meeting
                        select :id, now(), place, called_by, called_at
                        from review.panel_meeting where id = :meeting""")
                .param("id", id)
                .param("meeting", meeting)
                .update();
        for (int place = 0; place < about.size(); place++) {
            database.sql("insert into review.panel_meeting_case values (:id, :place, :review, 1)")
                    .param("id", id)
                    .param("place", place + 1)
                    .param("review", about.get(place).review().value())
                    .update();
        }
        return "/panel/meetings/" + id;
    }

    private int recorded(String kind) {
        return database.sql("select count(*) from record.entry where kind = :kind and contract = :contract")
                .param("kind", kind)
                .param("contract", review.contract().value())
                .query(Integer.class)
                .single();
    }
}
