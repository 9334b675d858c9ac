package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class ContractApiIT {

    private final MockMvcTester mvc;

    @Autowired
    ContractApiIT(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void a_contract_sent_by_a_system_of_sales_is_registered_and_read_back() throws Exception {
        String piid = UUID.randomUUID().toString().substring(0, 12);
        MvcTestResult created = send("sofia.marin", json(piid, "USD", "\"CLOUD_HOSTING\""));

        assertThat(created).hasStatus(HttpStatus.CREATED);
        assertThat(mvc.get()
                        .uri(String.valueOf(created.getResponse().getHeader("Location")))
                        .with(People.tokenOf("dana.whitfield")))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.facts.capabilities[0]")
                .isEqualTo("CLOUD_HOSTING");
        assertThat(mvc.get()
                        .uri(String.valueOf(created.getResponse().getHeader("Location")))
                        .with(People.tokenOf("erin.walsh")))
                .hasStatusOk()
                .bodyJson()
                .doesNotHavePath("$.facts");
        assertThat(mvc.get().uri("/api/contracts?q=" + piid).with(People.tokenOf("erin.walsh")))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(1);
        assertThat(mvc.get().uri("/api/contracts?state=NOPE&sort=VALUE").with(People.tokenOf("erin.walsh")))
                .as("not the answer to another question")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The parameter state has a value that there is not.")
                .doesNotContain("sort");
    }

    @Test
    void facts_that_break_a_rule_are_refused_with_a_problem_document() {
        assertThat(send("sofia.marin", json("X-1", "DUCAT", "\"MIND_READING\"")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyText()
                .contains("MIND_READING", "currency");
        assertThat(send("sofia.marin", "{broken")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void only_sales_registers() {
        assertThat(send("erin.walsh", json("X-2", "USD", ""))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/api/contracts").with(People.tokenOf("fatima.noor")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private MvcTestResult send(String person, String json) {
        return mvc.post()
                .uri("/api/contracts")
                .with(People.tokenOf(person))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String json(String piid, String currency, String capabilities) {
        return """
                {"title":"Data processing %s","awardingAgency":"CBP","supplier":"Example Inc.","currency":"%s",
                 "capabilities":[%s],"obligatedMinor":1940000000,"piid":"%s"}"""
                .formatted(piid, currency, capabilities, piid);
    }
}
