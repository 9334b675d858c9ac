package org.contractethics.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An agency with which a secret contract is made is told to nobody by a figure or a filter to whom the register does not tell it (H15, H18). */
@IntegrationTest
class SecretAgenciesIT {

    private final ApiCalls api;
    private final MockMvcTester pages;
    private final String agency = "Agency " + UUID.randomUUID();

    @Autowired
    SecretAgenciesIT(Environment settings, MockMvcTester pages) {
        this.api = new ApiCalls(settings);
        this.pages = pages;
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXISTENCE_SECRET", "CLASSIFIED"})
    void leadership_is_not_told_with_whom_a_secret_contract_is(String secrecy) {
        registered(secrecy);

        for (String page : List.of("/insights", "/reports/board", "/reports/audit")) {
            assertThat(page("lena.hoffman", page)).as(page).doesNotContain(agency);
            assertThat(page("august.lund", page)).as(page).contains(agency);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NONE", "CONFIDENTIAL_TERMS"})
    void the_agency_of_others_is_told(String secrecy) {
        registered(secrecy);

        assertThat(page("lena.hoffman", "/insights")).contains(agency);
    }

    private void registered(String secrecy) {
        Answer answer = api.post(
                "sofia.marin",
                "/api/contracts",
                Map.of(
                        "title", "Storage",
                        "description", "Storage of files",
                        "awardingAgency", agency,
                        "awardingAgencyType", "BORDER",
                        "awardingAgencyCountry", "US",
                        "supplier", "Our company",
                        "currency", "USD",
                        "secrecy", secrecy));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    private String page(String person, String address) {
        MvcTestResult answer =
                pages.get().uri(address).with(People.signedInAs(person)).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
