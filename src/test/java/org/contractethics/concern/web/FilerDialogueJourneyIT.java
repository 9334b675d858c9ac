package org.contractethics.concern.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.UUID;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.cleaning.PlantedFiles;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A filer who is signed in shows a file, a reviewer asks, an officer passes it on, the filer answers: as the people see it. */
@Journey
class FilerDialogueJourneyIT {

    private final RegisteringContracts registering;

    @Autowired
    FilerDialogueJourneyIT(RegisteringContracts registering) {
        this.registering = registering;
    }

    @Test
    void a_file_is_shown_before_it_is_sent_and_a_question_comes_back_answered() throws IOException {
        Contract contract = registering.register(
                RegisteredContracts.aDraft("Asked about " + UUID.randomUUID()), "FORM", RegisteredContracts.SOFIA);
        String concern;
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            concern = fileWithDocument(erin, contract);
        }
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go("/contracts/" + contract.id());
            dana.page().locator("a[href$='/question']").first().click();
            dana.inspect("concern-question");
            press(dana, "Send the question");
            assertThat(dana.page().locator("main")).containsText("Write a question of at most");
            dana.inspect("concern-question-problem");
            dana.page().locator("#question").fill("Which module do you mean?");
            press(dana, "Send the question");
            assertThat(dana.page().locator("main")).containsText("waits for those who handle the concern");
            dana.inspect("concern-question-asked");
        }
        try (Browser olga = Browser.signedInAs("olga.petrova")) {
            olga.go(concern);
            press(olga, "Acknowledge the concern");
            olga.inspect("concern-question-of-handler");
            press(olga, "Pass it on to the filer");
            assertThat(olga.page().locator("#questions")).containsText("Passed on to the filer");
        }
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            erin.go(concern).inspect("concern-question-of-filer");
            erin.page().locator("#question-answer-1").fill("The removal module.");
            press(erin, "Send the answer to the reviewers");
            assertThat(erin.page().locator("#questions")).containsText("The removal module.");
            message(erin);
        }
    }

    private static String fileWithDocument(Browser erin, Contract contract) throws IOException {
        erin.go("/concerns/new?contract=" + contract.id());
        erin.page().locator("#text").fill("Families could be separated.");
        erin.page().locator("#files").setInputFiles(document());
        press(erin, "Check what you wrote");
        assertThat(erin.page().locator("main")).containsText("saw-the-design.docx");
        erin.inspect("concern-new-with-file");
        erin.page().locator("#topic").selectOption("HARM");
        erin.page().locator("[name=mode][value=OPEN]").check();
        press(erin, "Check what you wrote");
        assertThat(erin.page().locator("main")).containsText(PlantedFiles.AUTHOR);
        erin.inspect("concern-check-with-file");
        press(erin, "File the concern");
        erin.page().locator("main a[href^='/concerns/']").first().click();
        assertThat(erin.page().locator("main")).containsText("saw-the-design.docx");
        return erin.path();
    }

    private static void message(Browser erin) throws IOException {
        erin.page().locator("#message").fill("And this.");
        erin.page().locator("#files").setInputFiles(document());
        press(erin, "Send the message");
        erin.inspect("concern-message-check");
        press(erin, "Send the message");
        assertThat(erin.page().locator("main")).containsText("And this.");
        erin.inspect("concern-of-filer-with-files");
    }

    private static FilePayload document() throws IOException {
        return new FilePayload("saw-the-design.docx", "application/octet-stream", PlantedFiles.docx());
    }

    private static void press(Browser browser, String button) {
        browser.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
