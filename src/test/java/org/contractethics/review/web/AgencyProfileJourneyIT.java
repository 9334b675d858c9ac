package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.internal.Uploading;
import org.contractethics.journeys.Browser;
import org.contractethics.journeys.Journey;
import org.contractethics.policy.Policy;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reviewer looks from a case at its agency, and from there at what was decided before. */
@Journey
class AgencyProfileJourneyIT {

    private final ApiCalls api;
    private final ContractRegister register;
    private final RegisteringContracts registering;
    private final DocumentStories stories;
    private final JdbcClient database;
    private final Policy policy;

    @Autowired
    AgencyProfileJourneyIT(
            ContractRegister register,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database,
            Policy policy,
            Environment settings) {
        this.api = new ApiCalls(settings);
        this.register = register;
        this.registering = registering;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.database = database;
        this.policy = policy;
    }

    @Test
    void a_reviewer_finds_what_was_decided_about_the_agency_before() {
        ContractId rejected = ReviewByApi.rejected(api, stories, database, policy);
        String agency = register.get(rejected).awardingAgency().name();
        Contract next = registering.register(
                ProfiledAgency.draft("A second system for cases", agency), "FORM", DocumentStories.TOM);
        cite(agency);
        try (Browser dana = Browser.signedInAs("dana.whitfield")) {
            dana.go("/contracts/" + next.id());
            dana.page().locator(".page-head").getByText(agency).click();
            Browser.shows(dana.page().locator("h1"), agency);
            Browser.shows(dana.page().locator("#contracts"), "Decision record", "Rejected");
            Browser.shows(dana.page().locator("main"), "Concluding observations", "Worst of earlier triages");
            dana.inspect("agency-profile");
            dana.checkMagnified();
            dana.page().getByText("In the register").click();
            Browser.shows(dana.page().locator("#register"), "decisions and findings");
            dana.inspect("register-of-agency");
            dana.go("/agencies?name=" + agency);
            dana.page().getByText("Its contracts").first().click();
            Browser.shows(dana.page().locator("#register"), next.title());
        }
    }

    private void cite(String agency) {
        Answer cited = api.post(
                "helen.okafor",
                "/api/agencies/findings",
                Map.of(
                        "agency", agency,
                        "level", "DOCUMENTED",
                        "international", true,
                        "source", "Committee against Torture",
                        "title", "Concluding observations " + UUID.randomUUID(),
                        "address", "https://example.org/report",
                        "foundOn", "2018-06-19",
                        "summary", "Children were kept from their parents for weeks, in rooms without beds."));
        assertThat(cited.status()).as(cited.toString()).isEqualTo(201);
    }
}
