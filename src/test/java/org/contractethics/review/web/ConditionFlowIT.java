package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.review.FollowUpStep;
import org.contractethics.review.FollowUps;
import org.contractethics.review.internal.followup.FollowedCondition.State;
import org.contractethics.review.internal.followup.FollowedConditions;
import org.contractethics.review.internal.followup.Suspensions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** H10: a condition from the signature to its end, through the pages, the process, the record and the database. */
@IntegrationTest
class ConditionFlowIT {

    private static final Map<String, String> MET = Map.of("result", "MET", "ruling-reasons", "The audit shows it.");

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final FollowedConditions conditions;
    private final Suspensions suspensions;
    private final FollowUps followUps;
    private final JdbcClient database;

    @Autowired
    ConditionFlowIT(
            MockMvcTester mvc,
            BegunReviews begun,
            FollowedConditions conditions,
            Suspensions suspensions,
            FollowUps followUps,
            JdbcClient database) {
        this.mvc = mvc;
        this.begun = begun;
        this.conditions = conditions;
        this.suspensions = suspensions;
        this.followUps = followUps;
        this.database = database;
    }

    @Test
    void a_condition_is_reported_sent_back_reported_again_and_met() throws Exception {
        SignedContract signed = signed("paul.nguyen", true);
        ReviewHands hands = signed.hands;
        String path = signed.conditionPath();
        assertThat(hands.inbox("paul.nguyen", "mine")).contains("Meet the condition", path);
        assertThat(lineOf(signed, "open")).contains("Open");
        assertThat(hands.get("erin.walsh", path)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.get("erin.walsh", "/conditions")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.post("paul.nguyen", path + "/report", Map.of("evidence", " ")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("There is a problem", "Say what shows that the condition is met.");
        assertThat(hands.post(
                        "paul.nguyen",
                        path + "/report",
                        Map.of("evidence", "See there", "document", UUID.randomUUID())))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose a document of this contract.");
        report(signed, "The feature is off.");
        assertThat(hands.post("paul.nguyen", path + "/report", Map.of("evidence", "Again")))
                .hasStatus(HttpStatus.CONFLICT);
        signed.claimAsOffered(path, "mona.keller");
        assertThat(hands.post("mona.keller", path + "/ruling", Map.of("result", "NOT_MET")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(hands.post(
                        "mona.keller",
                        path + "/ruling",
                        Map.of("result", "NOT_MET", "ruling-reasons", "No audit report is there.")))
                .hasStatus3xxRedirection();

        assertThat(hands.page("paul.nguyen", path)).contains("Sent back to the owner", "No audit report is there.");
        report(signed, "The audit report of November.");
        signed.claimAsOffered(path, "mona.keller");
        assertThat(hands.post(
                        "mona.keller",
                        path + "/ruling",
                        Map.of("result", "MET", "ruling-reasons", "The first one.", "seen", 1)))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Number 2 waits for a ruling now", "The first one.");
        assertThat(hands.post("mona.keller", path + "/ruling", MET)).hasStatus3xxRedirection();

        assertThat(conditions.get(signed.condition).state()).isEqualTo(State.MET);
        assertThat(hands.casePage("dana.whitfield")).contains(">Met<", path);
        assertThat(lineOf(signed, "met")).contains("Met");
        assertThat(hands.post("mona.keller", path + "/ruling", MET)).hasStatus(HttpStatus.CONFLICT);
        assertThat(kinds(signed))
                .containsSubsequence("contract-signed", "condition-reported", "condition-not-met", "condition-met");
    }

    @Test
    void nobody_rules_on_a_condition_of_their_own_by_page_or_by_table() throws Exception {
        SignedContract signed = signed("mona.keller", true);
        String path = signed.conditionPath();
        assertThat(signed.hands.post("mona.keller", path + "/report", Map.of("evidence", "I say so.")))
                .hasStatus3xxRedirection();
        assertThat(signed.hands.page("mona.keller", path))
                .contains("You own this condition.")
                .doesNotContain("/claim");

        assertThat(signed.hands.post("mona.keller", path + "/ruling", MET)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(signed.hands.post("mona.keller", claim(signed), Map.of())).hasStatus(HttpStatus.FORBIDDEN);
        assertThatThrownBy(() -> rule(signed, "mona.keller", "MET", "MONITOR"))
                .hasMessageContaining("owns or reported the condition");
        assertThatThrownBy(() -> rule(signed, "tom.lindqvist", "MET", "MONITOR"))
                .hasMessageContaining("does not rule on its conditions");
        assertThatThrownBy(() -> rule(signed, "helen.okafor", "MET", "PANEL_CHAIR"))
                .hasMessageContaining("condition_ruling_check1");
    }

    @Test
    void chair_or_board_waive_with_reasons_and_nobody_else() throws Exception {
        SignedContract signed = begun.signedOnTwo(mvc, "paul.nguyen", false);
        String waiver = signed.conditionPath() + "/waiver";
        Map<String, String> reasons = Map.of("waiver-reasons", "The system is switched off.");
        for (String person : List.of("mona.keller", "paul.nguyen", "dana.whitfield", "lena.hoffman")) {
            assertThat(signed.hands.post(person, waiver, reasons)).as(person).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(signed.hands.post("ruth.castillo", waiver, Map.of())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        assertThat(signed.hands.post("ruth.castillo", waiver, reasons)).hasStatus3xxRedirection();

        assertThat(conditions.get(signed.condition).state()).isEqualTo(State.WAIVED);
        assertThat(signed.hands.page("paul.nguyen", signed.conditionPath()))
                .contains("The system is switched off.", "Panel chair");
        assertThat(signed.hands.inbox("paul.nguyen", "mine")).doesNotContain(signed.conditionPath());
        assertThat(signed.hands.post("ruth.castillo", waiver, reasons)).hasStatus(HttpStatus.CONFLICT);
        assertThatThrownBy(() -> rule(signed, "george.tan", "WAIVED", "BOARD_COMMITTEE"))
                .hasMessageContaining("the condition is closed");
        assertThat(kinds(signed)).contains("condition-waived");
    }

    @Test
    void a_blocking_condition_that_stays_overdue_opens_one_suspension_review_and_another_condition_none()
            throws Exception {
        SignedContract blocking = signed("paul.nguyen", true);
        SignedContract other = signed("paul.nguyen", false);

        followUps.longOverdue(blocking.condition);
        followUps.longOverdue(blocking.condition);
        followUps.longOverdue(other.condition);

        assertThat(suspensions.of(blocking.contract)).singleElement().satisfies(review -> {
            assertThat(review.openedBy()).isEqualTo("system");
            assertThat(review.condition()).isEqualTo(blocking.condition);
        });
        assertThat(suspensions.of(other.contract)).isEmpty();
        assertThat(blocking.hands.inbox("ruth.castillo", "groups")).contains("Propose on suspension");
        assertThat(blocking.hands.casePage("dana.whitfield")).contains(">Signed<");
    }

    @Test
    void an_overdue_condition_is_told_to_owner_monitor_and_chair_and_stays_open() throws Exception {
        SignedContract signed = signed("paul.nguyen", true);

        followUps.escalate(signed.condition, FollowUpStep.MEET_CONDITION, Instant.now());

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(database.sql(
                                "select username from notification.notice where link = :link and title like '%overdue%'")
                        .param("link", signed.conditionPath())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("paul.nguyen", "mona.keller", "peter.sandoval", "ruth.castillo"));
        assertThat(conditions.get(signed.condition).state()).isEqualTo(State.OPEN);
        assertThat(kinds(signed)).contains("condition-overdue");
    }

    @Test
    void nobody_changes_or_deletes_what_was_said_of_conditions() throws Exception {
        SignedContract signed = signed("paul.nguyen", true);
        report(signed, "It is done.");
        signed.claimAsOffered(signed.conditionPath(), "mona.keller");
        assertThat(signed.hands.post(
                        "mona.keller",
                        signed.conditionPath() + "/ruling",
                        Map.of("result", "NOT_MET", "ruling-reasons", "No report is there.")))
                .hasStatus3xxRedirection();

        for (String table : List.of("condition_report", "condition_ruling", "condition_follow_up")) {
            for (String statement : List.of(
                    "delete from review." + table,
                    "update review." + table + " set condition_id = condition_id",
                    "truncate review." + table + " cascade")) {
                assertThatThrownBy(() -> database.sql(statement).update())
                        .as(statement)
                        .hasStackTraceContaining("permission denied");
            }
        }
    }

    private SignedContract signed(String owner, boolean blocking) throws Exception {
        return begun.signed(mvc, owner, blocking);
    }

    /** The row of the condition in the list, on whichever page the conditions of other tests leave it. */
    private static String lineOf(SignedContract signed, String show) throws Exception {
        for (int page = 1; ; page++) {
            String list = signed.hands.page("mona.keller", "/conditions?show=%s&page=%d".formatted(show, page));
            int link = list.indexOf(signed.conditionPath());
            if (link >= 0) {
                return list.substring(link, list.indexOf("</tr>", link));
            }
            assertThat(list).as("the condition is on some page").contains("/conditions/");
        }
    }

    private void report(SignedContract signed, String evidence) {
        assertThat(signed.hands.post("paul.nguyen", signed.conditionPath() + "/report", Map.of("evidence", evidence)))
                .hasStatus3xxRedirection();
    }

    private String claim(SignedContract signed) {
        return "/inbox/tasks/"
                + database.sql(
                                "select task_id from workflow.inbox_item where subject_id = :id and completed_at is null")
                        .param("id", signed.condition)
                        .query(String.class)
                        .single()
                + "/claim";
    }

    private void rule(SignedContract signed, String by, String result, String as) {
        database.sql(
                        """
                        insert into review.condition_ruling (id, condition_id, report_id, result, reasons, ruled_by,
                            ruled_as, ruled_at)
                        values (gen_random_uuid(), :condition,
                            case when :result = 'WAIVED' then null
                                 else (select id from review.condition_report where condition_id = :condition
                                       order by number desc limit 1) end,
                            :result, 'Because', :by, :as, now())
                        """)
                .param("condition", signed.condition)
                .param("result", result)
                .param("by", by)
                .param("as", as)
                .update();
    }

    private List<String> kinds(SignedContract signed) {
        return database.sql("select kind from record.entry where contract = :contract order by n")
                .param("contract", signed.contract.value())
                .query(String.class)
                .list();
    }
}
