package org.contractethics.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.contractethics.ApiCalls;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.imports.RunningImports;
import org.contractethics.policy.Policy;
import org.contractethics.shared.Actor;
import org.contractethics.shared.RecurringWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Whoever starts the run command finds reviews at every point of their way, and finds them once. */
@IntegrationTest
class DemonstrationCasesIT {

    /** Contract number of the award to what is done next. */
    private static final Map<String, String> WAITING = Map.of(
            "70CMSD18FR0000085", "document-check",
            "HSCETC16J00040", "triage",
            "HSCEMD17F00008", "vote");

    private final RunningImports imports;
    private final JdbcClient database;
    private final ApiCalls api;
    private final DemonstrationCases cases;
    private final RecurringWork screenings;
    private final Environment settings;

    @Autowired
    DemonstrationCasesIT(
            RunningImports imports,
            JdbcClient database,
            @Qualifier("dueScreenings") RecurringWork screenings,
            Environment settings,
            Policy policy) {
        this.screenings = screenings;
        this.settings = settings;
        this.imports = imports;
        this.database = database;
        this.api = new ApiCalls(settings);
        this.cases = new DemonstrationCases(settings, policy);
    }

    @Test
    void reviews_stand_at_every_point_of_their_way_and_are_begun_once() throws Exception {
        imported();
        cases.takeUp();
        int reviews = reviews();

        // as the next start does
        assertThat(imported()).as("contracts registered once more").isZero();
        cases.takeUp();

        assertThat(reviews()).isEqualTo(reviews);
        WAITING.forEach((award, stage) -> assertThat(
                        latest(award).path("openStages").valueStream().map(JsonNode::asString))
                .as(award)
                .containsExactly(stage));
        assertThat(latest("HSCEMD17J00082").at("/decisions/0/outcome").asString())
                .isEqualTo("REJECT");
        assertThat(latest("HSCEMD17J00082").at("/decisions/0/dissents").asInt()).isEqualTo(1);
        assertThat(state("HSCETC17F00011")).isEqualTo("SIGNED");
        assertThat(latest(DemonstrationCases.LIBRARY).at("/decisions/0/outcome").asString())
                .isEqualTo("APPROVE");
    }

    @Test
    void a_reseller_whose_name_is_near_a_listed_one_can_be_seen_with_its_hit() {
        DemonstrationScreening screening = new DemonstrationScreening(settings);
        screening.takeUp();
        screening.takeUp();
        String contract = contract(DemonstrationScreening.CONTRACT).path("id").asString();

        for (int i = 0; i < 50 && hits(contract).isEmpty(); i++) {
            screenings.run();
        }

        assertThat(hits(contract).at("/0/role").asString()).isEqualTo("RESELLER");
        assertThat(hits(contract).at("/0/matchedName").asString()).contains("AERO");
    }

    @Test
    void the_registers_of_agencies_and_countries_hold_one_entry_each_however_often_it_starts() {
        DemonstrationFindings findings = new DemonstrationFindings(settings);
        findings.takeUp();
        findings.takeUp();

        assertThat(api.get("erin.walsh", "/api/agencies/findings?agency=ICE")
                        .body()
                        .valueStream())
                .filteredOn(finding -> finding.path("title").asString().equals(DemonstrationFindings.TITLE))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.path("agency").asString()).isEqualTo(DemonstrationFindings.AGENCY));
        assertThat(api.get("erin.walsh", "/api/countries/records").body().valueStream())
                .filteredOn(written -> written.path("country").asString().equals(DemonstrationFindings.COUNTRY))
                .singleElement()
                .satisfies(
                        written -> assertThat(written.path("band").asString()).isEqualTo("CRITICAL"));
    }

    private JsonNode hits(String contract) {
        return api.get("priya.raman", "/api/contracts/" + contract + "/screening")
                .body()
                .path("hits");
    }

    private int imported() throws Exception {
        int registered = 0;
        for (String file : DemonstrationRegister.FILES) {
            byte[] content = new ClassPathResource("demonstration/" + file).getContentAsByteArray();
            registered += imports.importNow(file, content, Actor.SYSTEM).registered();
        }
        return registered;
    }

    private int reviews() {
        return database.sql("select count(*) from review.review")
                .query(Integer.class)
                .single();
    }

    private JsonNode contract(String words) {
        return api.get("august.lund", "/api/contracts?q=" + words.replace(' ', '+'))
                .body()
                .at("/contracts/0");
    }

    private String state(String words) {
        return contract(words).path("state").asString();
    }

    private JsonNode latest(String words) {
        JsonNode reviews = api.get(
                        "august.lund",
                        "/api/contracts/" + contract(words).path("id").asString() + "/reviews")
                .body();
        return api.get("august.lund", "/api/reviews/" + reviews.at("/0/id").asString())
                .body();
    }
}
