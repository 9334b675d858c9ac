package org.contractethics.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.Notice;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Programs read a person's own notices, and mark them as read, as the person does on the page. */
@IntegrationTest
class NoticesByApiIT {

    private static final String NOTICES = "/api/notices";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final ApiCalls api;
    private final String title = "Notice " + UUID.randomUUID();

    @Autowired
    NoticesByApiIT(ApplicationEventPublisher events, TransactionTemplate transaction, Environment settings) {
        this.events = events;
        this.transaction = transaction;
        this.api = new ApiCalls(settings);
    }

    @Test
    void ones_own_are_listed_and_marked_as_read() {
        JsonNode notice = told("noah.kim");
        assertThat(notice.path("text").asString()).isEqualTo("Look at it.");
        assertThat(notice.path("link").asString()).isEqualTo("/inbox");
        assertThat(notice.path("readAt").isNull()).isTrue();
        int unread = api.get("noah.kim", NOTICES).body().path("unread").asInt();

        String read = NOTICES + "/" + notice.path("id").asString() + "/read";
        assertThat(api.post("noah.kim", read, null).status()).isEqualTo(204);

        JsonNode after = api.get("noah.kim", NOTICES).body();
        assertThat(after.path("unread").asInt()).isLessThan(unread);
        assertThat(mine("noah.kim").get(0).path("readAt").isNull()).isFalse();
    }

    @Test
    void all_are_marked_as_read_at_once() {
        told("noah.kim");

        assertThat(api.post("noah.kim", NOTICES + "/read", null).status()).isEqualTo(204);

        assertThat(mine("noah.kim").get(0).path("readAt").isNull()).isFalse();
    }

    @Test
    void nobody_reads_or_marks_those_of_others() {
        String read = NOTICES + "/" + told("noah.kim").path("id").asString() + "/read";

        assertThat(mine("erin.walsh")).isEmpty();
        assertThat(api.post("erin.walsh", read, null).status()).isEqualTo(404);
        assertThat(mine("noah.kim").get(0).path("readAt").isNull()).isTrue();
        Answer none = api.post("noah.kim", NOTICES + "/" + UUID.randomUUID() + "/read", null);
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body().path("detail").asString()).contains("no such notice among yours");
    }

    @Test
    void a_page_behind_the_last_is_the_last() {
        told("noah.kim");

        JsonNode last = api.get("noah.kim", NOTICES + "?page=2000").body();

        assertThat(last.path("page").asInt()).isEqualTo(last.path("pages").asInt());
        assertThat(last.path("notices").isEmpty()).isFalse();
    }

    private JsonNode told(String person) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(Notice.toPerson(person, title, "Look at it.", "/inbox")));
        await().atMost(SOON).until(() -> !mine(person).isEmpty());
        return mine(person).get(0);
    }

    private List<JsonNode> mine(String person) {
        return api.get(person, NOTICES)
                .body()
                .path("notices")
                .valueStream()
                .filter(notice -> notice.path("title").asString().equals(title))
                .toList();
    }
}
