package org.contractethics.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.review.web.BegunReviews.Begun;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A concern holds a signature; the accused learns nothing; the answer releases it; the filer appeals, and others decide. */
@Journey
class ConcernHoldsSignatureJourneyIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final Concerns concerns;
    private final JdbcClient jdbc;

    @Autowired
    ConcernHoldsSignatureJourneyIT(MockMvcTester mvc, BegunReviews begun, Concerns concerns, JdbcClient jdbc) {
        this.mvc = mvc;
        this.begun = begun;
        this.concerns = concerns;
        this.jdbc = jdbc;
    }

    @Test
    void a_signature_waits_for_the_answer_to_a_concern_and_the_filer_appeals() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        String id = file(review);
        decide(review, id);
        String gate = "/reviews/" + review.review() + "/stages/signature-gate";
        review.hands().claim("leo.brandt");
        review.hands().executed(review.review(), "leo.brandt");
        try (Browser leo = Browser.signedInAs("leo.brandt")) {
            leo.go("/contracts/" + review.contract()).inspect("concern-holds-signature");
            Browser.shows(leo.page().locator("main"), "Held and asked for", "The signature is held");
            leo.go(gate).page().locator("[name=same][value=yes]").check();
            ReviewHands.signedToday()
                    .forEach((field, text) -> leo.page().locator("#" + field).fill(text));
            press(leo, "Check what will be recorded");
            Browser.shows(leo.page().locator("main"), "The signature is held");
            leo.inspect("signature-held");
        }
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + review.contract());
            assertThat(tom.page().locator("main")).not().containsText("Held and asked for");
        }
        answer(id);
        appeal(id);
        try (Browser leo = Browser.signedInAs("leo.brandt")) {
            leo.go(gate).page().locator("[name=same][value=yes]").check();
            ReviewHands.signedToday()
                    .forEach((field, text) -> leo.page().locator("#" + field).fill(text));
            press(leo, "Check what will be recorded");
            press(leo, "Confirm");
            Browser.shows(leo.page().locator("body"), "The contract is signed");
        }
    }

    private String file(Begun review) {
        String id = UUID.randomUUID().toString();
        ConcernHands.sent(review.hands()
                .post(
                        "erin.walsh",
                        "/concerns",
                        ConcernHands.form(
                                id,
                                Map.of(
                                        "topic",
                                        "IMMINENT_HARM",
                                        "about",
                                        "tom.lindqvist",
                                        "contract",
                                        review.contract().toString()))));
        DayOfFiling.ends(jdbc, id);
        concerns.announce();
        return id;
    }

    private void decide(Begun review, String id) throws Exception {
        begun.voteAndClose(review.review());
        Map<String, Object> decision = new LinkedHashMap<>(ReviewSteps.decision());
        decision.put("concern-" + id, "Its use for removal is excluded by a condition.");
        review.hands().workOff(review.review(), "decision", "ruth.castillo", decision);
    }

    private static void answer(String id) {
        try (Browser olga = Browser.signedInAs("olga.petrova")) {
            olga.go("/concerns/" + id);
            press(olga, "Acknowledge the concern");
            press(olga, "Do it");
            Browser.shows(olga.page().locator("main"), "There is a problem");
            olga.inspect("concern-with-all-its-parts");
            Map.of(
                            "considered", "The design and the contract.",
                            "decision", "The removal module is left out.",
                            "article", "ICCPR art. 17",
                            "effect", "A condition is added.",
                            "appeal", "On this page, within 60 days.")
                    .forEach((field, text) -> olga.page().locator("#" + field).fill(text));
            olga.page().locator("#cause").selectOption("TERMS_WEAK");
            press(olga, "Send the answer and close the concern");
            Browser.shows(olga.page().locator("main"), "The concern was answered with reasons.");
        }
    }

    private void appeal(String id) {
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            erin.go("/concerns/" + id).page().locator("#appeal-text").fill("A second module does the same.");
            press(erin, "Appeal");
            erin.inspect("concern-appealed");
            erin.go("/concern-outcomes").inspect("concern-outcomes");
        }
        try (Browser george = Browser.signedInAs("george.tan")) {
            george.go("/concerns/" + id)
                    .page()
                    .locator("[name=appeal-result][value=CONFIRMED]")
                    .check();
            george.page().locator("#appeal-reasons").fill("The second module is not delivered. ICCPR art. 17.");
            george.page().locator("#appeal-effect").fill("Nothing more changes.");
            george.inspect("concern-appeal-to-decide");
            press(george, "Send the ruling");
            Browser.shows(george.page().locator("main"), "The answer stands");
        }
    }

    private static void press(Browser browser, String name) {
        browser.page()
                .locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
