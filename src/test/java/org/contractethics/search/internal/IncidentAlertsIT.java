package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.contractethics.RegisteredContracts.SOFIA;
import static org.contractethics.search.internal.SecretContract.TOM;

import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.search.internal.SavedSearch.Alert;
import org.contractethics.shared.Actor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Alerts tell of incidents and their evidence: once, to whoever may read them, and to nobody who may not or may no longer. */
@IntegrationTest
class IncidentAlertsIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OWNER = "sofia.marin";
    private static final String STRANGER = "tom.lindqvist";

    private final MockMvcTester mvc;
    private final SavedSearches saved;
    private final Alerts alerts;
    private final CheckingAlerts checking;
    private final IndexingContracts indexing;
    private final RegisteringContracts registering;
    private final RecordedNews.Recording recording;
    private final JdbcClient database;
    private final String word =
            "zq" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 10) + "v";
    private Contract contract;
    private RecordedNews news;

    @Autowired
    @SuppressWarnings("NullAway") // registered before each test
    IncidentAlertsIT(
            MockMvcTester mvc,
            SavedSearches saved,
            Alerts alerts,
            CheckingAlerts checking,
            IndexingContracts indexing,
            IncidentListeners listeners,
            RegisteringContracts registering,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.mvc = mvc;
        this.saved = saved;
        this.alerts = alerts;
        this.checking = checking;
        this.indexing = indexing;
        this.registering = registering;
        this.recording = new RecordedNews.Recording(database, transaction, listeners, events);
        this.database = database;
    }

    @BeforeEach
    void register() {
        contract = registering.register(RegisteredContracts.aDraft("Watched"), "FORM", SOFIA);
        news = new RecordedNews(contract.id(), word, recording);
    }

    @Test
    void the_account_is_told_and_a_file_that_is_read_later_too_each_once() {
        UUID all = alert("All", SearchQuery.of(word), SOFIA);
        UUID evidence = alert("Evidence", SearchFixtures.query(word, "kind", "evidence"), SOFIA);
        UUID documents = alert("Documents", SearchFixtures.query(word, "kind", "documents"), SOFIA);

        news.record();
        awaitTold(all, 1);
        awaitTold(evidence, 1);
        news.readFile();
        awaitTold(all, 2);
        awaitTold(evidence, 2);

        indexing.index(contract.id());
        indexing.index(contract.id(), news.incident);
        checking.run();
        assertThat(untaken()).isZero();
        assertThat(told(all, SOFIA)).hasSize(2);
        assertThat(told(documents, SOFIA)).isEmpty();
        await().atMost(SOON).untilAsserted(() -> assertThat(noticesOf(OWNER, all))
                .hasSize(2)
                .allMatch(text -> text.endsWith("finds 1 new passage of an incident or its evidence.")));
        assertThat(noticesOf(OWNER, documents)).isEmpty();
    }

    @Test
    void the_page_and_programs_show_what_was_told_and_the_notice_says_how_much() {
        UUID id = alert("Shown", SearchQuery.of(word), SOFIA);
        news.record();
        awaitTold(id, 1);
        await().atMost(SOON).until(() -> !noticesOf(OWNER, id).isEmpty());

        assertThat(page(OWNER, "/search/saved/" + id + "/new"))
                .contains("1 passage found", "#incident-" + news.incident);
        assertThat(api(OWNER, id)).contains("\"total\":1", news.incident.toString());
        assertThat(page(OWNER, "/notices")).contains("finds 1 new passage of an incident or its evidence.");
    }

    @Test
    void whoever_may_not_read_the_contract_hears_nothing_of_its_incident() {
        UUID his = alert("Stranger", SearchQuery.of(word), TOM);
        UUID hers = alert("Owner", SearchQuery.of(word), SOFIA);

        news.record();
        news.readFile();
        awaitTold(hers, 2);

        assertThat(told(his, TOM)).isEmpty();
        assertThat(noticesOf(STRANGER, his)).isEmpty();
        assertThat(page(STRANGER, "/search/saved/" + his + "/new")).doesNotContain(news.incident.toString());
        assertThat(api(STRANGER, his)).contains("\"total\":0");
        assertThat(mvc.get().uri("/api/search/saved/" + hers + "/new").with(People.tokenOf(STRANGER)))
                .as("the alert of somebody else")
                .hasStatus(404);
    }

    @Test
    void whoever_loses_the_right_no_longer_sees_what_they_were_told_and_not_even_how_much() {
        UUID id = alert("Lost", SearchQuery.of(word), SOFIA);
        news.record();
        awaitTold(id, 1);
        await().atMost(SOON).until(() -> !noticesOf(OWNER, id).isEmpty());

        handOver();

        assertThat(page(OWNER, "/search/saved/" + id + "/new"))
                .doesNotContain(news.incident.toString(), "passage found");
        assertThat(api(OWNER, id)).contains("\"total\":0").doesNotContain(news.incident.toString());
        assertThat(page(OWNER, "/notices"))
                .contains("What it finds that you may read now stands behind the link.")
                .doesNotContain("“Lost " + word + "” finds");
    }

    @Test
    void what_becomes_known_after_the_right_was_lost_is_not_told() {
        UUID id = alert("After", SearchQuery.of(word), SOFIA);
        UUID witness = alert("Witness", SearchQuery.of(word), SearchFixtures.REVIEWER);
        handOver();

        news.record();
        await().atMost(SOON).untilAsserted(() -> {
            checking.run();
            assertThat(told(witness, SearchFixtures.REVIEWER)).hasSize(1);
        });
        checking.run();

        assertThat(told(id, SOFIA)).isEmpty();
        assertThat(noticesOf(OWNER, id)).isEmpty();
    }

    @Test
    void a_text_has_one_turn_and_belongs_to_an_incident_that_is_known() {
        news.record();
        await().atMost(SOON).until(() -> texts() == 1);

        assertThatThrownBy(() -> database.sql(
                                "insert into search.incident_text (incident, number, passages, indexed_at) values (?, 0, 1, now())")
                        .param(news.incident)
                        .update())
                .hasStackTraceContaining("incident_text_pkey");
        assertThatThrownBy(() -> database.sql(
                                "insert into search.incident_text (incident, number, passages, indexed_at) values (?, 0, 1, now())")
                        .param(UUID.randomUUID())
                        .update())
                .hasStackTraceContaining("foreign key");
        assertThatThrownBy(
                        () -> database.sql("delete from search.incident_text").update())
                .hasStackTraceContaining("permission denied");
    }

    private UUID alert(String name, SearchQuery query, Actor owner) {
        UUID id = saved.save(name + " " + word, query, owner);
        saved.alert(id, Alert.ON, owner);
        return id;
    }

    /** To somebody else in sales, so that its owner of before may read it no more. */
    private void handOver() {
        database.sql(
                        """
                        insert into contract.account_owner (contract_id, number, person, since, handed_over_by, ground, reasons)
                        values (:id, 2, 'tom.lindqvist', now(), 'george.tan', 'OWNER_GONE', 'Left')
                        """)
                .param("id", contract.id().value())
                .update();
    }

    private void awaitTold(UUID id, int expected) {
        await().atMost(SOON).untilAsserted(() -> {
            checking.run();
            assertThat(told(id, SOFIA)).hasSize(expected);
        });
    }

    private List<String> told(UUID id, Actor owner) {
        return alerts.told(saved.own(id, owner), owner);
    }

    private List<String> noticesOf(String person, UUID id) {
        return database.sql("select text from notification.notice where username = :person and link = :link")
                .param("person", person)
                .param("link", ShownAlerts.linkOf(id))
                .query(String.class)
                .list();
    }

    private int texts() {
        return database.sql("select count(*) from search.incident_text where incident = :id")
                .param("id", news.incident)
                .query(Integer.class)
                .single();
    }

    private int untaken() {
        return database.sql("select count(*) from search.incident_text where incident = :id and turn is null")
                .param("id", news.incident)
                .query(Integer.class)
                .single();
    }

    private String page(String person, String path) {
        return body(mvc.get().uri(path).with(People.signedInAs(person)).exchange());
    }

    private String api(String person, UUID id) {
        return body(mvc.get()
                .uri("/api/search/saved/" + id + "/new")
                .with(People.tokenOf(person))
                .exchange());
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
