package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.policy.Policy;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.review.internal.panel.DrawingActingChair;
import org.contractethics.review.internal.panel.Lots;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The only panel chair steps back: by pages and by calls of the API a member drawn by lot closes the vote, and the board records it. */
@IntegrationTest
class ActingChairPagesIT {

    private final ApiCalls api;
    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final DrawingActingChair drawing;
    private final RecordReader record;
    private final JdbcClient database;
    private final Policy policy;

    @Autowired
    ActingChairPagesIT(
            Environment settings,
            MockMvcTester mvc,
            BegunReviews begun,
            DrawingActingChair drawing,
            RecordReader record,
            JdbcClient database,
            Policy policy) {
        this.api = new ApiCalls(settings);
        this.mvc = mvc;
        this.begun = begun;
        this.drawing = drawing;
        this.record = record;
        this.database = database;
        this.policy = policy;
    }

    @Test
    void by_pages_a_member_drawn_by_lot_closes_the_vote_and_the_board_records_the_decision() throws Exception {
        Begun vote = begun.upToTheVote(mvc);
        ReviewHands hands = vote.hands();
        String review = "/reviews/" + vote.review();
        assertThat(hands.page("ruth.castillo", review + "/panel")).doesNotContain("Acting chair");
        List<Drawn> members = hands.drawn(vote.review());
        assertThat(hands.post("ruth.castillo", review + "/conflict", Map.of("stage", "vote", "interest", "SHARES")))
                .hasStatus3xxRedirection();

        drawing.run();

        Drawn acting = drawn(vote, members);
        Drawn other = members.stream()
                .filter(member -> !member.equals(acting))
                .findFirst()
                .orElseThrow();
        String seen = hands.page("august.lund", review + "/panel");
        assertThat(seen)
                .contains("Acting chair: ", "drawn by lot because conflicts bar everybody", "acting-chair-drawn")
                .contains("Ruth Castillo: Declared a conflict of interest (H2).", "&#39;acting chair&#39; 1 ");
        assertThat(hands.page(acting.person(), review + "/panel")).contains("Fill the seats");
        assertThat(hands.page(other.person(), review + "/panel")).doesNotContain("Fill the seats");
        await().untilAsserted(() -> assertThat(told(acting.person(), review)).isOne());
        for (Drawn member : members) {
            hands.vote(vote.review(), member.person(), member.role(), "CONDITIONAL");
        }
        assertThat(hands.page(other.person(), review + "/stages/vote"))
                .contains("Acting chair: ")
                .doesNotContain("Close the vote and open it");
        assertThat(hands.page(acting.person(), review + "/stages/vote")).contains("Close the vote and open it");
        assertThat(hands.post(other.person(), review + "/vote/close", Map.of()))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("Another member was drawn by lot");
        assertThat(hands.post("ruth.castillo", review + "/vote/close", Map.of()))
                .hasStatus(HttpStatus.FORBIDDEN);

        assertThat(hands.post(acting.person(), review + "/vote/close", Map.of()))
                .hasStatus3xxRedirection();
        assertThat(hands.page("august.lund", review + "/panel"))
                .contains("acting-chair-drawn")
                .doesNotContain("Acting chair: ", "They close the vote", "Nobody acts as chair");

        begun.workOff(vote.review(), "decision", "george.tan", ReviewSteps.decision());
        DecisionOnPaper.of(hands, vote.review())
                .saysEverywhere("august.lund", "as acting chair, drawn by lot because conflicts barred everybody");
    }

    @Test
    void by_calls_the_drawing_is_read_drawn_again_and_acted_on() throws Exception {
        Begun vote = begun.upToTheVote(mvc);
        ReviewByApi review = ReviewByApi.of(api, vote, database, policy);
        String panel = review.path() + "/panel";
        assertThat(api.get("august.lund", panel).body().path("actingChairs")).isEmpty();
        review.done("ruth.castillo", "conflicts", Map.of("stage", "vote", "interest", "SHARES"));

        drawing.run();

        Answer read = api.get("august.lund", panel);
        String root = read.body().at("/actingChairs/0/recordRoot").asString();
        String nonce = read.body().at("/actingChairs/0/nonce").asString();
        String seed = read.body().at("/actingChairs/0/seed").asString();
        String acting = read.body().at("/actingChairs/0/person").asString();
        assertThat(seed).as(read.toString()).isEqualTo(Lots.seedOfChair(vote.review(), 1, 1, root, nonce));
        assertThat(read.body()
                        .at("/actingChairs/0/urn")
                        .valueStream()
                        .map(ticket -> ticket.path("person").asString())
                        .min(Comparator.comparing(person -> Lots.lot(seed, person))))
                .contains(acting);
        assertThat(read.body().at("/actingChairs/0/chairs/ruth.castillo").asString())
                .contains("(H2)");
        RecordEntry entry = entry(vote);
        assertThat(entry.text("seed")).contains(seed);
        assertThat(entry.text("person")).contains(acting);
        assertThat(entry.actor()).isEqualTo("system");
        String other = review.panel().stream()
                .map(Drawn::person)
                .filter(person -> !person.equals(acting))
                .findFirst()
                .orElseThrow();
        review.panel().forEach(member -> review.done(member.person(), "votes", ReviewByApi.vote(member, "REJECT")));
        assertThat(review.send(other, "vote/close", Map.of()).status()).isEqualTo(403);
        assertThat(api.change(other, panel, panel + "/seats", Map.of()).status())
                .isEqualTo(403);
        assertThat(api.change(acting, panel, panel + "/seats", Map.of()).status())
                .as("every seat is filled")
                .isEqualTo(409);

        review.done(acting, "vote/close", Map.of());

        Map<String, Object> rejected = Map.of("outcome", "REJECT", "reasons", "No", "rights", List.of("R05"));
        assertThat(api.post(acting, "/api/inbox/tasks/" + review.task("decision") + "/claim", null)
                        .status())
                .as("no other act of the chair")
                .isBetween(400, 409);
        review.workOff("decision", "george.tan", rejected);
    }

    private Drawn drawn(Begun vote, List<Drawn> members) {
        String person = entry(vote).text("person").orElseThrow();
        return members.stream()
                .filter(member -> member.person().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private RecordEntry entry(Begun vote) {
        EntryFilter filter = new EntryFilter("acting-chair-drawn", null, vote.contract(), null, null, null);
        List<RecordEntry> entries = record.newest(filter, Long.MAX_VALUE, 5);
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private int told(String person, String review) {
        return database.sql(
                        """
                        select count(*) from notification.notice
                        where username = :person and title like '%acting chair%' and link like :link
                        """)
                .param("person", person)
                .param("link", review + "/%")
                .query(Integer.class)
                .single();
    }
}
