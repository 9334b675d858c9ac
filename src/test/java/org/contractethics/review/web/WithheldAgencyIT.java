package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.RedactedContract;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.RegisteredAgencies;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.shared.Actor;
import org.contractethics.shared.RecurringWork;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** What somebody may not know of an agency, its profile does not tell them either. */
@IntegrationTest
class WithheldAgencyIT {

    private static final String DANA = "dana.whitfield";
    private static final String ERIN = "erin.walsh";
    private static final String OWNER = "tom.lindqvist";
    private static final String OTHER_OWNER = "sofia.marin";

    private final ApiCalls api;
    private final RecurringWork screenings;
    private final JdbcClient database;
    private final ProfiledAgency agency;
    private final RegisteredAgencies agencies;

    @Autowired
    WithheldAgencyIT(
            MockMvcTester mvc,
            RegisteringContracts registering,
            @Qualifier("dueScreenings") RecurringWork screenings,
            JdbcClient database,
            RegisteredAgencies agencies,
            Environment settings) {
        this.agencies = agencies;
        this.api = new ApiCalls(settings);
        this.screenings = screenings;
        this.database = database;
        this.agency = new ProfiledAgency(mvc, api, registering);
    }

    @Test
    void a_contract_whose_agency_is_withheld_is_neither_listed_nor_counted_nor_a_way_to_it() throws Exception {
        Contract open = agency.contract("Open " + agency.name, RegisteredContracts.SOFIA);
        Contract withheld = agency.contract("Withheld " + agency.name, DocumentStories.TOM);
        assertThat(agency.profile(ERIN, open).path("total").asInt()).isEqualTo(2);

        RedactedContract.redact(database, withheld.id(), "AGENCY");

        for (String person : List.of(ERIN, OTHER_OWNER, "lena.hoffman")) {
            assertThat(agency.page(person, open))
                    .as(person)
                    .contains("1 contract<", "withheld from you would not be in this list")
                    .doesNotContain(withheld.reference(), withheld.id().toString(), withheld.title());
            JsonNode profile = agency.profile(person, open);
            assertThat(profile.path("total").asInt()).isEqualTo(1);
            assertThat(profile.at("/states/REGISTERED").asInt()).isEqualTo(1);
            assertThat(profile.path("contracts")).hasSize(1);
            assertThat(profile.path("contractsMayBeMissing").asBoolean()).isTrue();
            refused(person, withheld);
        }
        assertThat(agency.page(DANA, withheld))
                .contains(agency.name, "2 contracts")
                .doesNotContain("withheld from you");
        assertThat(agency.profile(OWNER, withheld).path("total").asInt()).isEqualTo(2);
    }

    @Test
    void whoever_left_sales_does_not_find_a_withheld_agency_by_a_contract_of_theirs() {
        Contract withheld = agency.contract("Withheld " + agency.name, DocumentStories.TOM);
        RedactedContract.redact(database, withheld.id(), "AGENCY");
        Actor left = new Actor(OWNER, "Tom Lindqvist", Set.of(Role.EMPLOYEE));

        assertThat(agencies.find(agency.name, DocumentStories.TOM)).contains(agency.name);
        assertThat(agencies.find(agency.name, left)).isEmpty();
    }

    private void refused(String person, Contract withheld) throws Exception {
        MvcTestResult refused = agency.get(person, "/contracts/" + withheld.id() + "/agency");
        assertThat(refused).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(refused.getResponse().getContentAsString())
                .contains("There is no such contract, or its agency is withheld from you.")
                .doesNotContain(agency.name, withheld.reference());
        String missing = api.get(person, "/api/contracts/" + UUID.randomUUID() + "/agency")
                .body()
                .path("detail")
                .asString();
        Answer answer = api.get(person, "/api/contracts/" + withheld.id() + "/agency");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.body().path("detail").asString()).isEqualTo(missing);
        assertThat(agency.get(person, "/contracts/" + withheld.id())
                        .getResponse()
                        .getContentAsString())
                .as("no link on its page")
                .doesNotContain("/agency\"");
    }

    @Test
    void hits_of_lists_are_for_those_who_may_know_of_the_screening() throws Exception {
        Contract contract = agency.contract("Listed " + agency.name, DocumentStories.TOM);
        String hit = "is near “" + agency.name + "”";
        listed();
        for (int i = 0;
                i < 50 && agency.profile(DANA, contract).at("/screening/hits").isEmpty();
                i++) {
            screenings.run();
        }

        assertThat(agency.page(DANA, contract)).contains("On lists of sanctions", hit);
        assertThat(agency.profile("august.lund", contract)
                        .at("/screening/hits/0/matchedName")
                        .asString())
                .isEqualTo(agency.name);
        for (String person : List.of(OWNER, ERIN, "lena.hoffman")) {
            assertThat(agency.page(person, contract)).as(person).doesNotContain("On lists of sanctions", hit);
            assertThat(agency.profile(person, contract).path("screening").isNull())
                    .as(person)
                    .isTrue();
        }
    }

    private void listed() {
        Answer list = api.post(
                "leo.brandt",
                "/api/screening/lists",
                Map.of(
                        "name", "List " + UUID.randomUUID(),
                        "format", "GENERIC_CSV",
                        "licence", "Public domain",
                        "attribution", "Written for a test",
                        "staleAfterDays", 30));
        Answer loaded = api.upload(
                "leo.brandt",
                "/api/screening/lists/" + list.body().path("id").asString() + "/versions?stated="
                        + LocalDate.now(ZoneOffset.UTC),
                "list.csv",
                ("id,kind,name,aliases,weak_aliases,countries,identifiers,dates,programmes,reason\nE1,BODY,"
                                + agency.name + ",,,,,,SDGT,For a test\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(loaded.status()).as(loaded.toString()).isEqualTo(201);
    }
}
