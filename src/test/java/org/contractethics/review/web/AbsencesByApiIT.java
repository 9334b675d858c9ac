package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.ApiCalls;
import org.contractethics.ApiCalls.Answer;
import org.contractethics.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Absences by calls of the API: the rules of the page, and each only for whose absence it is. */
@IntegrationTest
class AbsencesByApiIT {

    private static final String ABSENCES = "/api/absences";
    private static final String AWAY = "kofi.mensah";

    private final ApiCalls api;
    private final JdbcClient database;
    private final LocalDate first = LocalDate.now(ZoneOffset.UTC).plusDays(40);

    @Autowired
    AbsencesByApiIT(Environment settings, JdbcClient database) {
        this.api = new ApiCalls(settings);
        this.database = database;
    }

    @AfterEach
    void nobodyStaysAway() {
        database.sql("update review.absence set withdrawn_at = now() where person = :person and withdrawn_at is null")
                .param("person", AWAY)
                .update();
    }

    @Test
    void an_absence_is_entered_read_by_both_and_withdrawn_once() {
        Answer entered = api.post(AWAY, ABSENCES, absence("ines.duarte"));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        assertThat(entered.body().path("state").asString()).isEqualTo("AHEAD");
        String path = entered.raw().headers().firstValue("Location").orElseThrow();

        assertThat(api.get(AWAY, ABSENCES).body().path("own").toString()).contains(id(path));
        assertThat(api.get("ines.duarte", ABSENCES).body().path("standingIn").toString())
                .contains(id(path));
        assertThat(api.post(AWAY, path + "/withdrawal", null).status()).isEqualTo(428);
        Answer withdrawn = api.change(AWAY, path, path + "/withdrawal", Map.of());
        assertThat(withdrawn.body().path("state").asString())
                .as(withdrawn.toString())
                .isEqualTo("WITHDRAWN");
        assertThat(api.post(AWAY, path + "/withdrawal", null, "If-Match", entered.tag())
                        .status())
                .isEqualTo(412);
        assertThat(api.change(AWAY, path, path + "/withdrawal", Map.of()).status())
                .isEqualTo(409);
    }

    @Test
    void an_absence_of_somebody_else_is_none() {
        String path = api.post(AWAY, ABSENCES, absence("ines.duarte"))
                .raw()
                .headers()
                .firstValue("Location")
                .orElseThrow();

        for (String other : List.of("ines.duarte", "ruth.castillo")) {
            assertThat(api.get(other, path).status()).isEqualTo(404);
            assertThat(api.post(other, path + "/withdrawal", null, "If-Match", "*")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whom_the_rules_do_not_admit_as_delegate_is_refused_beside_the_field() {
        assertThat(api.get(AWAY, ABSENCES).body().path("delegates").propertyNames())
                .contains("ines.duarte", "george.tan")
                .doesNotContain(AWAY, "august.lund");

        for (String delegate : List.of(AWAY, "sofia.marin", "nobody.known")) {
            Answer refused = api.post(AWAY, ABSENCES, absence(delegate));
            assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
            assertThat(refused.body().at("/fields/0/field").asString()).isEqualTo("delegate");
        }
        Answer empty = api.post(AWAY, ABSENCES, Map.of());
        assertThat(empty.body().path("fields").toString()).contains("\"from\"", "\"until\"");
        Answer twice = api.post(AWAY, ABSENCES, absence(null));
        assertThat(twice.status()).isEqualTo(201);
        assertThat(api.post(AWAY, ABSENCES, absence(null)).body().path("detail").asString())
                .contains("absent on some of these days already");
    }

    @Test
    void a_misspelt_field_a_missing_key_and_a_role_without_tasks_are_refused() {
        assertThat(api.post(AWAY, ABSENCES, Map.of("from", first, "untill", first))
                        .status())
                .isEqualTo(400);
        assertThat(api.send(AWAY, "POST", ABSENCES, absence(null), List.of()).status())
                .isEqualTo(400);
        for (String other : List.of("erin.walsh", "august.lund", "lena.hoffman")) {
            assertThat(api.get(other, ABSENCES).status()).isEqualTo(403);
            assertThat(api.post(other, ABSENCES, absence(null)).status()).isEqualTo(403);
            assertThat(api.get(other, ABSENCES + "/" + UUID.randomUUID()).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void the_same_call_sent_twice_enters_one_absence() {
        List<String> key = List.of("Idempotency-Key", UUID.randomUUID().toString());

        Answer one = api.send(AWAY, "POST", ABSENCES, absence(null), key);
        Answer again = api.send(AWAY, "POST", ABSENCES, absence(null), key);

        assertThat(one.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(one.body());
    }

    private Map<String, String> absence(@Nullable String delegate) {
        String from = first.toString();
        String until = first.plusDays(2).toString();
        return delegate == null
                ? Map.of("from", from, "until", until)
                : Map.of("from", from, "until", until, "delegate", delegate);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
