package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.review.FollowUps;
import org.contractethics.review.internal.followup.FollowedCondition.State;
import org.contractethics.review.internal.followup.FollowedConditions;
import org.contractethics.review.internal.followup.Suspensions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** H10, T92: what votes depended on does not fall by one signature, and an approval with conditions keeps one of them. */
@IntegrationTest
class WaiversIT {

    private static final Map<String, String> WAIVER = Map.of("waiver-reasons", "The system is switched off.");

    private final ApiCalls api;
    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final FollowedConditions conditions;
    private final FollowUps followUps;
    private final Suspensions suspensions;
    private final JdbcClient database;

    @Autowired
    WaiversIT(
            Environment settings,
            MockMvcTester mvc,
            BegunReviews begun,
            FollowedConditions conditions,
            FollowUps followUps,
            Suspensions suspensions,
            JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.mvc = mvc;
        this.begun = begun;
        this.conditions = conditions;
        this.followUps = followUps;
        this.suspensions = suspensions;
        this.database = database;
    }

    @Test
    void a_blocking_condition_stands_with_its_clock_until_somebody_else_of_the_board_confirms_the_waiver()
            throws Exception {
        SignedContract signed = begun.signedOnTwo(mvc, "paul.nguyen", true);
        ReviewHands hands = signed.hands;
        String path = signed.conditionPath();
        assertThat(hands.page("ruth.castillo", path)).contains("Takes two people", "Propose the waiver");
        assertThat(hands.post("ruth.castillo", path + "/waiver", WAIVER)).hasStatus3xxRedirection();

        assertThat(conditions.get(signed.condition).state()).isEqualTo(State.OPEN);
        assertThat(hands.post("ruth.castillo", path + "/waiver", WAIVER)).hasStatus(HttpStatus.CONFLICT);
        assertThat(rule(signed, "ruth.castillo", 1, "yes")).hasStatus(HttpStatus.FORBIDDEN);
        assertThatThrownBy(() -> waiveInDatabase(signed, "ruth.castillo", "PANEL_CHAIR"))
                .hasMessageContaining("this condition is waived by two people");
        followUps.longOverdue(signed.condition);
        assertThat(suspensions.of(signed.contract)).as("its clock runs").hasSize(1);
        told(path, "confirm the waiver", "george.tan", "ines.duarte", voter(signed));

        assertThat(rule(signed, "george.tan", 1, "no")).hasStatus3xxRedirection();
        assertThat(conditions.get(signed.condition).state()).isEqualTo(State.OPEN);
        assertThat(hands.page("paul.nguyen", path)).contains("Refused; the condition stands", "Read twice.");
        assertThat(hands.post("ruth.castillo", path + "/waiver", WAIVER)).hasStatus3xxRedirection();
        assertThat(rule(signed, "george.tan", 1, "yes"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Number 2 waits for a ruling now", "Read twice.", "value=\"2\"");
        assertThat(rule(signed, "george.tan", 2, "yes")).hasStatus3xxRedirection();

        assertThat(conditions.get(signed.condition).state()).isEqualTo(State.WAIVED);
        assertThat(rule(signed, "ines.duarte", 2, "yes")).hasStatus(HttpStatus.CONFLICT);
        assertThat(kinds(signed))
                .containsSubsequence(
                        "condition-waiver-proposed",
                        "condition-waiver-refused",
                        "condition-waiver-proposed",
                        "condition-waived");
        told(path, "a condition was waived", "paul.nguyen", "ines.duarte", voter(signed));
    }

    @Test
    void nobody_of_the_board_confirms_a_waiver_of_their_own() throws Exception {
        SignedContract signed = begun.signedOnTwo(mvc, "paul.nguyen", true);
        String path = "/api/conditions/" + signed.condition;
        ApiCalls.Answer proposed =
                api.change("george.tan", path, path + "/waivers", Map.of("waiverReasons", "It is off."));
        assertThat(proposed.body().path("state").asString())
                .as(proposed.toString())
                .isEqualTo("OPEN");
        Map<String, Object> yes = Map.of("waiverConfirmed", true, "waiverRulingReasons", "It is off.");

        ApiCalls.Answer own = api.change("george.tan", path, path + "/waiver-rulings", yes);
        assertThat(own.status()).as(own.toString()).isEqualTo(403);
        assertThat(own.rule()).isEqualTo("H1");
        assertThatThrownBy(
                        () -> database.sql("insert into review.waiver_ruling select id, true, 'x', proposed_by, now()"
                                        + " from review.waiver_proposal where condition_id = :id")
                                .param("id", signed.condition)
                                .update())
                .hasMessageContaining("who proposed a waiver does not confirm it");
        ApiCalls.Answer other = api.change("ines.duarte", path, path + "/waiver-rulings", yes);
        assertThat(other.body().path("state").asString()).as(other.toString()).isEqualTo("WAIVED");
        assertThat(other.body().at("/proposedWaivers/0/ruledBy").asString()).isEqualTo("ines.duarte");
    }

    @Test
    void the_last_condition_of_what_was_allowed_with_conditions_only_is_waived_by_nobody() throws Exception {
        SignedContract signed = begun.signedOnTwo(mvc, "paul.nguyen", false);
        UUID other = conditions
                .of(conditions.get(signed.condition).decision())
                .get(1)
                .id();
        assertThat(signed.hands.post("ruth.castillo", "/conditions/" + other + "/waiver", WAIVER))
                .hasStatus3xxRedirection();

        assertThat(signed.hands.post("ruth.castillo", signed.conditionPath() + "/waiver", WAIVER))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("This contract was allowed with conditions only");
        assertThat(signed.hands.page("ruth.castillo", signed.conditionPath()))
                .contains("say so in the re-review")
                .doesNotContain("Waive the condition");
        assertThatThrownBy(() -> waiveInDatabase(signed, "ruth.castillo", "PANEL_CHAIR"))
                .hasMessageContaining("the approval rests on this condition");
    }

    private MvcTestResult rule(SignedContract signed, String person, int number, String answer) {
        return signed.hands.post(
                person,
                signed.conditionPath() + "/waiver-ruling",
                Map.of(
                        "waiver-number", number,
                        "waiver-confirmed", answer,
                        "waiver-ruling-reasons", "Read twice."));
    }

    private void waiveInDatabase(SignedContract signed, String person, String as) {
        database.sql(
                        "insert into review.condition_ruling (id, condition_id, result, reasons, ruled_by, ruled_as, ruled_at)"
                                + " values (gen_random_uuid(), :condition, 'WAIVED', 'x', :by, :as, now())")
                .param("condition", signed.condition)
                .param("by", person)
                .param("as", as)
                .update();
    }

    private String voter(SignedContract signed) {
        return database.sql("select voter from review.vote where review_id = :review order by voter limit 1")
                .param("review", signed.review.value())
                .query(String.class)
                .single();
    }

    private void told(String path, String title, String... people) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(database.sql(
                                "select username from notification.notice where link = :link and title like :title")
                        .param("link", path)
                        .param("title", "%" + title + "%")
                        .query(String.class)
                        .list())
                .contains(people));
    }

    private List<String> kinds(SignedContract signed) {
        return database.sql("select kind from record.entry where contract = :contract order by n")
                .param("contract", signed.contract.value())
                .query(String.class)
                .list();
    }
}
