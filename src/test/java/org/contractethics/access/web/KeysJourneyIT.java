package org.contractethics.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.RegisteredContracts.SOFIA;
import static org.contractethics.RegisteredContracts.aDraft;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.UUID;
import java.util.regex.Pattern;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody turns single keys on, goes through the register by them, and turns them off. */
@Journey
class KeysJourneyIT {

    private final RegisteringContracts registering;

    @Autowired
    KeysJourneyIT(RegisteringContracts registering) {
        this.registering = registering;
    }

    @Test
    void keys_act_where_they_are_on_and_never_while_somebody_types() {
        String word = "Keys" + UUID.randomUUID().toString().replace("-", "");
        for (int i = 0; i < 3; i++) {
            registering.register(aDraft(word + " number " + i), "FORM", SOFIA);
        }
        try (Browser noah = Browser.signedInAs("noah.kim")) {
            noah.go("/contracts?q=" + word);
            noah.page().keyboard().press("?");
            choose(noah, "Off");
            noah.inspect("account-keys");
            noah.go("/contracts?q=" + word);
            noah.page().keyboard().press("j");
            assertThat(noah.page().locator("#register :focus").count())
                    .as("off at first")
                    .isZero();

            choose(noah, "On");
            noah.go("/contracts?q=" + word);
            goesThroughTheRows(noah.page());
            typesInPeace(noah.page());
            jumps(noah);

            choose(noah, "Off");
            noah.page().keyboard().press("?");
            noah.page().keyboard().press("/");
            assertThat(noah.path()).isEqualTo("/account");
        }
    }

    @Test
    void without_scripts_the_page_says_that_keys_need_them() {
        try (Browser anybody = Browser.withoutScripts()) {
            anybody.page().navigate("/help/shortcuts");
            Browser.shows(anybody.page().locator("main"), "They need JavaScript, which does not run in this browser.");
        }
    }

    private static void choose(Browser person, String choice) {
        person.go("/account");
        person.page()
                .getByLabel(choice, new Page.GetByLabelOptions().setExact(true))
                .check();
        person.page()
                .locator("form[action$='/account/shortcuts'] button[type=submit]")
                .click();
        Browser.shows(person.page().locator(".note-done"), "Single keys");
    }

    private static void goesThroughTheRows(Page page) {
        Locator links = page.locator("#register tbody tr td:first-child a");
        page.keyboard().press("j");
        PlaywrightAssertions.assertThat(links.nth(0)).isFocused();
        page.keyboard().press("j");
        PlaywrightAssertions.assertThat(links.nth(1)).isFocused();
        page.keyboard().press("Control+j");
        page.keyboard().press("Alt+k");
        PlaywrightAssertions.assertThat(links.nth(1)).isFocused();
        page.keyboard().press("j");
        page.keyboard().press("j");
        PlaywrightAssertions.assertThat(links.nth(2)).isFocused();
        page.keyboard().press("k");
        PlaywrightAssertions.assertThat(links.nth(1)).isFocused();
        String opened = links.nth(1).getAttribute("href");
        page.keyboard().press("Enter");
        page.waitForURL("**" + opened);
        page.goBack();
    }

    private static void typesInPeace(Page page) {
        page.keyboard().press("/");
        PlaywrightAssertions.assertThat(page.locator("#q")).isFocused();
        page.keyboard().type("jk?/gh");
        PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("jk?/gh");
        PlaywrightAssertions.assertThat(page).hasURL(Pattern.compile(".*/contracts\\b.*"));
    }

    private static void jumps(Browser noah) {
        Page page = noah.page();
        noah.go("/account");
        page.keyboard().press("?");
        page.waitForURL("**/help/shortcuts");
        Browser.shows(page.locator("main"), "They are on for you.");
        noah.inspect("shortcuts");
        page.keyboard().press("g");
        page.keyboard().press("r");
        page.waitForURL("**/contracts");
        page.goBack();
        page.keyboard().press("/");
        page.waitForURL("**/search");
    }
}
