package org.contractethics.access.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;

/** A pasted character that no text can hold, as somebody at a screen meets it. */
@Journey
class RefusedCharacterJourneyIT {

    private static final String PASTED = "text => text.value = 'I fear for\\u0000 children.'";

    @Test
    void a_pasted_character_is_taken_out_and_the_form_goes_through() {
        try (Browser noah = Browser.signedInAs("noah.kim")) {
            noah.go("/concerns/new");
            noah.page().locator("#text").evaluate(PASTED);
            noah.page().locator("#outcome").fill("A halt.");
            send(noah, "/concerns/new/check");

            assertThat(noah.page().locator("#text")).hasValue("I fear for children.");
            assertThat(noah.page().locator("#outcome")).hasValue("A halt.");
            assertThat(noah.page().locator(".error-summary")).containsText("held a character that no text can hold");
            assertThat(noah.page().locator(".error-summary")).isFocused();
            noah.inspect("refused-character");
            noah.page().locator("#topic").selectOption("HARM");
            noah.page().locator("[name=mode]").first().check();
            send(noah, "/concerns/new/check");
            assertThat(noah.page().locator("h1")).containsText("Check");
        }
    }

    @Test
    void without_an_account_and_without_scripts_it_is_the_same() {
        try (Browser stranger = Browser.withoutScripts()) {
            stranger.go("/speak/ar/file");
            stranger.page().locator("#text").evaluate(PASTED);
            send(stranger, "/speak/ar/check");

            assertThat(stranger.page().locator("#text")).hasValue("I fear for children.");
            assertThat(stranger.page().locator("#text-problem")).isVisible();
        }
    }

    private static void send(Browser browser, String path) {
        browser.page()
                .locator("form[action='" + path + "']")
                .evaluate("form => HTMLFormElement.prototype.submit.call(form)");
        browser.page().waitForURL("**" + path);
    }
}
