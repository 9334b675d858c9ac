package org.contractethics.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.Contract;
import org.contractethics.local.LocalServices;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordReader;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The timers of a stage on the running engine: they remind and escalate by mail, and wait while the clock stands still. */
@IntegrationTest
class StageTimersIT {

    private static final String OWNER = "sofia.marin";
    private static final String HOLDER = "priya.raman";
    private static final Duration SOON = Duration.ofSeconds(60);

    private final MockMvcTester mvc;
    private final SubmittedContracts contracts;
    private final Reviews reviews;
    private final ProcessEngine engine;
    private final RecordReader record;
    private final JdbcClient database;
    private Contract contract;
    private ReviewId review;

    @Autowired
    @SuppressWarnings("NullAway") // made before each test
    StageTimersIT(
            MockMvcTester mvc,
            SubmittedContracts contracts,
            Reviews reviews,
            ProcessEngine engine,
            RecordReader record,
            JdbcClient database) {
        this.mvc = mvc;
        this.contracts = contracts;
        this.reviews = reviews;
        this.engine = engine;
        this.record = record;
        this.database = database;
    }

    @BeforeEach
    void aReviewWhoseDocumentsAreChecked() {
        contract = contracts.submitted("Timed " + UUID.randomUUID());
        review = reviews.latestOf(contract.id()).orElseThrow().id();
        String task = database.sql("select task_id from workflow.inbox_item where subject_id = :review")
                .param("review", review.value())
                .query(String.class)
                .single();
        assertThat(post(HOLDER, "/inbox/tasks/" + task + "/claim")).hasStatus3xxRedirection();
        assertThat(post(HOLDER, "/reviews/" + review + "/declaration?stage=document-check", "interest", "NONE"))
                .hasStatus3xxRedirection();
    }

    /** The timer of another review, due at the same moment, shows that the engine has looked for due timers meanwhile. */
    @Test
    void the_engine_fires_no_timer_of_a_stopped_clock_and_fires_it_afterwards() {
        Contract other = contracts.submitted("Not asked " + UUID.randomUUID());
        assertThat(ask(HOLDER, "Who runs it?")).hasStatus3xxRedirection();
        due(timer(review, "document-check-overdue"));
        due(timer(reviews.latestOf(other.id()).orElseThrow().id(), "document-check-overdue"));
        await().atMost(SOON).until(() -> escalated(other));
        assertThat(escalated(contract)).isFalse();

        assertThat(post(OWNER, "/questions/" + question() + "/answer", "answer", "The agency itself."))
                .hasStatus3xxRedirection();
        due(timer(review, "document-check-overdue"));

        await().atMost(SOON).until(() -> escalated(contract));
    }

    private boolean escalated(Contract one) {
        return record.newest(EntryFilter.ofContract(one.id()), Long.MAX_VALUE, 20).stream()
                .anyMatch(entry -> entry.kind().equals("stage-escalated"));
    }

    @Test
    void the_holder_is_reminded_by_mail_and_the_escalation_names_reference_and_stage_only() {
        due(timer(review, "document-check"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mails(contract.reference() + " is due soon: Confirm the documents"))
                        .hasSize(1));

        due(timer(review, "document-check-overdue"));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(mails(contract.reference() + " is overdue: Confirm the documents"))
                        .isNotEmpty()
                        .allSatisfy(mail -> assertThat(mail).doesNotContain(contract.title(), "sofia", "Sofia")));
    }

    private void due(Job timer) {
        engine.getManagementService().setJobDuedate(timer.getId(), Date.from(Instant.now()));
    }

    private Job timer(ReviewId of, String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(process(of))
                .activityId(activity)
                .singleResult();
    }

    private String process(ReviewId of) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(of.toString())
                .singleResult()
                .getId();
    }

    private UUID question() {
        return database.sql("select id from review.question where review_id = :review order by asked_at desc limit 1")
                .param("review", review.value())
                .query(UUID.class)
                .single();
    }

    /** Texts of the mails with this subject. */
    private static List<String> mails(String subject) {
        return Arrays.stream(LocalServices.forPurpose(LocalServices.Purpose.TEST)
                        .mail()
                        .getReceivedMessages())
                .filter(mail -> subject(mail).equals(subject))
                .map(GreenMailUtil::getBody)
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return String.valueOf(mail.getSubject());
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult ask(String person, String question) {
        return post(person, "/reviews/" + review + "/questions/document-check", "question", question);
    }

    private MvcTestResult post(String person, String path, String... field) {
        var request = mvc.post().uri(path).with(csrf()).with(People.signedInAs(person));
        if (field.length == 2) {
            request.param(field[0], field[1]);
        }
        return request.exchange();
    }
}
