package org.contractethics.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.contractethics.RegisteredContracts.SOFIA;
import static org.contractethics.search.internal.SearchFixtures.REVIEWER;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
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
            @Autowired JdbcClient jdbc) {
        this.registering = registering;
        this.uploading = uploading;
        this.search = search;
        this.saved = saved;
        this.sharing = sharing;
        this.alerts = alerts;
        this.checking = checking;
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

        alerts.tell(waiting, seen, List.of(clause));
        alerts.tell(waiting, seen, List.of(clause));
        alerts.tell(new Waiting(id, "dana.whitfield", "Twice", "q=" + word, seen + 7), seen + 9, List.of(clause));

        await().ignoreExceptions().atMost(SOON).untilAsserted(() -> assertThat(notices(id))
                .isEqualTo(1));
        saved.delete(id, REVIEWER);
        alerts.tell(waiting, seen, List.of(ClauseFixtures.clause(9, "Other terms of " + word, 1)));
        assertThat(notices(id)).isEqualTo(1);
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
