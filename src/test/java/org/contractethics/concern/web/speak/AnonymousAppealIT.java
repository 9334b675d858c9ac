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
        String concern = Stranger.newestConcern(jdbc);
        stranger.enter(code);
        assertThat(appeal("Too early").statusCode()).isEqualTo(409);
        hands.acknowledgeAndAsk(concern, OLGA);
        hands.close(concern, OLGA);
        assertThat(stranger.concern()).contains("You can appeal once, until");

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
        assertThat(stranger.concern())
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
        assertThat(stranger.concern())
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
}
