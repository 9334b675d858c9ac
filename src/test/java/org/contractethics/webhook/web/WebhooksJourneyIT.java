package org.contractethics.webhook.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Legal has a system told, sees the secret once, and sends again what was given up. */
@Journey
class WebhooksJourneyIT {

    private final JdbcClient database;

    @Autowired
    WebhooksJourneyIT(JdbcClient database) {
        this.database = database;
    }

    @Test
    void legal_sets_up_a_webhook_and_sends_a_message_again() {
        try (Browser priya = Browser.signedInAs("priya.raman")) {
            priya.go("/webhooks");
            priya.page().getByLabel("Address").fill("contracts.example.org");
            tell(priya);
            Browser.shows(priya.page().locator(".error-summary"), "Give the whole address");
            priya.inspect("webhooks-refused");

            priya.page().getByLabel("Address").fill("http://127.0.0.1:9/hooks");
            priya.page().getByLabel("Decision made").check();
            tell(priya);
            Browser.shows(priya.page().locator("#secret"), "whsec_");
            givenUp();
            priya.inspect("webhooks-secret");

            priya.go("/webhooks");
            assertThat(priya.page().locator("#secret").count()).isZero();
            priya.inspect("webhooks");
            priya.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send again"))
                    .first()
                    .click();
            Browser.shows(priya.page().locator(".note-done"), "sent again within a minute");
            end(priya);
        }
    }

    private static void tell(Browser priya) {
        priya.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Tell this system"))
                .click();
    }

    private static void end(Browser priya) {
        priya.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("End telling 127.0.0.1"))
                .first()
                .click();
        Browser.shows(priya.page().locator("main"), "Withdrawn");
    }

    private void givenUp() {
        database.sql(
                        """
                        insert into webhook.delivery (id, subscription_id, event, body, state, attempts, created_at,
                            last_attempt_at, last_result)
                        select :id, s.id, 'DECISION_MADE', :body, 'GIVEN_UP', 8, now(), now(), 'Answered 503'
                        from webhook.subscription s where s.ended_at is null and s.url = 'http://127.0.0.1:9/hooks'
                        order by s.created_at desc limit 1""")
                .param("id", UUID.randomUUID())
                .param(
                        "body",
                        "{\"type\":\"decision.made\",\"timestamp\":\"2026-11-26T00:00:00Z\",\"data\":{\"contractId\":\""
                                + UUID.randomUUID() + "\",\"outcome\":\"REJECT\"}}")
                .update();
    }
}
