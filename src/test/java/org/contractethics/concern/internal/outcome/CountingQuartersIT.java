package org.contractethics.concern.internal.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers of a quarter, against rows that the test wrote by itself; and that each quarter is counted into the record once. */
@IntegrationTest
class CountingQuartersIT {

    private static final LocalDate QUARTER = LocalDate.of(2001, 4, 1);

    private final QuarterNumbers numbers;
    private final CountingQuarters counting;
    private final RecordReader record;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate transaction;

    @Autowired
    CountingQuartersIT(
            QuarterNumbers numbers,
            CountingQuarters counting,
            RecordReader record,
            JdbcClient jdbc,
            Clock clock,
            TransactionTemplate transaction) {
        this.numbers = numbers;
        this.counting = counting;
        this.record = record;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Test
    @Transactional
    void counts_questions_that_fell_due_what_was_said_acts_findings_and_urgency_of_the_quarter() {
        UUID asked = filed("OPEN", "HARM", "2001-04-02", "U1");
        UUID withdrawn = filed("CONFIDENTIAL", "HARM", "2001-04-10", "U2");
        jdbc.sql("insert into concern.withdrawal (concern, withdrawn_on) values (?, date '2001-04-20')")
                .param(withdrawn)
                .update();
        UUID anonymous = filed("ANONYMOUS", "DATA", "2001-04-11", "U2");
        UUID december = filed("OPEN", "DATA", "2000-12-20", "U1");
        assertThat(december).isNotEqualTo(anonymous);
        // near its end, so that no question about it falls due in it
        aboutThePolicy("2001-06-25");
        checkInSealed(anonymous, 14, "2001-04-26");
        checkInSealed(anonymous, 30, "2001-05-12");
        UUID anonymousCase = filed("ANONYMOUS", "RETALIATION", "2001-05-12", "U3");
        jdbc.sql(
                        "insert into concern.adverse_act (own_case, concern, sealed, told_on) values (?, ?, decode(repeat('00', 1072), 'hex'), date '2001-05-12')")
                .params(anonymousCase, anonymous)
                .update();
        checkIn(asked, 14, "2001-04-17", false);
        checkIn(asked, 30, "2001-05-03", true);
        UUID ownCase = filed("CONFIDENTIAL", "RETALIATION", "2001-05-03", "U1");
        jdbc.sql(
                        "insert into concern.adverse_act (own_case, concern, kind, happened_on, told_on) values (?, ?, 'PAY', date '2001-05-01', date '2001-05-03')")
                .params(ownCase, asked)
                .update();
        answered(asked, "2001-04-30", "TERMS_WEAK");
        answered(december, "2001-05-30", "TERMS_WEAK");
        answered(anonymous, "2001-07-02", "TERMS_WEAK");
        outcome("2001-04-01", "RETALIATION", "SUSTAINED");
        outcome("2001-04-01", "HARM", "PARTLY");
        outcome("2001-04-01", "HARM", "NOT_SUSTAINED");
        outcome("2001-07-01", "HARM", "SUSTAINED");

        // 2 of each of the first, the anonymous one and both cases of their own, none of the withdrawn one, one that
        // was filed in December
        assertThat(numbers.of(QUARTER))
                .containsAllEntriesOf(Map.of(
                        "checkInsAsked", 9,
                        "checkInsAnswered", 4,
                        "checkInsAdverse", 2,
                        "actsTold", 2,
                        "outcomesSustained", 2,
                        "outcomesNotSustained", 1,
                        "outcomesOutOfScope", 0,
                        "retaliationSustained", 1,
                        "urgencyU1", 2,
                        "urgencyU2", 2));
        assertThat(numbers.of(QUARTER)).containsEntry("aboutPolicy", 1).containsEntry("aboutContract", 0);
        assertThat(numbers.of(QUARTER)).containsEntry("causeTermsWeak", 2).containsEntry("causeOther", 0);
    }

    @Test
    void a_quarter_that_is_over_is_counted_into_the_record_once_and_names_no_concern() {
        LocalDate over = PublishingOutcomes.quarterOf(clock.instant()).minusMonths(3);
        LocalDate before = over.minusMonths(3);
        jdbc.sql("insert into concern.quarter_counted (quarter, counted_at) values (?, now()) on conflict do nothing")
                .param(before)
                .update();
        counting.run();
        counting.run();

        assertThat(record.newest(EntryFilter.ofKind("concerns-counted"), Long.MAX_VALUE, 1_000))
                .filteredOn(entry -> entry.text("quarter").orElse("").equals(over.toString()))
                .singleElement()
                .satisfies(CountingQuartersIT::namesNobody);
    }

    private static void namesNobody(RecordEntry entry) {
        assertThat(entry.contract()).isNull();
        assertThat(entry.actor()).isEqualTo("system");
        assertThat(entry.concern()).isEmpty();
        assertThat(entry.facts()).containsKeys("checkInsAsked", "actsTold", "appealsChanged");
    }

    /** Its numbers say that everything that was done in it stands in the record. */
    @Test
    @Transactional
    void a_quarter_waits_while_something_of_its_last_day_is_still_to_be_told() {
        LocalDate running = PublishingOutcomes.quarterOf(clock.instant());
        LocalDate next = running.plusMonths(3);
        Clock justAfter = Clock.fixed(next.atStartOfDay().plusMinutes(2).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        CountingQuarters later = new CountingQuarters(numbers, jdbc, transaction, event -> {}, justAfter);
        jdbc.sql("delete from concern.untold").update();
        UUID concern = filed("OPEN", "HARM", next.minusDays(1).toString(), "U1");
        jdbc.sql("insert into concern.untold (concern, number, day) values (?, 0, ?)")
                .params(concern, next.minusDays(1))
                .update();

        later.run();
        assertThat(counted(running)).isFalse();

        jdbc.sql("delete from concern.untold").update();
        later.run();
        assertThat(counted(running)).isTrue();
    }

    private boolean counted(LocalDate quarter) {
        return jdbc.sql("select exists (select from concern.quarter_counted where quarter = ?)")
                .param(quarter)
                .query(Boolean.class)
                .single();
    }

    @Test
    void a_quarter_that_still_runs_cannot_be_marked_as_counted() {
        LocalDate running = PublishingOutcomes.quarterOf(Instant.now(clock));

        assertThatThrownBy(() -> jdbc.sql("insert into concern.quarter_counted (quarter, counted_at) values (?, ?)")
                        .params(running, running.plusDays(40).atStartOfDay().atOffset(ZoneOffset.UTC))
                        .update())
                .hasStackTraceContaining("quarter_counted_check");
    }

    private UUID filed(String mode, String topic, String day, String urgency) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                insert into concern.concern (id, mode, topic, status, filed_on, acknowledge_by, answer_by, urgency,
                    contract_action, meeting_working_days, routing_rule, policy_number)
                values (:id, :mode, :topic, 'RECEIVED', :day::date, :day::date, :day::date, :urgency, 'NONE', 5, 'r1', 1)""")
                .param("id", id)
                .param("mode", mode)
                .param("topic", topic)
                .param("day", day)
                .param("urgency", urgency)
                .update();
        return id;
    }

    private void aboutThePolicy(String day) {
        jdbc.sql(
                        """
                insert into concern.concern (id, matter, matter_code, mode, topic, status, filed_on, acknowledge_by, answer_by)
                values (gen_random_uuid(), 'POLICY', '1', 'OPEN', 'TERMS', 'RECEIVED', :day::date, :day::date, :day::date)""")
                .param("day", day)
                .update();
    }

    private void checkIn(UUID concern, int days, String on, boolean adverse) {
        jdbc.sql("insert into concern.check_in (concern, after_days, answered_on, adverse) values (?, ?, ?::date, ?)")
                .params(concern, days, on, adverse)
                .update();
    }

    private void checkInSealed(UUID concern, int days, String on) {
        jdbc.sql("insert into concern.check_in (concern, after_days, answered_on, sealed)"
                        + " values (?, ?, ?::date, decode(repeat('00', 1072), 'hex'))")
                .params(concern, days, on)
                .update();
    }

    private void answered(UUID concern, String day, String cause) {
        jdbc.sql(
                        """
                insert into concern.answer (concern, officer, answered_on, sealed_considered, sealed_decision, sealed_article,
                    sealed_effect, sealed_appeal, cause)
                select ?, 'olga.petrova', ?::date, s, s, s, s, s, ? from (select decode(repeat('00', 1072), 'hex')) x(s)""")
                .params(concern, day, cause)
                .update();
    }

    private void outcome(String quarter, String topic, String result) {
        jdbc.sql(
                        "insert into concern.published_outcome (id, quarter, topic, result, summary) values (?, ?::date, ?, ?, ?)")
                .params(UUID.randomUUID(), quarter, topic, result, "A summary of more than thirty characters.")
                .update();
    }
}
