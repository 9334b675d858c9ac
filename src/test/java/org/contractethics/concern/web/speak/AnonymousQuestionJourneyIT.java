package org.contractethics.concern.web.speak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A question to a filer whom nobody knows, as reviewer, officer and filer see it: the filer without script, and from right to left. */
@Journey
class AnonymousQuestionJourneyIT {

    private final RegisteringContracts registering;
    private final JdbcClient jdbc;

    @Autowired
    AnonymousQuestionJourneyIT(RegisteringContracts registering, JdbcClient jdbc) {
        this.registering = registering;
        this.jdbc = jdbc;
    }

    @Test
    void a_question_goes_there_and_what_cannot_name_the_filer_comes_back() {
        Contract contract = registering.register(
                RegisteredContracts.aDraft("Asked without a name " + UUID.randomUUID()),
                "USASPENDING",
                RegisteredContracts.SOFIA);
        String code = file(contract);
        String concern = "/concerns/" + Stranger.newestConcern(jdbc);
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go("/contracts/" + contract.id());
            dana.page().locator("a[href$='/question']").first().click();
            dana.inspect("concern-question-about-anonymous");
            dana.page().locator("#question").fill("Which module do you mean?");
            press(dana, "Send the question");
            assertThat(dana.page().locator("main")).containsText("waits for those who handle the concern");
        }
        try (Browser olga = Browser.signedInAs("olga.petrova")) {
            olga.go(concern);
            press(olga, "Acknowledge the concern");
            olga.inspect("concern-question-to-word");
            press(olga, "Pass it on to the filer");
            assertThat(olga.page().locator("#questions")).containsText("The filer reads:");
        }
        answer(code);
        try (Browser olga = Browser.signedInAs("olga.petrova")) {
            olga.go(concern).inspect("concern-question-to-release");
            olga.page().locator("#release-1").fill("The part for removals.");
            press(olga, "Release it to the reviewers");
            assertThat(olga.page().locator("#questions")).containsText("Reviewers read:");
        }
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go("/contracts/" + contract.id());
            assertThat(dana.page().locator("main")).containsText("The part for removals.");
            assertThat(dana.page().locator("main")).not().containsText("I wrote the removal module.");
            dana.inspect("concern-question-released");
        }
    }

    private static String file(Contract contract) {
        Stranger stranger = new Stranger();
        HttpResponse<String> check = stranger.fill(
                "/speak/en/file",
                "/speak/en/check",
                Map.of(
                        "topic",
                        "END_USE",
                        "text",
                        "Families could be separated.",
                        "contract",
                        contract.id().toString()));
        return Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of()));
    }

    private static void answer(String code) {
        try (Browser stranger = Browser.open()) {
            enter(stranger, code, "ar");
            stranger.inspect("speak-question-ar");
        }
        try (Browser stranger = Browser.withoutScripts()) {
            enter(stranger, code, "en");
            Page page = stranger.page();
            page.locator("form[action$='/questions/1/answer'] button").click();
            assertThat(page.locator("main")).containsText("Write an answer of at most 100,000 characters.");
            page.locator("#answer-1").fill("I wrote the removal module.");
            page.locator("#show-1").check();
            page.locator("form[action$='/questions/1/answer'] button").click();
            assertThat(page.locator("main")).containsText("You agreed that reviewers know");
        }
    }

    private static void enter(Browser stranger, String code, String language) {
        Page page = stranger.go("/speak/" + language + "/return").page();
        page.locator("#code").fill(code);
        page.keyboard().press("Enter");
        assertThat(page.locator("#questions")).isVisible();
    }

    private static void press(Browser browser, String button) {
        browser.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
