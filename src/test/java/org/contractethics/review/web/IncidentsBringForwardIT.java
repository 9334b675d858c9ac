package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.contractethics.IntegrationTest;
import org.contractethics.calendar.WorkingDays;
import org.contractethics.review.internal.followup.Incidents;
import org.contractethics.review.internal.followup.ReReview;
import org.contractethics.review.internal.followup.ReReviewing;
import org.contractethics.review.internal.followup.ReReviews;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** S11: what becomes known of a signed contract is told, and has the contract looked at within 5 working days. */
@IntegrationTest
@RecordApplicationEvents
class IncidentsBringForwardIT {

    private final SignedContract signed;
    private final ReReviews reReviews;
    private final ReReviewing reReviewing;
    private final Incidents incidents;
    private final WorkingDays days;
    private final RuntimeService processes;
    private final ManagementService jobs;
    private final JdbcClient database;
    private final LearnedStories learning;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    @SuppressWarnings("NullAway") // the events are there before any test
    IncidentsBringForwardIT(
            MockMvcTester mvc,
            BegunReviews begun,
            ReReviews reReviews,
            ReReviewing reReviewing,
            Incidents incidents,
            WorkingDays days,
            RuntimeService processes,
            ManagementService jobs,
            JdbcClient database,
            LearnedStories learning)
            throws Exception {
        this.signed = begun.signed(mvc, "paul.nguyen", true);
        this.reReviews = reReviews;
        this.reReviewing = reReviewing;
        this.incidents = incidents;
        this.days = days;
        this.processes = processes;
        this.jobs = jobs;
        this.database = database;
        this.learning = learning;
    }

    @BeforeEach
    void forgetWhatWasToldBefore() {
        events.clear();
    }

    @Test
    void what_is_written_of_the_agency_after_the_triage_becomes_known_of_a_signed_contract() throws Exception {
        // the agency of the example is one of many tests, so the contract gets one of its own
        String agency = "Border agency of " + UUID.randomUUID();
        database.sql("update contract.contract set awarding_name = :agency where id = :id")
                .param("agency", agency)
                .param("id", signed.contract.value())
                .update();
        LocalDate latest = days.after(Instant.now(), 5);

        assertThat(signed.hands.post(
                        "helen.okafor",
                        "/agencies/findings",
                        Map.of(
                                "agency", agency,
                                "level", "SYSTEMATIC",
                                "source", "Committee against Torture",
                                "title", "Visit to " + agency,
                                "found-on", "2018-06-19",
                                "summary", "Children were kept from their parents for weeks.")))
                .hasStatus3xxRedirection();
        learning.weigh(signed.contract);

        assertThat(incidents.of(signed.contract)).singleElement().satisfies(incident -> {
            assertThat(incident.recordedBy()).isEqualTo("system");
            assertThat(incident.account()).startsWith("Learned since the triage: Systematic violations of " + agency);
        });
        assertThat(reReviewing.nextOn(reReview())).isEqualTo(latest);
        assertThat(signed.hands.page("ruth.castillo", "/contracts/" + signed.contract))
                .contains("Learned since the triage");
    }

    @Test
    void a_signal_of_harm_is_told_and_the_re_review_comes_within_5_working_days() throws Exception {
        LocalDate before = reReviewing.nextOn(reReview());
        LocalDate latest = days.after(Instant.now(), 5);

        becomesKnown("INCIDENT");

        assertThat(reReviewing.nextOn(reReview())).isEqualTo(latest).isBefore(before);
        assertThat(timer().getDuedate().toInstant())
                .isEqualTo(latest.atStartOfDay(ZoneOffset.UTC).toInstant());
        assertThat(told()).singleElement().satisfies(notice -> {
            assertThat(notice.roles()).containsExactlyInAnyOrder(Role.HR_REVIEWER, Role.MONITOR, Role.PANEL_CHAIR);
            assertThat(notice.leavesByMail()).isTrue();
            assertThat(notice.isFor("dana.whitfield")).isFalse();
            assertThat(notice.isFor("tom.lindqvist")).isFalse();
            assertThat(notice.text()).doesNotContain("traced").contains("looked at again on");
        });
        assertThat(kinds()).endsWith("incident-recorded", "re-review-brought-forward");
        assertThat(signed.hands.casePage("mona.keller")).contains("brought forward by what became known");
        assertThat(signed.hands.page("mona.keller", "/re-reviews/" + reReview().id()))
                .contains("Re-review 1 comes earlier");
    }

