package org.contractethics.concern.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A concern from the first word to the answer, with everything that may come between, as the people see it. */
@Journey
class ConcernJourneyIT {

    private final RegisteringContracts registering;
    private final Concerns concerns;
    private final JdbcClient jdbc;
    private Contract contract;

    @Autowired
    ConcernJourneyIT(RegisteringContracts registering, Concerns concerns, JdbcClient jdbc) {
        this.registering = registering;
        this.concerns = concerns;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aContract() {
        contract = registering.register(
                RegisteredContracts.aDraft("Data fusion for removals "
                        + UUID.randomUUID().toString().substring(0, 8)),
                "FORM",
                RegisteredContracts.SOFIA);
    }

    @Test
    void a_concern_is_filed_handled_and_answered() {
        String concern;
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            concern = file(erin);
            sendAfterTheSignInExpired(erin, concern);
        }
        tellTheOfficers(concern);
        try (Browser olga = Browser.signedInAs("olga.petrova")) {
            handle(olga, concern);
        }
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            assertThat(erin.go(concern).page().locator("main")).containsText("ICCPR art. 17");
            erin.inspect("concern-answer-read");
        }
    }

    @Test
    void what_is_not_for_somebody_says_so_and_shows_the_way_on() {
        try (Browser noah = Browser.signedInAs("noah.kim")) {
            noah.go("/concerns/" + UUID.randomUUID()).inspect("concern-not-found");
            noah.go("/audit").inspect("refused");
            noah.go("/help#programs").inspect("help");
            noah.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Description of the API"))
                    .click();
            assertThat(noah.page().locator("#swagger-ui"))
                    .containsText(
                            "/api/record/entries", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
            noah.screenshot("api-description");
        }
    }

    @Test
    void a_long_form_is_there_again_after_the_next_sign_in() {
        try (Browser sofia = Browser.signedInAs("sofia.marin")) {
            sofia.go("/contracts/" + contract.id() + "/edit");
            sofia.page().locator("#description").fill("Joins the records of four agencies.\n".repeat(8));
            loseSession(sofia);
            press(sofia, "Save");
            assertThat(sofia.page().locator("h1")).containsText("Nothing was sent yet");
            sofia.inspect("interrupted");
            press(sofia, "Send it now");
            assertThat(sofia.page().locator("main")).containsText("Joins the records of four agencies.");
        }
    }

    private String file(Browser erin) {
        erin.go("/concerns/new?contract=" + contract.id()).inspect("concern-new");
        erin.page().locator("#text").fill("Families could be separated with what we build.\nI saw the design.");
        press(erin, "Check what you wrote");
        assertThat(erin.page().locator("main")).containsText("There is a problem");
        assertThat(erin.page().locator("#text"))
                .hasValue("Families could be separated with what we build.\nI saw the design.");
        erin.inspect("concern-new-problems");
        erin.page().locator("#topic").selectOption("HARM");
        erin.page().locator("#rights").fill("family life, asylum");
        erin.page().locator("#clause").fill("Clause 7.2");
        erin.page().locator("[name=mode][value=OPEN]").check();
        press(erin, "Check what you wrote");
        assertThat(erin.page().locator("main")).containsText("You may not read these, so it is not told here.");
        erin.inspect("concern-check");
        press(erin, "File the concern");
        erin.inspect("concern-filed");
        erin.page().locator("main a[href^='/concerns/']").first().click();
        String concern = erin.path();
        erin.inspect("concern-of-filer");
        erin.go("/concerns").inspect("concerns-of-filer");
        return concern;
    }

    /** Nothing is kept on the server: the text stands in the page, which can be sent once its author has signed in again. */
    private void sendAfterTheSignInExpired(Browser erin, String concern) {
        erin.go(concern).page().locator("#message").fill("It is about the removal module, not about the search.");
        loseSession(erin);
        press(erin, "Send the message");
        assertThat(erin.page().locator("main")).containsText("nothing of it is kept on the server");
        erin.inspect("concern-unsent");
        try (Page tab = erin.page().context().newPage()) {
            tab.navigate("/sign-in");
            assertThat(tab.locator("h1")).isVisible();
        }
        press(erin, "Send it now");
        assertThat(erin.page().locator("main")).containsText("You are signed in again");
        erin.inspect("concern-unsent-signed-in");
        press(erin, "Send it now");
        assertThat(erin.page().locator("main")).containsText("It is about the removal module");
    }

    private void tellTheOfficers(String concern) {
        String id = concern.substring("/concerns/".length());
        DayOfFiling.ends(jdbc, id);
        concerns.announce();
        await().atMost(Duration.ofSeconds(60)).until(() -> jdbc.sql(
                        "select count(*) > 1 from notification.notice where username = 'olga.petrova' and link = '/concerns'")
                .query(Boolean.class)
                .single());
    }

    private void handle(Browser olga, String concern) {
        olga.go("/notices").inspect("notices");
        olga.go("/concerns").inspect("concerns-of-officer");
        olga.go(concern).inspect("concern-of-officer");
        assertThat(olga.page().locator("main")).containsText("had no clause with this number or these words");
        press(olga, "Acknowledge the concern");
        press(olga, "Send the answer and close the concern");
        olga.inspect("concern-answer-problems");
        try (Page second = olga.page().context().newPage()) {
            second.navigate(concern);
            answer(second, "The design is reviewed again.");
        }
        answer(olga.page(), "The removal module is left out.");
        assertThat(olga.page().locator("main")).containsText("Nothing of yours was sent");
        assertThat(olga.page().locator("main")).containsText("The design is reviewed again.");
        assertThat(olga.page().locator("main")).containsText("The removal module is left out.");
        olga.inspect("concern-answered-meanwhile");
        olga.go("/contracts/" + contract.id()).inspect("concern-case-page");
    }

    private static void answer(Page page, String decision) {
        Map.of(
                        "considered", "The design and the contract.",
                        "decision", decision,
                        "article", "ICCPR art. 17",
                        "effect", "A condition is added.",
                        "appeal", "To the board committee, within 30 days.")
                .forEach((field, text) -> page.locator("#" + field).fill(text));
        page.locator("#cause").selectOption("TERMS_WEAK");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send the answer and close the concern"))
                .click();
    }

    private static void loseSession(Browser browser) {
        browser.page().context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("SESSION"));
    }

    private static void press(Browser browser, String name) {
        browser.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}
