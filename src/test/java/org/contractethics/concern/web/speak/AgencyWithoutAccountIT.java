package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.ConcernHands;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Without an account too a concern can be about an agency, a clause and rights of the catalogue; an agency only where it is published. */
@IntegrationTest
class AgencyWithoutAccountIT {

    private final Stranger stranger = new Stranger();
    private final ConcernHands hands;
    private final RegisteringContracts registering;
    private final JdbcClient jdbc;
    private final String words = "Speak " + UUID.randomUUID();

    AgencyWithoutAccountIT(
            @Autowired MockMvcTester mvc, @Autowired RegisteringContracts registering, @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.registering = registering;
        this.jdbc = jdbc;
    }

    @Test
    void an_agency_of_published_contracts_is_chosen_and_the_concern_is_found_on_its_contracts() {
        ContractId contract = registered("USASPENDING");
        String agency = agency(contract);
        var found = stranger.fill("/speak/en/file", "/speak/en/file", Map.of("query", words));
        assertThat(found.body()).contains("All contracts of " + agency, "value=\"agency:" + agency + "\"");

        var check =
                check("en", Map.of("contract", "agency:" + agency, "clause", "7.2 onward transfer", "rights", "R05"));
        assertThat(check.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("Agency or authority All contracts of " + agency, "7.2 onward transfer")
                .doesNotContain("The contract All contracts");
        String code = Stranger.code(stranger.post("/speak/en/send", Stranger.hidden(check), Map.of()));

        assertThat(ConcernHands.body(hands.get("/contracts/" + contract, "noah.kim")))
                .contains("1 open concern.");
        String concern = jdbc.sql("select id::text from concern.concern where agency = :agency")
                .param("agency", agency)
                .query(String.class)
                .single();
        assertThat(ConcernHands.body(hands.get("/concerns/" + concern, "olga.petrova")))
                .contains("All contracts of the agency " + agency, "Clause: 7.2 onward transfer", "R05 Liberty");
        stranger.enter(code);
        assertThat(stranger.concern()).contains("onward transfer");
    }

    @Test
    void an_agency_that_no_published_contract_has_is_refused_and_nothing_is_kept() {
        String agency = agency(registered("FORM"));

        var check = check("en", Map.of("contract", "agency:" + agency));
        var sent = stranger.post("/speak/en/send", Stranger.hidden(check), Map.of());

        assertThat(sent.statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("select count(*) from concern.concern where agency = :agency")
                        .param("agency", agency)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "en, has no such code",
        "de, hat keinen solchen Code",
        "es, no tiene ese código",
        "fr, n’a pas ce code",
        "ar, لا يوجد رمز كهذا"
    })
    void a_code_that_the_catalogue_of_rights_does_not_have_is_refused_in_every_language(String language, String said) {
        var page = check(language, Map.of("rights", "R05, R99", "clause", "7.2 onward transfer"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains(said, "R05, R99", "7.2 onward transfer");
    }

    private HttpResponse<String> check(String language, Map<String, String> changed) {
        Map<String, String> fields = new HashMap<>(Map.of("topic", "END_USE", "text", words));
        fields.putAll(changed);
        return stranger.fill("/speak/" + language + "/file", "/speak/" + language + "/check", fields);
    }

    private ContractId registered(String source) {
        return registering
                .register(RegisteredContracts.aDraft(words), source, RegisteredContracts.SOFIA)
                .id();
    }

    private String agency(ContractId contract) {
        return jdbc.sql("select awarding_name from contract.contract where id = :id")
                .param("id", contract.value())
                .query(String.class)
                .single();
    }
}
