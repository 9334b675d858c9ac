package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.ConcernHands.form;
import static org.contractethics.concern.ConcernHands.sent;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.ConcernId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The table of routing gives a concern its periods; the law's periods hold in the database, whatever a table says. */
@IntegrationTest
class ConcernRoutingIT {

    private final ConcernHands hands;
    private final Concerns concerns;
    private final JdbcClient jdbc;
    private final ConcernId id = new ConcernId(UUID.randomUUID());

    ConcernRoutingIT(@Autowired MockMvcTester mvc, @Autowired Concerns concerns, @Autowired JdbcClient jdbc) {
        this.hands = new ConcernHands(mvc);
        this.concerns = concerns;
        this.jdbc = jdbc;
    }

    @Test
    void imminent_harm_is_acknowledged_within_a_day_and_officers_read_what_the_rules_ask() {
        file("IMMINENT_HARM");

        assertThat(concerns.acknowledgeBy(id)).isEqualTo(filedOn().plusDays(1));
        assertThat(concerns.answerBy(id)).isEqualTo(filedOn().plusDays(30));
        assertThat(hands.get("/concerns/" + id, "olga.petrova"))
                .bodyText()
                .contains("What the rules ask", "U1", "Hold the signature", "Offered within 3 working days");
        assertThat(hands.get("/concerns/" + id, "erin.walsh")).bodyText().doesNotContain("What the rules ask");
    }

    @Test
    void no_answer_may_come_later_than_three_months_even_where_ninety_days_are_longer() {
        file("OTHER");

        assertThat(concerns.answerBy(id)).isBeforeOrEqualTo(filedOn().plusMonths(3));
        assertThat(concerns.answerBy(id)).isBeforeOrEqualTo(filedOn().plusDays(90));
    }

    @Test
    void the_database_refuses_periods_longer_than_the_law_and_any_change_of_what_was_promised() {
        assertThatThrownBy(() -> insert(8, 60)).isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> insert(7, 100)).isInstanceOf(DataIntegrityViolationException.class);

        file("HARM");
        assertThatThrownBy(() -> jdbc.sql("update concern.concern set acknowledge_by = filed_on + 3 where id = :id")
                        .param("id", id.value())
                        .update())
                .hasStackTraceContaining("only an open letter is routed anew");
    }

    private void file(String topic) {
        sent(hands.post("/concerns", "erin.walsh", form(id.toString(), Map.of("topic", topic))));
    }

    private void insert(int acknowledgeDays, int answerDays) {
        jdbc.sql(
                        """
                        insert into concern.concern (id, mode, topic, status, filed_on, acknowledge_by, answer_by)
                        values (:id, 'OPEN', 'HARM', 'RECEIVED', current_date, current_date + :acknowledge,
                                current_date + :answer)""")
                .param("id", UUID.randomUUID())
                .param("acknowledge", acknowledgeDays)
                .param("answer", answerDays)
                .update();
    }

    private LocalDate filedOn() {
        return jdbc.sql("select filed_on from concern.concern where id = :id")
                .param("id", id.value())
                .query(LocalDate.class)
                .single();
    }
}
