package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.RegisteringContracts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class SignedMeanwhileIT {

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final ContractRegister register;
    private final Environment settings;

    @Autowired
    SignedMeanwhileIT(
            MockMvcTester mvc, RegisteringContracts registering, ContractRegister register, Environment settings) {
        this.mvc = mvc;
        this.registering = registering;
        this.register = register;
        this.settings = settings;
    }

    @Test
    void what_was_typed_about_a_contract_signed_meanwhile_is_shown_beside_what_was_signed() throws Exception {
        Contract contract = registering.register(
                RegisteredContracts.aDraft("Words that were signed"), "FORM", RegisteredContracts.SOFIA);
        become("SIGNED", contract);
        MvcTestResult answer = saveAs("Words typed too late", contract);
        // or the verification of the record would miss the entry about its signature
        become("REGISTERED", contract);

        assertThat(answer).hasStatus(HttpStatus.CONFLICT);
        assertThat(answer.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("signed after you opened it", "Words that were signed", "value=\"Words typed too late\"")
                .doesNotContain("Save mine on top", "Save the facts");
        assertThat(register.get(contract.id()).title()).isEqualTo("Words that were signed");
    }

    private MvcTestResult saveAs(String title, Contract contract) {
        return mvc.post()
                .uri("/contracts/" + contract.id() + "/edit")
                .with(People.signedInAs("sofia.marin"))
                .with(csrf())
                .param("version", Integer.toString(contract.version()))
                .param("title", title)
                .param("agencyName", contract.awardingAgency().name())
                .param("agencyCountry", "US")
                .param("supplier", contract.supplier())
                .param("currency", "USD")
                .param("secrecy", "NONE")
                .exchange();
    }

    /** As if its review had allowed it: without the triggers that demand a decision. */
    private void become(String state, Contract contract) throws SQLException {
        try (Connection owner = DriverManager.getConnection(
                        settings.getRequiredProperty("spring.datasource.url"),
                        settings.getRequiredProperty("spring.flyway.user"),
                        settings.getRequiredProperty("spring.flyway.password"));
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table contract.contract disable trigger user");
            statement.execute(
                    "update contract.contract set state = '" + state + "' where id = '" + contract.id() + "'");
            statement.execute("alter table contract.contract enable trigger user");
            owner.commit();
        }
    }
}
