package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

/** A filer whom nobody knows appeals by their return code, as every other filer does (S37). */
@IntegrationTest
class AnonymousAppealIT {

    private static final String OLGA = "olga.petrova";

    private final Stranger stranger = new Stranger();
    private final ConcernHands hands;
    private final JdbcClient jdbc;
    private final Concerns concerns;
    private final String text = "CANARY_" + UUID.randomUUID();

    AnonymousAppealIT(@Autowired MockMvcTester mvc, @Autowired JdbcClient jdbc, @Autowired Concerns concerns) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
        this.concerns = concerns;
    }

    @Test
    void a_filer_whom_nobody_knows_appeals_once_and_reads_the_ruling() throws Exception {
        String code = stranger.file(text);
        String concern = newestConcern();
        stranger.enter(code);
        assertThat(appeal("Too early").statusCode()).isEqualTo(409);
        officerReplies(concern);
        ConcernHands.sent(hands.post(
                "/concerns/" + concern + "/answer",
                OLGA,
                Map.of("considered", "x", "decision", "x", "article", "x", "effect", "x", "appeal", "x")));
        assertThat(page()).contains("You can appeal once, until");

        assertThat(appeal("\u200b").body()).contains("Write why the answer should not stand.");
        HttpResponse<String> withCode = appeal("My code is " + code);
        assertThat(withCode.statusCode()).isEqualTo(422);
        assertThat(withCode.body()).contains("Your return code stands in this message", "My code is");
        Stranger other = new Stranger();
        Map<String, String> form = Stranger.hidden(other.get("/speak/en/return"));
        assertThat(other.post("/speak/en/concern/appeal", form, Map.of("appeal", "Not mine"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(appeal("New fact " + text).statusCode()).isEqualTo(303);
        assertThat(page())
                .contains("You appealed on", "New fact " + text, "by people who did not give the answer")
                .doesNotContain("You can appeal once");
        assertThat(appeal("Twice").statusCode()).isEqualTo(409);

        DayOfFiling.ends(jdbc, concern);
        concerns.announce();
        ConcernHands.sent(hands.post(
                "/concerns/" + concern + "/appeal-ruling",
                "george.tan",
                Map.of(
                        "appeal-result", "CHANGED",
                        "appeal-reasons", "The new facts weigh.",
                        "appeal-effect", "It is reviewed again.")));
        assertThat(page())
                .contains("The answer is changed", "The new facts weigh.", "It is reviewed again.")
                .doesNotContain("George Tan");
        assertThat(new CanaryScan("New fact " + text).tables()).isEmpty();

        stranger.fill("/speak/en/concern/withdraw", "/speak/en/concern/withdraw", Map.of());
        assertThat(ConcernHands.body(hands.get("/concerns/" + concern, "olga.petrova")))
                .contains("Withdrawn")
                .doesNotContain("The new facts weigh.");
    }

    private HttpResponse<String> appeal(String reasons) {
        return stranger.fill("/speak/en/concern", "/speak/en/concern/appeal", Map.of("appeal", reasons));
    }

    private void officerReplies(String concern) {
        ConcernHands.sent(hands.post("/concerns/" + concern + "/acknowledge", OLGA, Map.of()));
        ConcernHands.sent(
                hands.post("/concerns/" + concern + "/messages", OLGA, Map.of("message", "Which module is it?")));
    }

    private String page() {
        HttpResponse<String> page = stranger.get("/speak/en/concern");
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    /** The only untold filing that no officer has touched: tests run one after another. */
    private String newestConcern() {
        return jdbc.sql(
                        """
                select r.concern::text from concern.return_code r order by r.xmin::text::bigint desc limit 1""")
                .query(String.class)
                .single();
    }
}