    @Test
    void a_second_signal_moves_nothing_and_one_during_the_re_review_neither() throws Exception {
        becomesKnown("PRESS");
        LocalDate next = reReviewing.nextOn(reReview());
        becomesKnown("FINDING");
        assertThat(reReview().broughtForward()).hasSize(1);
        assertThat(reReviewing.nextOn(reReview())).isEqualTo(next);

        jobs.executeJob(timer().getId());
        becomesKnown("INCIDENT");

        assertThat(reReview().broughtForward()).hasSize(1);
        assertThat(told()).last().satisfies(notice -> assertThat(notice.text())
                .contains("people look at the contract already"));
    }

    @Test
    void the_report_of_the_customer_moves_nothing_by_page_or_by_table() {
        LocalDate before = reReviewing.nextOn(reReview());
        Instant due = timer().getDuedate().toInstant();

        becomesKnown("CUSTOMER_REPORT");

        assertThat(reReviewing.nextOn(reReview())).isEqualTo(before);
        assertThat(timer().getDuedate().toInstant()).isEqualTo(due);
        assertThat(kinds()).doesNotContain("re-review-brought-forward");
        assertThat(told()).singleElement().satisfies(notice -> assertThat(notice.roles())
                .containsExactlyInAnyOrder(Role.HR_REVIEWER, Role.MONITOR));
        UUID report = incidents.of(signed.contract).get(0).id();
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.re_review_brought_forward
                                values (:reReview, 1, :incident, current_date + 30, current_date, now())
                                """)
                        .param("reReview", reReview().id())
                        .param("incident", report)
                        .update())
                .hasMessageContaining("only a signal of harm");
    }

    @Test
    void a_closed_re_review_begins_nothing_and_what_came_forward_stays() throws Exception {
        becomesKnown("INCIDENT");
        jobs.executeJob(timer().getId());
        String path = "/re-reviews/" + reReview().id();
        signed.claimOn(path, "helen.okafor");
        assertThat(signed.hands.post(
                        "helen.okafor", path, Map.of("result", "NEW_REVIEW", "reasons", "The use changed.")))
                .hasStatus3xxRedirection();

        becomesKnown("INCIDENT");

        assertThat(reReviews.openOf(signed.contract)).isEmpty();
        assertThat(reReview().broughtForward()).hasSize(1);
        for (String statement : List.of(
                "update review.re_review_brought_forward set next_on = before_on - 1",
                "delete from review.re_review_brought_forward",
                "truncate review.re_review_brought_forward")) {
            assertThatThrownBy(() -> database.sql(statement).update()).hasStackTraceContaining("permission denied");
        }
    }

    private void becomesKnown(String kind) {
        Map<String, String> news = new HashMap<>(Map.of(
                "kind", kind,
                "happened-on", "2026-01-05",
                "source", "A newspaper of 5 January",
                "reliability", "B",
                "account", "Field offices traced families."));
        assertThat(signed.hands.post("dana.whitfield", "/contracts/" + signed.contract + "/incidents", news))
                .hasStatus(HttpStatus.FOUND);
    }

    private ReReview reReview() {
        return reReviews.of(signed.contract).get(0);
    }

    private Job timer() {
        String process = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reReview().id().toString())
                .singleResult()
                .getId();
        return jobs.createJobQuery()
                .processInstanceId(process)
                .activityId("interval-over")
                .singleResult();
    }

    private List<Notice> told() {
        return events.stream(Notice.class)
                .filter(notice -> notice.title().endsWith(" recorded"))
                .toList();
    }

    private List<String> kinds() {
        return database.sql("select convert_from(body, 'UTF8')::jsonb ->> 'kind' from record.entry"
                        + " where contract = :contract order by n")
                .param("contract", signed.contract.value())
                .query(String.class)
                .list();
    }
}
