package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** What is known of the agency of a contract: its record, and its contracts in pages. */
@IntegrationTest
class AgencyProfileIT {

    private static final String DANA = "dana.whitfield";
    private static final String ERIN = "erin.walsh";

    private final ApiCalls api;
    private final RegisteringContracts registering;
    private final JdbcClient database;
    private final ProfiledAgency agency;

    @Autowired
    AgencyProfileIT(MockMvcTester mvc, RegisteringContracts registering, JdbcClient database, Environment settings) {
        this.api = new ApiCalls(settings);
        this.registering = registering;
        this.database = database;
        this.agency = new ProfiledAgency(mvc, api, registering);
    }

    @Test
    void findings_are_told_with_source_and_day_until_they_are_taken_back() throws Exception {
        Contract contract = agency.contract("Found " + agency.name, DocumentStories.TOM);
        assertThat(agency.page(ERIN, contract)).contains("Nothing is cited. That does not say that there is nothing.");

        cite("Standing judgment");
        cite("Judgment set aside");
        withdraw("Judgment set aside");

        assertThat(agency.page(ERIN, contract))
                .contains("Standing judgment", "Committee against Torture", "19 Jun 2018", "Documented violations")
                .doesNotContain("Judgment set aside");
        assertThat(agency.profile(ERIN, contract).path("findings")).hasSize(1);
        assertThat(agency.profile(ERIN, contract).at("/findings/0/foundOn").asString())
                .isEqualTo("2018-06-19");
        assertThat(agency.get(ERIN, "/agencies?name=" + agency.name)
                        .getResponse()
                        .getContentAsString())
                .contains("href=\"/contracts?agency=" + agency.name.replace(" ", "%20"));
    }

    @Test
    void class_and_country_say_where_they_come_from() throws Exception {
        Contract unlisted = agency.contract("Unlisted " + agency.name, DocumentStories.TOM);
        Contract listed = registering.register(
                ProfiledAgency.draft("Listed agency", "U.S. Immigration and Customs Enforcement"),
                "FORM",
                DocumentStories.TOM);

        assertThat(agency.page(DANA, unlisted))
                .contains("Border control", "Stated with " + unlisted.reference() + ": Entered in the form");
        assertThat(agency.page(ERIN, unlisted)).contains("Border control").doesNotContain("Entered in the form");
        assertThat(agency.page(ERIN, listed)).contains("The list of agencies in force", "United States");
    }

    @Test
    void many_contracts_come_in_pages_and_no_page_is_out_of_range() throws Exception {
        Contract contract = agency.contract("First " + agency.name, DocumentStories.TOM);
        for (int i = 0; i < 25; i++) {
            agency.contract("More " + agency.name, DocumentStories.TOM);
        }

        assertThat(agency.profile(ERIN, contract).path("contracts")).hasSize(25);
        assertThat(agency.page(ERIN, contract)).contains("26 contracts", "/agency?page=2#contracts");
        for (String page : List.of("2", "99")) {
            JsonNode last = api.get(ERIN, "/api/contracts/" + contract.id() + "/agency?page=" + page)
                    .body();
            assertThat(last.path("page").asInt()).isEqualTo(2);
            assertThat(last.path("contracts")).hasSize(1);
            assertThat(last.at("/contracts/0/id").asString())
                    .isEqualTo(contract.id().toString());
        }
        assertThat(agency.get(ERIN, "/contracts/" + contract.id() + "/agency?page=-1"))
                .hasStatusOk()
                .bodyText()
                .contains("1–25 of 26");
    }

    @Test
    void it_does_not_ask_the_database_contract_by_contract() throws Exception {
        Contract contract = agency.contract("Counted " + agency.name, DocumentStories.TOM);
        agency.page(ERIN, contract);
        int one = agency.statementsFor(ERIN, contract);
        for (int i = 0; i < 10; i++) {
            agency.contract("More " + agency.name, DocumentStories.TOM);
        }

        int many = agency.statementsFor(ERIN, contract);

        assertThat(one).isPositive();
        assertThat(many)
                .as("ten more contracts; what is read again every few seconds may come or not")
                .isLessThan(one + 5);
    }

    @Test
    void the_case_and_the_register_lead_to_it() throws Exception {
        Contract contract = agency.contract("Linked " + agency.name, DocumentStories.TOM);
        String link = "href=\"/contracts/" + contract.id() + "/agency\"";

        assertThat(agency.get(ERIN, "/contracts/" + contract.id()).getResponse().getContentAsString())
                .contains(link);
        assertThat(agency.get(ERIN, "/contracts?agency=" + agency.name)
                        .getResponse()
                        .getContentAsString())
                .contains(link);
        assertThat(agency.get("fatima.noor", "/contracts/" + contract.id() + "/agency"))
                .as("people outside the company")
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private void cite(String title) {
        assertThat(agency.post(
                        "helen.okafor",
                        "/agencies/findings",
                        Map.of(
                                "agency", agency.name,
                                "level", "DOCUMENTED",
                                "source", "Committee against Torture",
                                "title", title,
                                "found-on", "2018-06-19",
                                "summary", "Children were kept from their parents for weeks.")))
                .hasStatus3xxRedirection();
    }

    private void withdraw(String title) {
        UUID finding = database.sql("select id from screening.agency_finding where agency = :agency and title = :title")
                .param("agency", agency.name)
                .param("title", title)
                .query(UUID.class)
                .single();
        String path = "/agencies/findings/" + finding + "/withdrawal";
        assertThat(agency.post(
                        "leo.brandt", path, Map.of("reason", "A higher court set the judgment aside in spring.")))
                .hasStatus3xxRedirection();
        assertThat(agency.post(
                        "priya.raman", path + "/ruling", Map.of("accepted", "true", "ruling", "As the court says.")))
                .hasStatus3xxRedirection();
    }
}
