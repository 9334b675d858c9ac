package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.contractethics.search.internal.SecretContract.TOM;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.internal.Uploading;
import org.contractethics.search.internal.SavedSearch.Alert;
import org.contractethics.search.internal.SearchQuery.Facet;
import org.contractethics.shared.Actor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.util.UriComponentsBuilder;

/** Two viewers, one secret contract, and every surface of search: only one of them learns that it exists. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsMatrixIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String DANA = "dana.whitfield";
    private static final String STRANGER = "tom.lindqvist";

    private final MockMvcTester mvc;
    private final ContractSearch search;
    private final ClauseQueries queries;
    private final SavedSearches saved;
    private final SharingSearches sharing;
    private final Alerts alerts;
    private final CheckingAlerts checking;
    private final LaggingContracts lagging;
    private final ContractClauses clauses;
    private final ClauseWriter writer;
    private final ClauseIndex index;
    private final Uploading uploading;
    private final JdbcClient jdbc;
    private final SecretContract world;

    RightsMatrixIT(
            @Autowired MockMvcTester mvc,
            @Autowired ContractSearch search,
            @Autowired ClauseQueries queries,
            @Autowired SavedSearches saved,
            @Autowired SharingSearches sharing,
            @Autowired Alerts alerts,
            @Autowired CheckingAlerts checking,
            @Autowired LaggingContracts lagging,
            @Autowired ContractClauses clauses,
            @Autowired ClauseWriter writer,
            @Autowired ClauseIndex index,
            @Autowired RegisteringContracts registering,
            @Autowired Uploading uploading,
            @Autowired JdbcClient jdbc) {
        this.mvc = mvc;
        this.search = search;
        this.queries = queries;
        this.saved = saved;
        this.sharing = sharing;
        this.alerts = alerts;
        this.checking = checking;
        this.lagging = lagging;
        this.clauses = clauses;
        this.writer = writer;
        this.index = index;
        this.uploading = uploading;
        this.jdbc = jdbc;
        this.world = new SecretContract(registering, uploading);
    }

    @BeforeAll
    void both_are_in_the_index() {
        await().ignoreExceptions().atMost(SOON).untilAsserted(() -> assertThat(total(SearchFixtures.REVIEWER))
                .isGreaterThan(SecretContract.OPEN_CLAUSES));
        assertThat(total(TOM)).isEqualTo(total(SearchFixtures.REVIEWER) - secretClauses());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search?q={w}",
                "/search?q={w}&page=2",
                "/search?q={w}&versions=all",
                "/search?q={w}*",
                "/search?q={w}~1",
                "/search?q=contract:{w} OR {w}",
                "/search?q=NOT nothing AND {w}",
                "/search?q={w}&country=US",
                "/api/search?q={w}",
                "/api/search?q={w}&page=2",
                "/search/suggestions?q=bureau{w}",
                "/search/hits.csv?q={w}",
                "/search/saved",
                "/notices"
            })
    void no_surface_shows_a_trace_of_it_to_whoever_may_not_read_it(String address) {
        MvcTestResult shown = get(address.replace("{w}", world.word), STRANGER);

        assertThat(shown).hasStatusOk().bodyText().doesNotContain(world.traces());
    }

    @Test
    void the_other_one_finds_it_on_the_same_surfaces() {
        assertThat(get("/search?q=" + world.word + " AND hidden", DANA))
                .bodyText()
                .contains(world.secret.reference(), world.agency, "Covert annex", "sweeps")
                .contains(world.version.id().toString());
        assertThat(get("/search/suggestions?q=bureau" + world.word, DANA))
                .bodyText()
                .contains(world.agency);
        assertThat(get("/search/hits.csv?q=" + world.word, DANA)).bodyText().contains("Hidden clauses");
    }

    @Test
    void counts_and_facets_are_those_of_what_one_may_read() {
        SearchAnswer his = search.find(SearchQuery.of(world.word), TOM);
        SearchAnswer hers = search.find(SearchQuery.of(world.word), SearchFixtures.REVIEWER);

        assertThat(hers.total() - his.total()).isEqualTo(secretClauses());
        assertThat(counted(hers, Facet.COUNTRY) - counted(his, Facet.COUNTRY)).isEqualTo(secretClauses());
        assertThat(his.facets().get(Facet.COUNTRY))
                .noneMatch(value -> value.value().equals("PY"));
        assertThat(his.facets().get(Facet.AGENCY))
                .noneMatch(value -> value.value().equals(world.agency));
        assertThat(counted(his, Facet.AGENCY)).isEqualTo(his.total());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/search/like/{v}/0",
                "/contracts/{c}/documents/{v}?q={w}",
                "/contracts/{c}/documents/{v}/original"
            })
    void addresses_of_it_lead_nowhere_whether_asked_by_get_or_head(String address) {
        String place = address.replace("{v}", world.version.id().toString())
                .replace("{c}", world.secret.id().toString())
                .replace("{w}", world.word);

        assertThat(get(place, STRANGER)).hasStatus(404).bodyText().doesNotContain(world.traces());
        assertThat(mvc.head().uri(place).with(People.signedInAs(STRANGER))).hasStatus(404);
        assertThat(get(place, DANA)).hasStatusOk();
        assertThat(mvc.head().uri(place).with(People.signedInAs(DANA))).hasStatusOk();
    }

    @Test
    void clauses_like_an_open_one_are_those_one_may_read() {
        String place = "/search/like/" + world.openVersion.id() + "/0";

        assertThat(get(place, STRANGER)).hasStatusOk().bodyText().doesNotContain(world.traces());
        assertThat(get("/search?in=" + world.version.id() + "&q=" + world.word, STRANGER))
                .hasStatusOk()
                .bodyText()
                .contains("No clause found")
                .doesNotContain("Covert annex");
    }

    @Test
    void a_shared_search_runs_with_the_rights_of_whoever_opens_it() {
        UUID id = saved.save("Hidden " + UUID.randomUUID(), SearchQuery.of(world.word), SearchFixtures.REVIEWER);
        assertThat(get("/search/saved/" + id, STRANGER)).hasStatus(404);

        sharing.withPerson(id, STRANGER, SearchFixtures.REVIEWER);
        String address = String.valueOf(
                get("/search/saved/" + id, STRANGER).getResponse().getRedirectedUrl());

        assertThat(get(address, STRANGER)).hasStatusOk().bodyText().doesNotContain(world.traces());
        assertThat(get("/search/saved/" + id + "/new", STRANGER)).hasStatus(404);
        assertThat(mvc.post()
                        .uri("/search/saved/" + id + "/delete")
                        .with(csrf())
                        .with(People.signedInAs(STRANGER)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/search/saved/" + id + "/alert?state=ON")
                        .with(csrf())
                        .with(People.signedInAs(STRANGER)))
                .hasStatus(404);
    }

    @Test
    void an_alert_tells_what_its_owner_may_read_now_and_that_once() {
        UUID his = saved.save("Alert " + UUID.randomUUID(), SearchQuery.of(world.word + " AND news"), TOM);
        UUID hers = saved.save(
                "Alert " + UUID.randomUUID(), SearchQuery.of(world.word + " AND news"), SearchFixtures.REVIEWER);
        saved.alert(his, Alert.ON, TOM);
        saved.alert(hers, Alert.ON, SearchFixtures.REVIEWER);

        uploading.add(
                SecretContract.upload(world.secret, "Second annex", "Late news of " + world.word + " by night."),
                RegisteredContracts.SOFIA);
        uploading.add(SecretContract.upload(world.open, "More terms", "Open news of " + world.word + " by day."), TOM);

        await().ignoreExceptions().atMost(SOON).untilAsserted(() -> {
            checking.run();
            assertThat(alerts.told(saved.own(hers, SearchFixtures.REVIEWER), SearchFixtures.REVIEWER))
                    .hasSize(2);
            assertThat(alerts.told(saved.own(his, TOM), TOM)).hasSize(1);
        });
        checking.run();
        await().ignoreExceptions().atMost(SOON).untilAsserted(() -> {
            assertThat(noticesOf(STRANGER, his))
                    .allMatch(text -> text.contains("1 new clause"))
                    .hasSize(1);
            assertThat(noticesOf(DANA, hers)).isNotEmpty();
        });
        assertThat(noticesOf(DANA, his)).isEmpty();
        assertThat(get("/search/saved/" + his + "/new", STRANGER))
                .bodyText()
                .contains("1 clause found")
                .doesNotContain("Late news");
        assertThat(get("/search/saved/" + hers + "/new", DANA)).bodyText().contains("2 clauses found");
    }

    @Test
    void an_index_that_still_shows_it_is_overruled_page_by_page_and_in_all_counts() {
        long before = total(TOM);
        leak();
        assertThat(shownByIndex(TOM)).isGreaterThan(before);

        lagging.note(world.secret.id());

        SearchAnswer answer = search.find(SearchQuery.of(world.word), TOM);
        assertThat(answer.total()).isEqualTo(before);
        assertThat(answer.facets().get(Facet.AGENCY))
                .noneMatch(value -> value.value().equals(world.agency));
        assertThat(get("/search/hits.csv?q=" + world.word, STRANGER)).bodyText().doesNotContain(world.traces());
        assertThat(get("/search/suggestions?q=bureau" + world.word, STRANGER))
                .bodyText()
                .isBlank();
        heal();
    }

    @Test
    void what_nobody_knows_to_lag_is_still_not_shown() {
        leak();

        assertThat(get("/search?q=" + world.word + " AND hidden", STRANGER))
                .hasStatusOk()
                .bodyText()
                .contains("No clause found")
                .doesNotContain(world.traces());
        assertThat(get("/search/hits.csv?q=" + world.word, STRANGER)).bodyText().doesNotContain("Hidden clauses");
        heal();
    }

    /** The index believes that Tom may read the secret contract, as if it had not heard of a change. */
    private void leak() {
        write(List.of("sofia.marin", STRANGER));
    }

    private void heal() {
        write(List.of("sofia.marin"));
    }

    private void write(List<String> readers) {
        ContractFacts facts = clauses.factsOf(world.secret.id()).orElseThrow();
        var wrong = new ContractFacts(
                facts.contractId(),
                facts.reference(),
                facts.contractTitle(),
                facts.agency(),
                facts.countries(),
                facts.capabilities(),
                facts.tier(),
                facts.outcome(),
                facts.state(),
                facts.year(),
                facts.secret(),
                new Readers(facts.readers().roles(), readers),
                facts.fingerprint());
        var version = clauses.version(world.version.id()).orElseThrow();
        writer.write(index.alias(), true, clauses.of(wrong, version, true));
        index.refresh();
    }

    /** What the index alone would answer, without asking the documents' rule. */
    private long shownByIndex(Actor viewer) {
        return queries.find(SearchQuery.of(world.word), viewer, List.of()).total();
    }

    private long secretClauses() {
        return search.find(SearchFixtures.query(world.word, "country", "PY"), SearchFixtures.REVIEWER)
                .total();
    }

    private long total(Actor viewer) {
        return search.find(SearchQuery.of(world.word), viewer).total();
    }

    private static long counted(SearchAnswer answer, Facet facet) {
        return answer.facets().getOrDefault(facet, List.of()).stream()
                .mapToLong(SearchAnswer.FacetValue::count)
                .sum();
    }

    private List<String> noticesOf(String username, UUID id) {
        return jdbc.sql(
                        "select title || ' ' || text from notification.notice where username = :username and link = :link")
                .param("username", username)
                .param("link", "/search/saved/" + id + "/new")
                .query(String.class)
                .list();
    }

    private MvcTestResult get(String address, String username) {
        var request = mvc.get()
                .uri(UriComponentsBuilder.fromUriString(address)
                        .build()
                        .encode()
                        .toUri());
        return (address.startsWith("/api")
                        ? request.with(People.tokenOf(username))
                        : request.with(People.signedInAs(username)))
                .exchange();
    }
}
