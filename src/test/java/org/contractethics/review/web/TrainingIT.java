package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.ContractId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Trainings of reviewers: recorded by others, taken back by others, never changed. */
@IntegrationTest
class TrainingIT {

    private static final String PATH = "/panel/trainings";

    private final String title = "Human rights in contracts " + UUID.randomUUID();
    private final ReviewHands hands;
    private final ApiCalls api;
    private final JdbcClient database;

    @Autowired
    TrainingIT(MockMvcTester mvc, Environment settings, JdbcClient database) {
        this.hands = new ReviewHands(mvc, new ContractId(UUID.randomUUID()));
        this.api = new ApiCalls(settings);
        this.database = database;
    }

    @Test
    void the_chair_records_a_training_and_takes_it_back() throws Exception {
        assertThat(hands.post("ruth.castillo", PATH, training("priya.raman", today().minusDays(3))))
                .hasStatus3xxRedirection();
        assertThat(hands.page("amir.haddad", PATH))
                .contains(title, "Priya Raman")
                .doesNotContain("Record a training");
        assertThat(entries()).isEqualTo(1);

        assertThat(hands.post("helen.okafor", PATH, training("priya.raman", null)))
                .hasStatus3xxRedirection();
        assertThat(hands.page("ruth.castillo", PATH)).doesNotContain(title);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_is_refused_and_stays_typed() throws Exception {
        assertThat(hands.post("ruth.castillo", PATH, training("ruth.castillo", today())))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Nobody records a training of their own.", title);
        assertThat(hands.post("ruth.castillo", PATH, training("priya.raman", today().plusDays(1))))
                .bodyText()
                .contains("A training that is still ahead is not completed.");
        assertThat(hands.post("ruth.castillo", PATH, training("priya.raman", null)))
                .bodyText()
                .contains("Only a training that was recorded before is taken back without one.");
        assertThat(hands.post("ruth.castillo", PATH, training("nobody.known", today())))
                .bodyText()
                .contains("Choose somebody who holds a role in reviews.");
        Map<String, Object> unreadable = training("priya.raman", today());
        unreadable.put("completed", "last week");
        assertThat(hands.post("ruth.castillo", PATH, unreadable)).bodyText().contains("last week", "year-month-day");
        assertThat(hands.post("leo.brandt", PATH, training("priya.raman", today())))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(entries()).isZero();
    }

    @Test
    void programs_record_and_read_trainings() {
        Map<String, Object> training = Map.of("person", "priya.raman", "title", title, "completed", today().toString());

        Answer recorded = api.post("helen.okafor", "/api/panel/trainings", training);

        assertThat(recorded.status()).as(recorded.toString()).isEqualTo(201);
        String one = recorded.raw().headers().firstValue("Location").orElseThrow();
        assertThat(api.get("august.lund", one).body().path("title").asString()).isEqualTo(title);
        assertThat(api.get("august.lund", "/api/panel/trainings").body().toString())
                .contains(title);
        assertThat(api.get("august.lund", "/api/panel/trainings/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        assertThat(api.post("priya.raman", "/api/panel/trainings", training).status())
                .isEqualTo(403);
        assertThat(api.post("ruth.castillo", "/api/panel/trainings", Map.of("person", "ruth.castillo"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_database_refuses_an_own_training_one_ahead_and_every_change() {
        refused("'ruth.castillo', 'X', current_date - 1", "training_check");
        refused("'priya.raman', 'X', current_date + 9", "training_check");
        refused("'priya.raman', 'X" + UUID.randomUUID() + "', null", "no such training to take back");
        api.post(
                "helen.okafor",
                "/api/panel/trainings",
                Map.of("person", "priya.raman", "title", title, "completed", today().toString()));
        assertThatThrownBy(() -> database.sql("update review.training set title = 'Other' where title = :title")
                        .param("title", title)
                        .update())
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> database.sql("delete from review.training").update())
                .hasStackTraceContaining("permission denied");
    }

    private void refused(String values, String because) {
        assertThatThrownBy(() -> database.sql(
                                "insert into review.training (id, person, title, completed_on, recorded_by, recorded_at)"
                                        + " values (gen_random_uuid(), " + values + ", 'ruth.castillo', now())")
                        .update())
                .hasMessageContaining(because);
    }

    private Map<String, Object> training(String person, @Nullable LocalDate completed) {
        return new HashMap<>(
                Map.of("person", person, "title", title, "completed", completed == null ? "" : completed.toString()));
    }

    private long entries() {
        return database.sql(
                        "select count(*) from record.entry where position(:title in convert_from(body, 'UTF8')) > 0")
                .param("title", title)
                .query(Long.class)
                .single();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
