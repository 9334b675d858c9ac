package org.contractethics.contract.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contractethics.RegisteredContracts.SOFIA;
import static org.contractethics.RegisteredContracts.aDraft;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RedactedContract;
import org.contractethics.contract.Contract;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A notice names its contract to those who may know the title at the moment they look, and to nobody else. */
@IntegrationTest
class TitlesForNoticesIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Actor DANA = new Actor("dana.whitfield", "Dana Whitfield", Set.of(Role.HR_REVIEWER));
    private static final Actor ERIN = new Actor("erin.walsh", "Erin Walsh", Set.of(Role.EMPLOYEE));
    private static final Actor OUTSIDER = new Actor("filer", "Filer", Set.of(Role.EXTERNAL_FILER));

    private final TitlesForNotices titles;
    private final RegisteringContracts registering;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final MockMvcTester mvc;
    private final HikariDataSource connections;
    private final JdbcClient jdbc;
    private final String title = "Weather balloons " + UUID.randomUUID();

    @Autowired
    TitlesForNoticesIT(
            TitlesForNotices titles,
            RegisteringContracts registering,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            MockMvcTester mvc,
            HikariDataSource connections,
            JdbcClient jdbc) {
        this.titles = titles;
        this.registering = registering;
        this.events = events;
        this.transaction = transaction;
        this.mvc = mvc;
        this.connections = connections;
        this.jdbc = jdbc;
    }

    @Test
    void staff_read_the_title_and_people_outside_the_company_do_not() {
        String reference = registering.register(aDraft(title), "FORM", SOFIA).reference();

        assertThat(titles.named(List.of(reference, "C-999999999", "no reference"), ERIN))
                .isEqualTo(Map.of(reference, title));
        assertThat(titles.named(List.of(reference), OUTSIDER)).isEmpty();
    }

    /** A stream of rows that nobody closes holds its connection for ever. */
    @Test
    void asking_more_often_than_there_are_connections_leaves_connections_for_others() {
        String reference = registering.register(aDraft(title), "FORM", SOFIA).reference();

        for (int i = 0; i <= connections.getMaximumPoolSize(); i++) {
            assertThat(titles.named(List.of(reference), ERIN)).containsValue(title);
        }
    }

    @Test
    void a_withheld_title_is_named_to_reviewers_alone() {
        Contract contract = registering.register(aDraft(title), "FORM", SOFIA);
        RedactedContract.redact(jdbc, contract.id(), "TITLE");

        assertThat(titles.named(List.of(contract.reference()), DANA)).containsValue(title);
        assertThat(titles.named(List.of(contract.reference()), ERIN)).doesNotContainValue(title);
    }

    @Test
    void the_list_of_notices_shows_it_only_as_long_as_its_reader_may_know_it() throws Exception {
        Contract contract = registering.register(aDraft(title), "FORM", SOFIA);
        String notice = contract.reference() + ": watched, " + UUID.randomUUID();
        transaction.executeWithoutResult(status -> events.publishEvent(
                Notice.toPerson(ERIN.username(), notice, "It went on.", "/contracts/" + contract.id())));

        await().atMost(SOON).untilAsserted(() -> assertThat(shown()).contains(notice, title));
        RedactedContract.redact(jdbc, contract.id(), "TITLE");

        assertThat(shown()).contains(notice).doesNotContain(title);
    }

    private String shown() throws Exception {
        return mvc.get()
                .uri("/notices")
                .with(People.signedInAs(ERIN.username()))
                .exchange()
                .getResponse()
                .getContentAsString();
    }
}
