package org.contractethics.concern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.concern.internal.letter.OpenLetters.NOAH;
import static org.contractethics.concern.internal.letter.OpenLetters.aLetter;
import static org.contractethics.concern.internal.letter.OpenLetters.employee;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.concern.internal.letter.OpenLetter;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.concern.internal.letter.SigningLetters;
import org.contractethics.concern.internal.letter.SigningMode;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of routing counts those who signed a letter, and what it says then makes nothing slower (table 2.9). */
@IntegrationTest
class LetterRoutingIT {

    private final OpeningLetters opening;
    private final SigningLetters signing;
    private final Concerns concerns;
    private final RegisteringContracts registering;
    private final JdbcClient database;

    @Autowired
    LetterRoutingIT(
            OpeningLetters opening,
            SigningLetters signing,
            Concerns concerns,
            RegisteringContracts registering,
            JdbcClient database) {
        this.opening = opening;
        this.signing = signing;
        this.concerns = concerns;
        this.registering = registering;
        this.database = database;
    }

    @Test
    void the_twenty_fifth_and_the_hundredth_signature_route_it_anew_and_its_task_falls_due_earlier() {
        ConcernId letter = opened("DATA");
        DayOfFiling.ends(database, letter.toString());
        concerns.announce();
        LocalDate filed = concerns.filedOn(letter);
        sign(letter, 1, 24);
        assertThat(routing(letter)).containsEntry("routing_rule", "concern-routing-12");

        sign(letter, 25, 25);
        assertThat(routing(letter))
                .containsEntry("routing_rule", "concern-routing-09")
                .containsEntry("contract_action", "RAISE_TIER_AND_HEAR")
                .containsEntry("meeting_working_days", 10);
        assertThat(concerns.answerBy(letter)).isEqualTo(earlier(filed.plusDays(90), filed.plusMonths(3)));
        sign(letter, 26, 100);

        assertThat(routing(letter))
                .containsEntry("routing_rule", "concern-routing-07")
                .containsEntry("urgency", "U2")
                .containsEntry("contract_action", "HOLD_SIGNATURE");
        assertThat(concerns.acknowledgeBy(letter)).isEqualTo(filed.plusDays(2));
        assertThat(concerns.answerBy(letter)).isEqualTo(filed.plusDays(60));
        assertThat(recorded(letter)).containsExactly("concern-routing-09", "concern-routing-07");
        assertThat(taskDue(letter)).isEqualTo(filed.plusDays(2));
        assertThat(timerDue(letter)).isEqualTo(filed.plusDays(2));
    }

    @Test
    void a_row_that_is_slower_makes_nothing_slower() {
        ConcernId letter = opened("HARM");
        LocalDate filed = concerns.filedOn(letter);

        sign(letter, 1, 25);

        assertThat(routing(letter))
                .containsEntry("routing_rule", "concern-routing-09")
                .containsEntry("urgency", "U2");
        assertThat(concerns.answerBy(letter)).isEqualTo(filed.plusDays(60));
        assertThatThrownBy(() -> update("answer_by = answer_by + 1", letter))
                .hasStackTraceContaining("never becomes slower");
        assertThatThrownBy(() -> update("urgency = 'U4'", letter)).hasStackTraceContaining("never becomes slower");
    }

    private ConcernId opened(String topic) {
        ContractId contract = registering
                .register(
                        RegisteredContracts.aDraft("Routed anew " + UUID.randomUUID()),
                        "FORM",
                        RegisteredContracts.SOFIA)
                .id();
        OpenLetter any = aLetter(SigningMode.NAMED, "", contract);
        opening.open(
                new OpenLetter(any.id(), any.contracts(), topic, any.title(), any.wording(), any.signing(), ""), NOAH);
        return any.id();
    }

    private void sign(ConcernId letter, int first, int last) {
        for (int i = first; i <= last; i++) {
            signing.sign(letter, 1, true, employee(i));
        }
    }

    private Map<String, Object> routing(ConcernId letter) {
        return database.sql(
                        """
                        select urgency, contract_action, meeting_working_days, routing_rule from concern.concern
                        where id = :id""")
                .param("id", letter.value())
                .query()
                .singleRow();
    }

    private List<String> recorded(ConcernId letter) {
        return database.sql(
                        """
                        select convert_from(body, 'UTF8')::jsonb -> 'facts' ->> 'rule' from record.entry
                        where kind = 'concern-routed-anew'
                          and convert_from(body, 'UTF8')::jsonb -> 'facts' ->> 'concernId' = :id order by n""")
                .param("id", letter.toString())
                .query(String.class)
                .list();
    }

    private LocalDate taskDue(ConcernId letter) {
        return day(
                "select due_at from workflow.inbox_item where subject_id = :id::uuid and task_key = 'acknowledge-concern'",
                letter);
    }

    private LocalDate timerDue(ConcernId letter) {
        return day(
                """
                select j.duedate_ from engine.act_ru_job j
                join engine.act_ru_execution e on e.id_ = j.process_instance_id_
                where e.business_key_ = :id and j.handler_cfg_ like '%acknowledge-concern-overdue%'""",
                letter);
    }

    private LocalDate day(String sql, ConcernId letter) {
        return database.sql(sql)
                .param("id", letter.toString())
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate();
    }

    private void update(String change, ConcernId letter) {
        database.sql("update concern.concern set " + change + " where id = :id")
                .param("id", letter.value())
                .update();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
