package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.People;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.Actor;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

/** An agency that no other test knows, its contracts, and what people read of it. */
final class ProfiledAgency {

    final String name = "Zq" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "vok Kheshtari Guard";
    private final MockMvcTester mvc;
    private final ApiCalls api;
    private final RegisteringContracts registering;

    ProfiledAgency(MockMvcTester mvc, ApiCalls api, RegisteringContracts registering) {
        this.mvc = mvc;
        this.api = api;
        this.registering = registering;
    }

    Contract contract(String title, Actor owner) {
        return registering.register(draft(title, name), "FORM", owner);
    }

    static ContractDraft draft(String title, String agency) {
        return new ContractDraft(
                title + " " + UUID.randomUUID(),
                "",
                new Contract.Agency(agency, null, AgencyType.BORDER, "US"),
                null,
                "Example Systems",
                null,
                List.of(),
                List.of(agency),
                Set.of("CLOUD_HOSTING"),
                Set.of(),
                Set.of("US"),
                new Contract.ContractValue(100_000L, null, "USD"),
                new Contract.Period(null, null),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null));
    }

    JsonNode profile(String person, Contract contract) {
        Answer answer = api.get(person, "/api/contracts/" + contract.id() + "/agency");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    String page(String person, Contract contract) throws Exception {
        MvcTestResult answer = get(person, "/contracts/" + contract.id() + "/agency");
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    MvcTestResult get(String person, String path) {
        return mvc.get().uri(path).with(People.signedInAs(person)).exchange();
    }

    MvcTestResult post(String person, String path, Map<String, String> fields) {
        var request = mvc.post().uri(path).with(People.signedInAs(person)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    /** How often its page asks the database. A mocked request runs in the thread of the test, so that other work of the application is not counted. */
    int statementsFor(String person, Contract contract) throws Exception {
        Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        statements.addAppender(seen);
        statements.setLevel(Level.DEBUG);
        try {
            page(person, contract);
        } finally {
            statements.setLevel(null);
            statements.detachAppender(seen);
        }
        String here = Thread.currentThread().getName();
        return (int) List.copyOf(seen.list).stream()
                .filter(event -> event.getThreadName().equals(here)
                        && event.getMessage().startsWith("Executing prepared SQL statement ["))
                .count();
    }
}
