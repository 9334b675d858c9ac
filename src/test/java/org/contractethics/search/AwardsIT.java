package org.contractethics.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.FindingAwards.Award;
import org.contractethics.contract.internal.imports.RunningImports;
import org.contractethics.search.internal.AwardSearch;
import org.contractethics.search.internal.SearchFixtures;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Contracts found through whoever sold what they are about. */
@IntegrationTest
class AwardsIT {

    private static final String HEAD =
            "Fiscal Year,Agency,Award ID,Recipient Name,Federal Action Obligation,Action Date,Modification,"
                    + "Product/Service Description,NAICS Description,Transaction Description,Generated Award ID\n";

    private final AwardSearch search;
    private final ContractRegister register;
    private final RunningImports imports;
    private final MockMvcTester mvc;

    @Autowired
    AwardsIT(AwardSearch search, ContractRegister register, RunningImports imports, MockMvcTester mvc) {
        this.search = search;
        this.register = register;
        this.imports = imports;
        this.mvc = mvc;
    }

    @Test
    void a_product_is_found_through_its_reseller_as_soon_as_its_award_is_imported() throws Exception {
        String product = "azurite" + UUID.randomUUID().toString().replace("-", "");
        String piid = award("DELL MARKETING L.P.", product.toUpperCase(Locale.ROOT) + " SUBSCRIPTION RENEWAL");

        assertThat(piids(product + " bought through any vendor", SearchFixtures.EMPLOYEE))
                .containsExactly(piid);
        assertThat(mvc.get().uri("/search?q={q}", product).with(People.signedInAs("erin.walsh")))
                .hasStatusOk()
                .bodyText()
                .contains("1 contract found")
                .contains("DELL MARKETING");
    }

    @Test
    void a_later_record_of_an_award_finds_it_too() throws Exception {
        String word = "later" + UUID.randomUUID().toString().replace("-", "");
        String piid = award("SNAP, INC", "SOFTWARE", word.toUpperCase(Locale.ROOT) + " LICENSES ADDED");

        assertThat(piids(word, SearchFixtures.EMPLOYEE)).containsExactly(piid);
    }

    @Test
    void a_person_from_outside_the_company_finds_no_award() throws Exception {
        String word = "outside" + UUID.randomUUID().toString().replace("-", "");
        award("SNAP, INC", word);

        var outside = new Actor("fatima.noor", "Fatima Noor", Set.of(Role.EXTERNAL_FILER));
        assertThat(search.find(SearchFixtures.query(word), outside).total()).isZero();
        assertThat(search.find(SearchFixtures.query(word), outside).first()).isEmpty();
    }

    /** {@code -Dranking.documents=<data folder>}: the needs of the data folder, each with the awards that literally match. */
    @Test
    @EnabledIfSystemProperty(named = "ranking.documents", matches = ".+")
    void the_needs_of_the_data_folder_are_answered_on_the_first_page() throws Exception {
        Path folder = Path.of(System.getProperty("ranking.documents"), "awards");
        for (String file : List.of("ice_awards_fy2013_2018.csv", "cbp_ice_transactions_fy2021_2026.csv")) {
            imports.importNow(file, Files.readAllBytes(folder.resolve(file)), Actor.SYSTEM);
        }
        JsonNode needs = new JsonMapper().readTree(Files.readString(folder.resolve("award_queries.json")));
        int answered = 0;
        for (JsonNode need : needs) {
            answered += answered(need) ? 1 : 0;
        }
        System.out.println("award needs answered on the first page: " + answered + " of " + needs.size());
        assertThat(answered).isEqualTo(needs.size());
    }

    private boolean answered(JsonNode need) {
        Set<String> literal = new HashSet<>();
        need.get("award_ids").forEach(id -> literal.add(id.asString()));
        List<String> first = piids(need.get("need").asString(), SearchFixtures.REVIEWER);
        long right = first.stream().distinct().filter(literal::contains).count();
        boolean whole = right >= Math.min(literal.size(), AwardSearch.PAGE);
        System.out.println(
                (whole ? "answered  " : "missed    ") + need.get("id").asString() + " " + right + " of "
                        + literal.size() + " literal answers among the first " + first.size());
        return whole;
    }

    private List<String> piids(String words, Actor viewer) {
        return search.find(SearchFixtures.query(words), viewer).first().stream()
                .map(Award::id)
                .map(register::get)
                .map(Contract::identifiers)
                .map(identifiers -> String.valueOf(identifiers.piid()))
                .toList();
    }

    private String award(String supplier, String... descriptions) throws Exception {
        String piid = "70T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var file = new StringBuilder(HEAD);
        for (int i = 0; i < descriptions.length; i++) {
            file.append(
                    "2024,ICE,%s,\"%s\",1000.0,2024-0%d-01,%s,SOFTWARE,SOFTWARE PUBLISHERS,\"%s\",CONT_AWD_%s_7012_-NONE-_-NONE-%n"
                            .formatted(piid, supplier, i + 1, i == 0 ? "0" : "P0000" + i, descriptions[i], piid));
        }
        imports.importNow("awards.csv", file.toString().getBytes(StandardCharsets.UTF_8), Actor.SYSTEM);
        return piid;
    }
}
