package org.contractethics.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.Contract.Secrecy;
import org.contractethics.contract.internal.imports.TemplateFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** An agency with which a secret contract is made is told to nobody by a figure or a filter to whom the register does not tell it (H15, H18). */
@IntegrationTest
class SecretAgenciesIT {

    private final ApiCalls api;
    private final MockMvcTester pages;
    private String agency = "Agency " + UUID.randomUUID();

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

    /** The entry of an import tells references and agencies, and no ids. */
    @Test
    void nor_is_leadership_told_with_whom_an_imported_one_is() throws IOException {
        imported(Secrecy.NONE);
        assertThat(page("lena.hoffman", "/insights")).contains(agency);

        String open = agency;
        agency = "Agency " + UUID.randomUUID();
        imported(Secrecy.EXISTENCE_SECRET);

        for (String page : List.of("/insights", "/reports/board", "/reports/audit")) {
            assertThat(page("lena.hoffman", page)).as(page).contains(open).doesNotContain(agency);
            assertThat(page("august.lund", page)).as(page).contains(agency);
        }
    }

    private void imported(Secrecy secrecy) throws IOException {
        byte[] file = TemplateFixtures.secret("70" + UUID.randomUUID(), agency, secrecy);
        MvcTestResult uploaded = pages.post()
                .uri("/contracts/import")
                .multipart()
                .file(new MockMultipartFile("file", "secret.xlsx", "application/octet-stream", file))
                .with(People.signedInAs("sofia.marin"))
                .with(csrf())
                .exchange();
        String state = String.valueOf(uploaded.getResponse().getRedirectedUrl());
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> page("sofia.marin", state)
                .contains("<span role=\"status\">Finished"));
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
