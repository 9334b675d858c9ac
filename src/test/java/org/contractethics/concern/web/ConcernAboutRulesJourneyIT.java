package org.contractethics.concern.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.concern.Concerns;
import org.contractethics.concern.DayOfFiling;
import org.contractethics.journeys.Browser;
import org.contractethics.policy.internal.DecidingVersion;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.Proposal;
import org.contractethics.policy.internal.ProposingVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An employee files a concern about the policy, sees it counted there, and finds it beside the next version with whoever decides on that. */
@IntegrationTest
class ConcernAboutRulesJourneyIT {

    private static final Actor DANA = new Actor("dana.whitfield", "Dana Whitfield", Set.of(Role.HR_REVIEWER));

    private final PolicyInForce policy;
    private final ProposingVersion proposing;
    private final DecidingVersion deciding;
    private final Concerns concerns;
    private final JdbcClient database;

    ConcernAboutRulesJourneyIT(
            @Autowired PolicyInForce policy,
            @Autowired ProposingVersion proposing,
            @Autowired DecidingVersion deciding,
            @Autowired Concerns concerns,
            @Autowired JdbcClient database) {
        this.concerns = concerns;
        this.database = database;
        this.policy = policy;
        this.proposing = proposing;
        this.deciding = deciding;
    }

    @Test
    void it_is_filed_counted_beside_the_rules_and_asked_of_whoever_decides_on_the_next_version() {
        int version = proposing.propose(
                new Proposal(
                        policy.now().current().number(),
                        policy.now().content().text() + "\n\nTried " + UUID.randomUUID() + ".",
                        Map.of(),
                        "To try it.",
                        LocalDate.now(ZoneOffset.UTC).plusMonths(3)),
                DANA);
        String concern = "";
        try (Browser erin = Browser.signedInAs("erin.walsh")) {
            concern = filed(erin);
            DayOfFiling.ends(database, concern.substring(concern.lastIndexOf('/') + 1));
            concerns.announce();
            erin.go("/rules").inspect("rules-with-concern");
            Browser.shows(erin.page().locator("main"), "Version 1 of the rules: ");
            erin.go("/rules/capabilities").inspect("rules-capabilities");
            erin.go("/notices").inspect("notices-of-filer");
            decides(version);
        } finally {
            deciding.withdraw(version, "Only tried.", DANA);
            withdraw(concern);
        }
    }

    private static String filed(Browser erin) {
        Page page = erin.go("/concerns/new?matter=POLICY:1").page();
        erin.inspect("concern-new-about-rules");
        assertThat(page.locator("#matter").inputValue()).isEqualTo("POLICY:1");
        page.locator("#text").fill("It names no one who has to ask the people concerned.");
        page.locator("#topic").selectOption("TERMS");
        page.locator("[name=mode][value=OPEN]").check();
        press(page, "Check what you wrote");
        Browser.shows(page.locator("main"), "Version 1 of the rules");
        press(page, "File the concern");
        page.click("text=Follow your concern");
        erin.inspect("concern-about-rules");
        return page.url();
    }

    private static void decides(int version) {
        try (Browser george = Browser.signedInAs("george.tan")) {
            Page page = george.go("/rules/versions/" + version).page();
            Browser.shows(page.locator("main"), "Concerns about the policy");
            page.fill("#reasons", "It is right.");
            page.click("button:has-text('Approve')");
            Browser.shows(page.locator(".error-summary"), "weighs for this version");
            assertThat(page.locator("#reasons").inputValue()).isEqualTo("It is right.");
            george.inspect("rules-version-with-concern");
            george.go("/procedures").inspect("procedures-with-concerns");
        }
    }

    private static void withdraw(String concern) {
        if (!concern.isEmpty()) {
            try (Browser erin = Browser.signedInAs("erin.walsh")) {
                erin.page().navigate(concern + "/withdraw");
                erin.page().locator("main form button").first().click();
            }
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
