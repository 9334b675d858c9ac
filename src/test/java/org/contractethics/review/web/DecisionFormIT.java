package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.FullTable;
import org.contractethics.IntegrationTest;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The form of the decision drops nothing silently and says what is wrong beside the field. */
@IntegrationTest
class DecisionFormIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;

    @Autowired
    DecisionFormIT(MockMvcTester mvc, BegunReviews begun) {
        this.mvc = mvc;
        this.begun = begun;
    }

    @Test
    void a_decision_that_lacks_something_comes_back_with_an_error_summary_and_all_that_was_typed() throws Exception {
        Begun voting = begun.upToTheVote(mvc);
        ContractId contract = voting.contract();
        ReviewHands hands = voting.hands();
        begun.voteAndClose(voting.review());
        hands.claim("ruth.castillo");
        String path = "/reviews/" + voting.review() + "/stages/decision";

        assertThat(hands.page("ruth.castillo", path))
                .contains("No concern about this contract waits for an answer.")
                .doesNotContain("Answers to the open concerns");
        assertThat(hands.post("erin.walsh", "/concerns", concern(contract))
                        .getResponse()
                        .getStatus())
                .isLessThan(400);
        String form = hands.page("ruth.castillo", path);
        assertThat(form).contains("1 concern about this contract", "#concerns", "Answers to the open concerns");

        Map<String, Object> empty = new LinkedHashMap<>(ReviewSteps.decision());
        empty.put("reasons", "");
        problem(hands, path, empty, "href=\"#reasons\"", "Give the reasons of the decision.");

        Map<String, Object> begun = new LinkedHashMap<>(ReviewSteps.decision());
        begun.put("condition-count", "2");
        begun.put("condition-2-owner", "mona.keller");
        begun.put("condition-2-due", LocalDate.now(ZoneOffset.UTC).plusDays(9).toString());
        problem(hands, path, begun, "href=\"#condition-2-text\"", "State the condition.");

        Map<String, Object> unreadable = new LinkedHashMap<>(ReviewSteps.decision());
        unreadable.put("condition-1-due", "31.12.2026");
        problem(hands, path, unreadable, "href=\"#condition-1-due\"", "year-month-day", "31.12.2026");
        unreadable.put("condition-1-due", ReviewSteps.decision().get("condition-1-due"));
        unreadable.put("expires-on", "soon");
        problem(hands, path, unreadable, "href=\"#expires-on\"", "year-month-day", "value=\"soon\"");

        assertThat(hands.post("ruth.castillo", path, ReviewSteps.decision()))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Map<String, Object> answering = new LinkedHashMap<>(ReviewSteps.decision());
        answering.put(answerField(form), "The safeguards forbid that use.");
        whileTheDiskIsFull(voting, path, answering);
        assertThat(hands.post("ruth.castillo", path, answering)).hasStatus3xxRedirection();
        assertThat(hands.casePage("dana.whitfield")).contains("Yes: the delivery has to stop while it is not met");
    }

    /** Bad input 23: nothing of the decision is there, and its task still is. */
    private void whileTheDiskIsFull(Begun voting, String path, Map<String, Object> fields) throws Exception {
        assertThat(FullTable.whileFull(
                        "review.decision", "new.review_id = '" + voting.review() + "'", () -> voting.hands()
                                .post("ruth.castillo", path, fields)))
                .hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
                .bodyText()
                .contains("This is not possible at the moment", "no room left", "Nothing was changed")
                .doesNotContain("No space left on device");
        assertThat(voting.hands().page("ruth.castillo", path)).contains("Answers to the open concerns");
    }

    private static void problem(ReviewHands hands, String path, Map<String, Object> fields, String... told)
            throws Exception {
        for (String address : new String[] {path + "/check", path}) {
            MvcTestResult answer = hands.post("ruth.castillo", address, fields);
            assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            String page = answer.getResponse().getContentAsString();
            assertThat(page).contains("There is a problem", "No use for removal", "<title>Error: ");
            assertThat(page).contains(told);
        }
    }

    private static String answerField(String form) {
        Matcher field = Pattern.compile("name=\"(concern-[0-9a-f-]{36})\"").matcher(form);
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private static Map<String, Object> concern(ContractId contract) {
        return Map.of(
                "contract",
                contract.toString(),
                "mode",
                "OPEN",
                "topic",
                "END_USE",
                "text",
                "It may be used to separate families.",
                "outcome",
                "Do not sign.");
    }
}
