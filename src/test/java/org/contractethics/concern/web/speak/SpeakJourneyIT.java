package org.contractethics.concern.web.speak;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.ConcernHands;
import org.contractethics.concern.TableOwner;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The anonymous way as people walk it: without script, in English and from right to left, by keyboard, and away in a hurry (S5, S47). */
@Journey
class SpeakJourneyIT {

    private static final String OLGA = "olga.petrova";

    private final ConcernHands hands;
    private final JdbcClient jdbc;
    private String answered = "";
    private final String text = "Families could be separated with what we build. " + UUID.randomUUID();

    @Autowired
    SpeakJourneyIT(MockMvcTester mvc, JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.jdbc = jdbc;
    }

    @Test
    void a_concern_without_a_name_and_without_a_script() {
        String code;
        try (Browser stranger = Browser.withoutScripts()) {
            code = file(stranger, "en");
        }
        officerReplies();
        try (Browser stranger = Browser.withoutScripts()) {
            Page page = stranger.go("/speak/en/return").page();
            byKeyboard(page, "#code");
            page.keyboard().type(code.toLowerCase(Locale.ROOT));
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).containsText("Which module is it?");
            page.locator("#message").fill("It is the removal module.");
            page.locator("main button:has-text('Send the message')").last().click();
            assertThat(page.locator("main")).containsText("It is the removal module.");
        }
        try (Browser stranger = Browser.open()) {
            inspect(stranger, code);
            leave(stranger);
        }
    }

    @Test
    void the_whole_way_from_right_to_left() {
        try (Browser stranger = Browser.open()) {
            stranger.go("/speak/ar").inspect("speak-start-ar");
            Page page = stranger.page();
            stranger.go("/speak/ar/file");
            page.locator("main .buttons button").click();
            stranger.inspect("speak-file-problems-ar");
            page.locator("#query").fill("zzzz");
            page.locator("[name=search]").click();
            fill(page);
            page.locator("#clause").fill("7.2");
            page.locator("main .buttons button").click();
            Assertions.assertThat(page.locator("main").textContent()).contains("ويمكنك إرسالها على أي حال.");
            stranger.inspect("speak-check-ar");
            page.locator("main .buttons button").first().click();
            stranger.inspect("speak-code-ar");
            stranger.checkMagnified();
            String code = code(page);
            stranger.go("/speak/ar/return");
            page.locator("#code").fill(code);
            page.locator("main .buttons button").click();
            TableOwner.filedDaysAgo(Stranger.newestConcern(jdbc), 15);
            stranger.go("/speak/ar/concern");
            stranger.checkMagnified();
            stranger.inspect("speak-concern-ar");
            Assertions.assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
        }
    }

    private String file(Browser stranger, String language) {
        Page page = stranger.go("/speak/" + language).page();
        List<String> hosts = new ArrayList<>();
        page.onRequest(request -> hosts.add(request.url()));
        page.locator("main .buttons a").first().click();
        fill(page);
        page.locator("main .buttons button").click();
        assertThat(page.locator("main")).containsText("A clean copy was made");
        stranger.screenshot("speak-check-no-script");
        page.locator("main .buttons button").first().click();
        stranger.screenshot("speak-code-no-script");
        Assertions.assertThat(hosts).allMatch(url -> url.startsWith("http://localhost:"));
        Assertions.assertThat(page.url() + page.title()).doesNotContain(code(page));
        return code(page);
    }

    private void fill(Page page) {
        page.locator("#topic").selectOption("HARM");
        page.locator("#text").fill(text);
        page.locator("#rights").fill("family life, asylum");
        page.locator("#files").setInputFiles(new FilePayload[] {
            new FilePayload("design.docx", "application/octet-stream", RegisteredContracts.docx("What I saw"))
        });
    }

    private static String code(Page page) {
        return String.join("-", page.locator(".code .group").allTextContents());
    }

    private void officerAnswers() {
        ConcernHands.sent(hands.post(
                "/concerns/" + answered + "/answer",
                OLGA,
                Map.of(
                        "cause", "NOTHING_WRONG",
                        "considered", "The documents and what you wrote.",
                        "decision", "To ask for safeguards.",
                        "article", "ICCPR art. 17",
                        "effect", "A condition is added.",
                        "appeal", "On the page of your concern.")));
    }

    private void officerReplies() {
        answered = Stranger.newestConcern(jdbc);
        hands.acknowledgeAndAsk(answered, OLGA);
    }

    private void inspect(Browser stranger, String code) {
        Page page = stranger.page();
        for (String path : List.of("", "/file", "/return")) {
            stranger.go("/speak/en" + path).inspect("speak" + path.replace('/', '-') + "-en");
            stranger.checkMagnified();
        }
        page.locator("#code").fill("0000-0000-0000-0000-0000-1");
        page.locator("main .buttons button").click();
        stranger.inspect("speak-return-wrong-en");
        page.locator("#code").fill(code);
        page.locator("main .buttons button").click();
        assertThat(page.locator("main")).containsText("Last opened before now on");
        officerAnswers();
        stranger.go("/speak/en/concern");
        page.locator("#appeal").fill("A new fact.");
        stranger.checkMagnified();
        stranger.inspect("speak-concern-en");
        page.locator("main button:has-text('Send the appeal')").click();
        assertThat(page.locator("main")).containsText("You appealed on");
        stranger.inspect("speak-appeal-en");
        askedWhetherHarmed(stranger);
        stranger.go("/speak/en/concern/withdraw").inspect("speak-withdraw-en");
        stranger.go("/speak/en/nothing").inspect("speak-not-found-en");
    }

    private void askedWhetherHarmed(Browser stranger) {
        TableOwner.filedDaysAgo(answered, 15);
        Page page = stranger.go("/speak/en/concern").page();
        page.locator("#happened-yes").check();
        page.locator("#account").fill("They moved me to the night shift.");
        page.locator("main button:has-text('Send the answer')").click();
        assertThat(page.locator("#account")).hasValue("They moved me to the night shift.");
        stranger.checkMagnified();
        stranger.inspect("speak-harm-problems-en");
        page.locator("#kind").selectOption("TRANSFER");
        page.locator("#day").fill(LocalDate.now(ZoneOffset.UTC).minusDays(2).toString());
        page.locator("main button:has-text('Send the answer')").click();
        assertThat(page.locator("h1")).hasText("What you told of has a case of its own");
        stranger.inspect("speak-harm-code-en");
        stranger.go("/speak/en/concern").inspect("speak-harm-told-en");
    }

    private static void byKeyboard(Page page, String target) {
        for (int i = 0; i < 20; i++) {
            page.keyboard().press("Tab");
            if (page.locator(target + ":focus").count() == 1) {
                return;
            }
        }
        throw new AssertionError(target + " is not reached by the keyboard");
    }

    /** The page one was on is not in the history any more, and the visit is over. */
    private static void leave(Browser stranger) {
        Page page = stranger.page();
        page.context()
                .route(
                        "https://www.wikipedia.org/**",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<title>Elsewhere</title>")));
        stranger.go("/speak/en/return").go("/speak/en/concern");
        page.locator("#leave").click();
        page.waitForURL("https://www.wikipedia.org/");
        page.goBack();
        Assertions.assertThat(stranger.path()).isEqualTo("/speak/en/return");
        stranger.go("/speak/en/concern");
        assertThat(page.locator("h1")).containsText("Your visit has ended");
    }
}
