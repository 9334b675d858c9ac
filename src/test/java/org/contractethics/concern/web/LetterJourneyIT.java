package org.contractethics.concern.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;
import static org.contractethics.concern.internal.letter.OpenLetters.employee;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.internal.letter.LetterDays;
import org.contractethics.concern.internal.letter.OpenLetter;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.concern.internal.letter.SigningLetters;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Letters in all four modes, opened, signed and answered, as people see them. */
@Journey
class LetterJourneyIT {

    private final RegisteringContracts registering;
    private final OpeningLetters opening;
    private final SigningLetters signing;

    @Autowired
    LetterJourneyIT(RegisteringContracts registering, OpeningLetters opening, SigningLetters signing) {
        this.registering = registering;
        this.opening = opening;
        this.signing = signing;
    }

    @Test
    void letters_are_opened_signed_in_four_modes_and_answered() {
        String counted;
        try (Browser noah = Browser.signedInAs("noah.kim")) {
            counted = open(noah);
        }
        String named = signedBySeven(SigningMode.NAMED, "");
        String sealed = signedBySeven(SigningMode.CUSTODIAN_ONLY, "");
        String revealed = signedBySeven(SigningMode.REVEALED_AT, "50");
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            sign(erin, named, sealed, revealed);
            signWithToken(erin, counted);
        }
        LetterDays.over(ConcernId.valueOf(sealed.substring("/letters/".length())));
        try (Browser olga = Browser.signedInAs("olga.petrova")) {
            olga.go(sealed).inspect("letter-custodian");
            assertThat(olga.page().locator("main")).containsText("Erin Walsh");
            answer(olga, named);
        }
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            assertThat(erin.go(named).page().locator("main")).containsText("The contract is not extended.");
            erin.inspect("letter-answered");
            erin.go("/concerns/survey").inspect("survey");
        }
        try (Browser george = Browser.signedInAs("george.tan")) {
            george.go("/letters/thresholds").inspect("letter-thresholds");
            press(george.page(), "Change the threshold");
            assertThat(george.page().locator("main")).containsText("Give a reason of 10 to 2,000 characters.");
        }
    }

    private String open(Browser noah) {
        Contract contract = registering.register(
                RegisteredContracts.aDraft("Data fusion for removals "
                        + UUID.randomUUID().toString().substring(0, 8)),
                "FORM",
                RegisteredContracts.SOFIA);
        noah.go("/letters/new?contract=" + contract.id()).inspect("letter-new");
        Page page = noah.page();
        page.locator("#title").fill("End the contract on removals");
        page.locator("#topic").selectOption("HARM");
        page.locator("#text")
                .fill(
                        "We work for this company because we believe that technology can help people.\n\nWe refuse to be complicit in the separation of families.");
        press(page, "Open the letter for signing");
        assertThat(page.locator("main")).containsText("Write what the letter demands");
        noah.inspect("letter-new-problems");
        page.locator("#demands")
                .fill("End the contract at once.\nReview all contracts with government agencies, at home and abroad.");
        page.locator("[name=signing][value=COUNT_ONLY]").check();
        press(page, "Open the letter for signing");
        assertThat(page.locator("main")).containsText("Get my token");
        noah.inspect("letter-of-author");
        return noah.path();
    }

    private String signedBySeven(SigningMode mode, String revealAt) {
        OpenLetter letter = aLetter(mode, revealAt);
        opening.open(letter, NOAH);
        for (int i = 1; i <= 7; i++) {
            signing.sign(letter.id(), 1, true, employee(i));
        }
        LetterDays.over(letter.id());
        return "/letters/" + letter.id();
    }

    private static void sign(Browser erin, String named, String sealed, String revealed) {
        Page page = erin.go(named).page();
        erin.inspect("letter-named");
        Browser.readsFromTheRight(page.locator("p.text-pre").first());
        press(page, "Sign the letter");
        assertThat(page.locator("main")).containsText("You have signed this version.");
        assertThat(page.locator("main")).containsText("At least 5 people");
        erin.go(sealed);
        press(page, "Sign the letter");
        assertThat(page.locator("main")).containsText("You have signed this version.");
        erin.inspect("letter-sealed-signed");
        erin.go(revealed).inspect("letter-revealed");
        page.locator("#consents").check();
        press(page, "Sign the letter");
        press(page, "Take my signature back");
        assertThat(page.locator(".note-done")).containsText("nothing of it is kept");
        erin.go("/letters").inspect("letters");
    }

    private static void signWithToken(Browser erin, String counted) {
        Page page = erin.go(counted).page();
        press(page, "Get my token");
        assertThat(page.locator("#blind-said")).containsText("Your token is in the field.");
        String token = page.locator("#blind-token").inputValue();
        erin.inspect("letter-token");
        press(page, "Hand it in");
        assertThat(page.locator("#blind-said")).containsText("Your signature counts.");
        erin.go(counted).inspect("letter-token-issued");
        page.locator("#blind-token").fill("no.token");
        press(page, "Take it back");
        assertThat(page.locator("#blind-said")).hasText("Put your whole token into the field.");
        // as a mail wraps it
        page.locator("#blind-token").fill(token.replaceAll("(.{60})", "$1\n "));
        press(page, "Take it back");
        assertThat(page.locator("#blind-said")).containsText("does not count any more");
        press(page, "Hand it in");
        assertThat(page.locator("#blind-said")).containsText("Your signature counts.");
    }

    private static void answer(Browser olga, String letter) {
        olga.go(letter.replace("/letters/", "/concerns/")).inspect("letter-as-concern");
        Page page = olga.page();
        press(page, "Acknowledge the concern");
        page.locator("#considered").fill("The letter, and what the panel heard from those who signed.");
        page.locator("#decision").fill("The contract is not extended.");
        page.locator("#article").fill("ICCPR art. 17");
        page.locator("#effect").fill("It ends on its last day.");
        page.locator("#appeal").fill("To the board committee, within 30 days.");
        page.locator("#cause").selectOption("RULE_MISSING");
        press(page, "Send the answer and close the concern");
        assertThat(page.locator("main")).containsText("The answer");
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
