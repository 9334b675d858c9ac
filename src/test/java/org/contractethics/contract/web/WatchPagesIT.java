package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Watching a contract: for everyone the register is open to, about changes of state and nothing else. */
@IntegrationTest
class WatchPagesIT {

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final ContractRegister register;
    private final RecordReader record;
    private Contract contract;

    @Autowired
    @SuppressWarnings("NullAway") // registered before each test
    WatchPagesIT(MockMvcTester mvc, RegisteringContracts registering, ContractRegister register, RecordReader record) {
        this.mvc = mvc;
        this.registering = registering;
        this.register = register;
        this.record = record;
    }

    @BeforeEach
    void aContract() {
        contract = registering.register(
                RegisteredContracts.aDraft("Watched " + UUID.randomUUID()), "FORM", RegisteredContracts.SOFIA);
    }

    @Test
    void a_watcher_hears_of_a_new_state_and_of_nothing_else() throws Exception {
        assertThat(post("noah.kim", "watch")).hasStatus(302);
        assertThat(page("noah.kim", "/contracts/watched")).contains(contract.title());
        assertThat(page("noah.kim", "/contracts/" + contract.id())).contains("Stop watching");

        register.reviewProgressed(contract.id(), ContractState.REGISTERED, "T2", null);
        register.reviewProgressed(contract.id(), ContractState.IN_REVIEW, "T2", null);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> page("noah.kim", "/notices").contains(contract.reference() + ": In review"));
        assertThat(page("noah.kim", "/notices"))
                .doesNotContain(contract.reference() + ": Registered")
                .as("asked of the register when it is shown, never part of the notice itself")
                .containsOnlyOnce(contract.title());
    }

    @Test
    void whoever_stops_watching_is_told_no_more() throws Exception {
        assertThat(post("noah.kim", "watch")).hasStatus(302);
        assertThat(post("noah.kim", "unwatch")).hasStatus(302);
        assertThat(post("erin.walsh", "watch")).hasStatus(302);

        register.reviewProgressed(contract.id(), ContractState.IN_REVIEW, "T2", null);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> page("erin.walsh", "/notices").contains(contract.reference() + ": In review"));
        assertThat(page("noah.kim", "/notices")).doesNotContain(contract.reference());
        assertThat(page("noah.kim", "/contracts/watched")).doesNotContain(contract.title());
    }

    @Test
    void people_outside_the_company_watch_nothing() {
        assertThat(post("fatima.noor", "watch")).hasStatus(403);
    }

    @Test
    void a_contract_that_is_not_there_cannot_be_watched() {
        assertThat(mvc.post()
                        .uri("/contracts/" + UUID.randomUUID() + "/watch")
                        .with(csrf())
                        .with(People.signedInAs("noah.kim")))
                .hasStatus(404);
    }

    @Test
    void nobody_can_read_from_the_record_who_watches_what() {
        assertThat(post("noah.kim", "watch")).hasStatus(302);

        assertThat(record.newest(EntryFilter.ofContract(contract.id()), Long.MAX_VALUE, 9))
                .noneMatch(entry -> entry.actor().equals("noah.kim"));
    }

    private MvcTestResult post(String person, String what) {
        return mvc.post()
                .uri("/contracts/" + contract.id() + "/" + what)
                .with(csrf())
                .with(People.signedInAs(person))
                .exchange();
    }

    private String page(String person, String path) throws Exception {
        MvcTestResult answer =
                mvc.get().uri(path).with(People.signedInAs(person)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }
}
