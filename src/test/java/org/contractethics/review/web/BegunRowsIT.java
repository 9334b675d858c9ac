package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.IntegrationTest;
import org.contractethics.UntouchedReasons;
import org.contractethics.policy.Policy;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nothing that was typed into a form of a stage is left out or replaced without a word, and what is recorded was checked. */
@IntegrationTest
class BegunRowsIT {

    private static final String HELEN = "helen.okafor";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final Policy policy;

    @Autowired
    BegunRowsIT(MockMvcTester mvc, BegunReviews begun, Policy policy) {
        this.mvc = mvc;
        this.begun = begun;
        this.policy = policy;
    }

    @Test
    void rows_clauses_and_kinds_are_asked_for_where_they_stand_and_no_unchecked_draft_is_recorded() throws Exception {
        Begun review = begun.submitted(mvc);
        ReviewHands hands = review.hands();
        String stages = "/reviews/" + review.review() + "/stages/";
        ReviewSteps.upToResearch(hands, review.review());
        research(hands, stages + "research/check");
        hands.send(review.review(), "research", "dana.whitfield", ReviewSteps.research());
        hands.claim(HELEN);
        clauses(hands, stages + "assessment/rights/R05");
        checkedIsRecorded(hands, stages + "assessment");
        Map<String, String> mitigation = new LinkedHashMap<>(ReviewSteps.mitigation());
        mitigation.remove("measure-1-kind");
        hands.claim("priya.raman");
        assertThat(hands.post("priya.raman", stages + "mitigation/check", mitigation))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("#measure-1-kind", "Choose whether the measure is technical");
    }

    /** The second row is empty, the third one is nothing but a web address. */
    private static void research(ReviewHands hands, String check) throws Exception {
        hands.claim("dana.whitfield");
        hands.page("dana.whitfield", check.replace("/check", ""));
        Map<String, String> rows = new LinkedHashMap<>(ReviewSteps.research());
        rows.put("evidence-count", "3");
        rows.put("evidence-3-location", "https://oig.example/reports/19");

        assertThat(hands.post("dana.whitfield", check, rows))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("#evidence-3-claim", "State the claim that the source supports.")
                .doesNotContain("#evidence-2-claim");
    }

    private static void clauses(ReviewHands hands, String right) throws Exception {
        hands.page(HELEN, right);
        Map<String, String> impact = new LinkedHashMap<>(ReviewSteps.impact());
        impact.put(
                "clauses",
                IntStream.rangeClosed(1, 51).mapToObj(String::valueOf).collect(Collectors.joining("\n")));

        assertThat(hands.post(HELEN, right, impact))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Name at most 50 clauses", "51");
    }

    private void checkedIsRecorded(ReviewHands hands, String form) throws Exception {
        assertThat(hands.post(HELEN, form.replace("stages/assessment", "consultations"), ReviewSteps.consultation()))
                .hasStatus3xxRedirection();
        Map<String, String> marks = new LinkedHashMap<>();
        marks.putAll(UntouchedReasons.fields(policy));
        policy.rights().forEach(right -> marks.put(right.code(), "no"));
        marks.putAll(Map.of("R05", "yes", "then", "save"));
        assertThat(hands.post(HELEN, form + "/marks", marks)).hasStatus3xxRedirection();
        assertThat(hands.post(HELEN, form + "/rights/R05", ReviewSteps.impact()))
                .hasStatus3xxRedirection();
        marks.putAll(Map.of("then", "check", "seen", "1"));
        MvcTestResult check = hands.post(HELEN, form + "/marks", marks);
        assertThat(check).hasStatusOk();
        marks.putAll(Map.of("then", "save", "seen", "2", "consultation", "Written in another tab"));
        assertThat(hands.post(HELEN, form + "/marks", marks)).hasStatus3xxRedirection();

        MvcTestResult late = hands.post(HELEN, form, checked(check));
        assertThat(late)
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("The draft was changed after you checked it", "Written in another tab");
        assertThat(hands.post(HELEN, form, Map.of())).hasStatus(HttpStatus.CONFLICT);
        assertThat(hands.post(HELEN, form, checked(late))).hasStatus3xxRedirection();
    }

    private static Map<String, ?> checked(MvcTestResult page) throws Exception {
        return ReviewHands.hidden(page.getResponse().getContentAsString());
    }
}
