package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.contractethics.RegisteredContracts.SOFIA;
import static org.contractethics.search.internal.SearchFixtures.REVIEWER;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.internal.Upload;
import org.contractethics.document.internal.Uploading;
import org.contractethics.search.internal.Alerts.Waiting;
import org.contractethics.search.internal.SavedSearch.Alert;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Saved searches, whom they are shared with, and what their alerts tell. */
@IntegrationTest
class AlertsIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final RegisteringContracts registering;
    private final Uploading uploading;
    private final ContractSearch search;
    private final SavedSearches saved;
    private final SharingSearches sharing;
    private final Alerts alerts;
    private final CheckingAlerts checking;
    private final AlertTurns turns;
    private final Documents documents;
    private final RefusedClauses refusals;
    private final AllHits hits;
    private final JdbcClient jdbc;
    private final String word =
            "zq" + UUID.randomUUID().toString().replaceAll("[^0-9]", "").substring(0, 10) + "x";

    AlertsIT(
            @Autowired RegisteringContracts registering,
            @Autowired Uploading uploading,
            @Autowired ContractSearch search,
            @Autowired SavedSearches saved,
            @Autowired SharingSearches sharing,
            @Autowired Alerts alerts,
            @Autowired CheckingAlerts checking,
            @Autowired AlertTurns turns,
            @Autowired Documents documents,
            @Autowired RefusedClauses refusals,
            @Autowired AllHits hits,
            @Autowired JdbcClient jdbc) {
        this.registering = registering;
        this.uploading = uploading;
        this.search = search;
        this.saved = saved;
        this.sharing = sharing;
        this.alerts = alerts;
        this.checking = checking;
        this.turns = turns;
        this.documents = documents;
        this.refusals = refusals;
        this.hits = hits;
        this.jdbc = jdbc;
    }

    @Test
    void words_that_a_new_version_took_over_are_no_news_and_a_pause_is_not_made_up_for() {
        Contract contract = registering.register(RegisteredContracts.aDraft("Alert " + word), "FORM", SOFIA);
        DocumentVersion first = upload(contract, null, "Old terms of " + word + ".");
        await().ignoreExceptions().atMost(SOON).until(() -> total() == 1);
        UUID id = saved.save("Alert " + word, SearchQuery.of(word), REVIEWER);
        turnsAreTaken();
        saved.alert(id, Alert.ON, REVIEWER);

        upload(contract, first, "Old terms of " + word + ".", "Added terms of " + word + ".");
        await().ignoreExceptions().atMost(SOON).untilAsserted(() -> {
            checking.run();
            assertThat(told(id)).isNotEmpty();
        });
        int after = told(id).size();
        saved.alert(id, Alert.PAUSED, REVIEWER);
        upload(contract, null, "Paused terms of " + word + ".");
        await().ignoreExceptions().atMost(SOON).until(() -> total() > after);
        turnsAreTaken();
        saved.alert(id, Alert.ON, REVIEWER);
        checking.run();

        assertThat(told(id)).hasSize(after);
        assertThat(texts(id)).noneMatch(text -> text.contains("Paused"));
    }

    @Test
    void what_was_told_under_a_watermark_is_not_told_again_under_it() {
        UUID id = saved.save("Twice " + word, SearchQuery.of(word), REVIEWER);
        saved.alert(id, Alert.ON, REVIEWER);
        long seen = jdbc.sql("select seen_turn from search.saved_search where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        var waiting = new Waiting(id, "dana.whitfield", "Twice", "q=" + word, seen);
        ClauseDocument clause = ClauseFixtures.clause(
                UUID.randomUUID().toString(), UUID.randomUUID().toString(), 0, "Terms of " + word, 1);

        alerts.tell(waiting, seen, news(clause));
        alerts.tell(waiting, seen, news(clause));
        alerts.tell(new Waiting(id, "dana.whitfield", "Twice", "q=" + word, seen + 7), seen + 9, news(clause));

        await().ignoreExceptions().atMost(SOON).untilAsserted(() -> assertThat(notices(id))
                .isEqualTo(1));
        saved.delete(id, REVIEWER);
        alerts.tell(waiting, seen, news(ClauseFixtures.clause(9, "Other terms of " + word, 1)));
        assertThat(notices(id)).isEqualTo(1);
    }

    @Test
    void a_new_clause_is_told_however_many_that_were_taken_over_fit_better() {
        Contract contract = registering.register(RegisteredContracts.aDraft("Many " + word), "FORM", SOFIA);
        String[] old = IntStream.rangeClosed(1, CheckingAlerts.MOST_TOLD + 5)
                .mapToObj(n -> n + ". Report " + n + ": " + word + " " + word + ".")
                .toArray(String[]::new);
        DocumentVersion first = upload(contract, null, old);
        await().ignoreExceptions().atMost(SOON).until(() -> total() >= CheckingAlerts.MOST_TOLD + 5);
        UUID id = saved.save("Many " + word, SearchQuery.of(word), REVIEWER);
        turnsAreTaken();
        saved.alert(id, Alert.ON, REVIEWER);

        String added = old.length + 1 + ". The supplier may, in the cases that an annex to this agreement names, keep"
                + " what it has collected for longer than the agency asked it to, and pass it on under the name of "
                + word + " to whoever works for it in another country.";
        upload(contract, first, Stream.concat(Stream.of(old), Stream.of(added)).toArray(String[]::new));
        await().ignoreExceptions().atMost(SOON).untilAsserted(() -> {
            checking.run();
            assertThat(texts(id)).singleElement().asString().contains("annex");
        });
        await().ignoreExceptions()
                .atMost(SOON)
                .untilAsserted(() ->
                        assertThat(noticeTexts(id)).singleElement().asString().endsWith("finds 1 new clause."));
    }

    @Test
    void an_alert_narrowed_by_a_finding_is_told_of_a_new_document() {
        UUID id = saved.save("Finding " + word, SearchFixtures.query(word, "finding", "K15"), REVIEWER);
        turnsAreTaken();
        saved.alert(id, Alert.ON, REVIEWER);

        Contract contract = registering.register(RegisteredContracts.aDraft("Finding " + word), "FORM", SOFIA);
        upload(contract, null, "The Agency will run facial recognition against booking photos of " + word + ".");

        await().ignoreExceptions().atMost(SOON).untilAsserted(() -> {
            checking.run();
            assertThat(told(id)).hasSize(1);
        });
    }

    @Test
    void a_version_takes_no_part_before_it_is_scanned_unless_it_waits_too_long() {
        Contract contract = registering.register(RegisteredContracts.aDraft("Turn " + word), "FORM", SOFIA);
        DocumentVersion version = upload(contract, null, "Terms of " + word + " to be scanned.");
        await().ignoreExceptions().atMost(SOON).until(() -> total() == 1);
        turnsAreTaken();
        long before = jdbc.sql("select turn - 1 from search.version where version = :version")
                .param("version", version.id().value())
                .query(Long.class)
                .single();

        assertThat(unscanned(Clock.systemUTC()).behind(before).ids()).isEmpty();
        assertThat(unscanned(Clock.offset(Clock.systemUTC(), Duration.ofHours(2)))
                        .behind(before)
                        .ids())
                .contains(version.id().toString());
        await().ignoreExceptions().atMost(SOON).untilAsserted(() -> assertThat(
                        turns.behind(before).ids())
                .contains(version.id().toString()));
    }

    @Test
    void an_alert_that_fails_stops_none_behind_it() {
        UUID broken = UUID.randomUUID();
        jdbc.sql("insert into search.saved_search (id, owner, name, query, alert, created_at)"
                        + " values (:id, 'dana.whitfield', :name, 'q=%zz', 'ON', now())")
                .param("id", broken)
                .param("name", "Broken " + word)
                .update();
        UUID id = saved.save("Works " + word, SearchQuery.of(word), REVIEWER);
        turnsAreTaken();
        saved.alert(id, Alert.ON, REVIEWER);
        Contract contract = registering.register(RegisteredContracts.aDraft("Works " + word), "FORM", SOFIA);
        upload(contract, null, "News of " + word + ".");

        try {
            await().ignoreExceptions().atMost(SOON).untilAsserted(() -> {
                checking.run();
                assertThat(told(id)).hasSize(1);
            });
            assertThat(jdbc.sql("select seen_turn from search.saved_search where id = :id")
                            .param("id", broken)
                            .query(Long.class)
                            .single())
                    .isZero();
        } finally {
            saved.delete(broken, REVIEWER);
        }
    }

    @Test
    void a_search_with_more_filters_than_can_be_kept_is_refused() {
        var values =
                IntStream.range(0, 30).mapToObj(n -> "\u00e4".repeat(290) + n).toArray(String[]::new);
        SearchQuery query = SearchFixtures.query("audit", "agency", values);

        assertThatThrownBy(() -> saved.save("Filters " + word, query, REVIEWER))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID))
                .hasMessageContaining("too many filters");
    }

    @Test
    void a_search_needs_words_and_a_name_of_its_own() {
        saved.save("Name " + word, SearchQuery.of("audit"), REVIEWER);

        assertThatThrownBy(() -> saved.save("name " + word, SearchQuery.of("audit"), REVIEWER))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("already");
        assertThatThrownBy(() -> saved.save(" ", SearchQuery.of("audit"), REVIEWER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> saved.save("n".repeat(81), SearchQuery.of("audit"), REVIEWER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> saved.save("Empty " + word, SearchQuery.of(""), REVIEWER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> jdbc.sql(
                                "insert into search.saved_search (id, owner, name, query, created_at) values (gen_random_uuid(), 'dana.whitfield', :name, 'q=x', now())")
                        .param("name", "NAME " + word)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void it_is_shared_with_people_who_may_search_and_can_be_copied_by_them_only() {
        UUID id = saved.save("Shared " + word, SearchQuery.of(word), REVIEWER);
        var monitor = new Actor("mona.keller", "Mona Keller", Set.of(Role.MONITOR));

        assertThatThrownBy(() -> sharing.withPerson(id, "nobody.here", REVIEWER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> sharing.withPerson(id, "dana.whitfield", REVIEWER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> sharing.withPerson(id, "fatima.noor", REVIEWER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> sharing.withRole(id, Role.LEADERSHIP, REVIEWER))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> sharing.withRole(id, Role.MONITOR, monitor)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> saved.copy(id, monitor)).isInstanceOf(Refused.class);

        sharing.withRole(id, Role.MONITOR, REVIEWER);

        assertThat(saved.sharedWith(monitor)).extracting(SavedSearch::id).contains(id);
        UUID copy = saved.copy(id, monitor);
        UUID share = saved.of(REVIEWER).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow()
                .shares()
                .get(0)
                .id();
        sharing.end(id, share, REVIEWER);
        assertThatThrownBy(() -> saved.get(id, monitor)).isInstanceOf(Refused.class);
        saved.delete(id, REVIEWER);
        assertThat(saved.own(copy, monitor).query()).contains(word);
    }

    private AlertTurns unscanned(Clock clock) {
        return new AlertTurns(jdbc, documents, refusals, hits, SearchFixtures.findings(), clock);
    }

    private static News news(ClauseDocument clause) {
        var news = new News(CheckingAlerts.MOST_TOLD);
        news.add(List.of(clause));
        return news;
    }

    private List<String> noticeTexts(UUID id) {
        return jdbc.sql("select text from notification.notice where link = :link")
                .param("link", "/search/saved/" + id + "/new")
                .query(String.class)
                .list();
    }

    /** So that an alert which is switched on now begins behind everything that is in the index. */
    private void turnsAreTaken() {
        await().ignoreExceptions().atMost(SOON).until(() -> {
            checking.run();
            return jdbc.sql(
                            "select not exists (select 1 from search.version where turn is null and indexed_at is not null)")
                    .query(Boolean.class)
                    .single();
        });
    }

    private List<String> told(UUID id) {
        return alerts.told(saved.own(id, REVIEWER), REVIEWER);
    }

    private List<String> texts(UUID id) {
        return search.find(SearchQuery.of(word).among(told(id)), REVIEWER).hits().stream()
                .map(hit -> hit.text().toString())
                .toList();
    }

    private int notices(UUID id) {
        return jdbc.sql("select count(*) from notification.notice where link = :link")
                .param("link", "/search/saved/" + id + "/new")
                .query(Integer.class)
                .single();
    }

    private long total() {
        return search.find(SearchQuery.of(word), REVIEWER).total();
    }

    private DocumentVersion upload(Contract contract, @Nullable DocumentVersion replaced, String... paragraphs) {
        var content = new ByteArrayResource(RegisteredContracts.docx(paragraphs));
        return uploading.add(
                new Upload(
                        contract.id(), replaced == null ? null : replaced.document(), "Agreement", "a.docx", content),
                SOFIA);
    }
}
