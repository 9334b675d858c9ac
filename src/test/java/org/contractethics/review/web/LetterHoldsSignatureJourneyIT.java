package org.contractethics.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;
import static org.contractethics.concern.internal.letter.OpenLetters.employee;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.contractethics.concern.internal.letter.OpenLetter;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.concern.internal.letter.SigningLetters;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The hundredth signature under a letter holds the signature of its contract; the reasoned answer lets it go on. */
@Journey
class LetterHoldsSignatureJourneyIT {

    private static final int HELD_FROM = 100;

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final OpeningLetters opening;
    private final SigningLetters signing;

    @Autowired
    LetterHoldsSignatureJourneyIT(
            MockMvcTester mvc, BegunReviews begun, OpeningLetters opening, SigningLetters signing) {
        this.mvc = mvc;
        this.begun = begun;
        this.opening = opening;
        this.signing = signing;
    }

    @Test
    void a_signature_waits_for_the_answer_to_a_letter_that_a_hundred_people_signed() throws Exception {
        Begun review = begun.upToTheVote(mvc);
        begun.voteAndClose(review.review());
        begun.workOff(review.review(), "decision", "ruth.castillo", ReviewSteps.decision());
        review.hands().claim("leo.brandt");
        review.hands().executed(review.review(), "leo.brandt");
        String gate = "/reviews/" + review.review() + "/stages/signature-gate";
        ConcernId letter = signedByAllButOne(review);
        try (Browser leo = Browser.signedInAs("leo.brandt")) {
            leo.go("/contracts/" + review.contract());
            assertThat(leo.page().locator("main")).not().containsText("The signature is held");
        }

        signLast(letter);

        try (Browser leo = Browser.signedInAs("leo.brandt")) {
            leo.go("/contracts/" + review.contract()).inspect("letter-holds-signature");
            Browser.shows(leo.page().locator("main"), "The signature is held", "signed by 100 people or more");
            confirm(leo, gate);
            Browser.shows(leo.page().locator("main"), "The signature is held");
            leo.inspect("signature-held-by-letter");
        }
        try (Browser tom = Browser.signedInAs("tom.lindqvist")) {
            tom.go("/contracts/" + review.contract());
            assertThat(tom.page().locator("main")).not().containsText("The signature is held");
        }
        answer(letter);
        try (Browser leo = Browser.signedInAs("leo.brandt")) {
            confirm(leo, gate);
            press(leo, "Confirm");
            Browser.shows(leo.page().locator("body"), "The contract is signed");
        }
    }

    private ConcernId signedByAllButOne(Begun review) {
        OpenLetter letter = aLetter(SigningMode.NAMED, "", review.contract());
        opening.open(letter, NOAH);
        for (int i = 1; i < HELD_FROM; i++) {
            signing.sign(letter.id(), 1, true, employee(i));
        }
        return letter.id();
    }

    private static void signLast(ConcernId letter) {
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            erin.go("/letters/" + letter);
            press(erin, "Sign the letter");
            Browser.shows(erin.page().locator("main"), "You have signed this version.");
        }
    }

    private static void answer(ConcernId letter) {
        try (Browser olga = Browser.signedInAs("olga.petrova")) {
            olga.go("/concerns/" + letter);
            Browser.shows(olga.page().locator("main"), "The signature is held");
            press(olga, "Acknowledge the concern");
            Map.of(
                            "considered", "The letter, and the design.",
                            "decision", "The removal module is left out.",
                            "article", "ICCPR art. 17",
                            "effect", "A condition is added.",
                            "appeal", "On this page, within 60 days.")
                    .forEach((field, text) -> olga.page().locator("#" + field).fill(text));
            olga.page().locator("#cause").selectOption("TERMS_WEAK");
            press(olga, "Send the answer and close the concern");
            Browser.shows(olga.page().locator("main"), "The concern was answered with reasons.");
            olga.inspect("letter-answered-and-released");
        }
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            erin.go("/letters/" + letter);
            Browser.shows(erin.page().locator("main"), "The removal module is left out.");
        }
    }

    private static void confirm(Browser leo, String gate) {
        leo.go(gate).page().locator("[name=same][value=yes]").check();
        ReviewHands.signedToday()
                .forEach((field, text) -> leo.page().locator("#" + field).fill(text));
        press(leo, "Check what will be recorded");
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
