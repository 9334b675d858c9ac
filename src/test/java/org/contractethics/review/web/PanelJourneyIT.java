package org.contractethics.review.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.review.internal.panel.DrawingActingChair;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The panel in a browser: who was drawn, the count that moves by itself, the meeting, terms and absences. */
@Journey
class PanelJourneyIT {

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final DrawingActingChair drawing;

    @Autowired
    PanelJourneyIT(MockMvcTester mvc, BegunReviews begun, DrawingActingChair drawing) {
        this.mvc = mvc;
        this.begun = begun;
        this.drawing = drawing;
    }

    @Test
    void the_chair_watches_the_count_move_and_calls_the_panel_together() throws Exception {
        Begun voting = begun.upToTheVote(mvc);
        ReviewId review = voting.review();
        ReviewHands hands = voting.hands();
        List<Drawn> members = hands.drawn(review);
        try (Browser ruth = Browser.signedInAs("ruth.castillo")) {
            Page page = ruth.go("/reviews/" + review + "/stages/vote").page();
            assertThat(page.locator("main")).containsText("0 of 5 valid votes");
            ruth.inspect("panel-vote-of-the-chair");

            hands.vote(review, members.get(0).person(), members.get(0).role(), "REJECT");

            assertThat(page.locator("main"))
                    .containsText("1 of 5 valid votes", new LocatorAssertions.ContainsTextOptions().setTimeout(15_000));
            ruth.go("/reviews/" + review + "/panel");
            page.locator("details").first().locator("summary").click();
            ruth.inspect("panel-of-a-review");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Call a meeting"))
                    .click();
            press(ruth, "Call the meeting");
            assertThat(page.locator(".error-summary")).containsText("Enter the day of the meeting.");
            ruth.inspect("panel-meeting-problems");
            page.locator("#date").fill(LocalDate.now(ZoneOffset.UTC).plusDays(7).toString());
            page.locator("#time").fill("14:30");
            page.locator("#place").fill("Room 4, and by video");
            press(ruth, "Call the meeting");
            assertThat(page.locator("h1")).hasText("Meeting of the panel");
            ruth.inspect("panel-meeting");
            ruth.go("/panel").inspect("panel-terms");
            ruth.go("/panel/trainings").inspect("panel-trainings");
        }
    }

    @Test
    void the_acting_chair_reads_how_they_were_drawn_and_closes_the_vote() throws Exception {
        Begun voting = begun.upToTheVote(mvc);
        String review = "/reviews/" + voting.review();
        ReviewHands hands = voting.hands();
        List<Drawn> members = hands.drawn(voting.review());
        hands.post("ruth.castillo", review + "/conflict", Map.of("stage", "vote", "interest", "SHARES"));
        drawing.run();
        for (Drawn member : members) {
            hands.vote(voting.review(), member.person(), member.role(), "REJECT");
        }
        try (Browser acting = Browser.signedInAs(acting(hands, review))) {
            Page page = acting.go(review + "/panel").page();
            Locator drawn = page.locator("section")
                    .filter(new Locator.FilterOptions().setHasText("Drawing of the acting chair"));
            drawn.locator("summary").first().click();
            assertThat(drawn).containsText("Ruth Castillo: Declared a conflict of interest (H2).");
            acting.inspect("panel-acting-chair");
            acting.go(review + "/stages/vote").inspect("panel-vote-of-the-acting-chair");
            assertThat(page.locator("main")).containsText("Acting chair: ");
            press(acting, "Close the vote and open it");
            assertThat(page.locator("body")).containsText("The vote is closed. All votes are open now.");
        }
    }

    /** The account in whose row of the urn the lot stands as fallen. */
    private static String acting(ReviewHands hands, String review) throws Exception {
        Matcher fallen = Pattern.compile("([a-z]+\\.[a-z]+)<br>(?:(?!</tr>).)*Acting chair</td>", Pattern.DOTALL)
                .matcher(hands.page("august.lund", review + "/panel"));
        Assertions.assertThat(fallen.find()).isTrue();
        return fallen.group(1);
    }

    @Test
    void somebody_enters_an_absence_and_takes_it_back() {
        try (Browser tariq = Browser.signedInAs("tariq.osman")) {
            Page page = tariq.go("/account").page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Enter an absence"))
                    .click();
            press(tariq, "Enter the absence");
            assertThat(page.locator(".error-summary")).containsText("Enter the first day of the absence.");
            tariq.inspect("absence-problems");
            page.locator("#from")
                    .fill(LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
            page.locator("#until")
                    .fill(LocalDate.now(ZoneOffset.UTC).plusDays(31).toString());
            press(tariq, "Enter the absence");
            assertThat(page.locator("main")).containsText("Nobody, the tasks wait");
            tariq.inspect("absence");
            press(tariq, "Withdraw");
            assertThat(page.locator("main")).containsText("Withdrawn");
        }
    }

    private static void press(Browser browser, String name) {
        browser.page()
                .locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}
