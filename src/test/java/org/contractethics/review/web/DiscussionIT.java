package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.RegisteredContracts;
import org.contractethics.contract.Contract;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.ExtractionStatus;
import org.contractethics.document.internal.Upload;
import org.contractethics.document.internal.Uploading;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.SubmittingForReview;
import org.contractethics.review.internal.SubmittingForReview.Submission;
import org.contractethics.review.internal.discussion.Discussion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The discussion of a review: who reads and continues it, and what is kept of it. */
@IntegrationTest
class DiscussionIT {

    private static final String TEXT = "Clause 4 is missing. @helen.okafor, have you seen <b>this</b>?";

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final Uploading uploading;
    private final Documents documents;
    private final SubmittingForReview submitting;
    private final Reviews reviews;
    private final RecordReader record;
    private final JdbcClient database;
    private Contract contract;
    private ReviewHands hands;
    private String page = "";

    @Autowired
    @SuppressWarnings("NullAway") // made before each test
    DiscussionIT(
            MockMvcTester mvc,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            SubmittingForReview submitting,
            Reviews reviews,
            RecordReader record,
            JdbcClient database) {
        this.mvc = mvc;
        this.registering = registering;
        this.uploading = uploading;
        this.documents = documents;
        this.submitting = submitting;
        this.reviews = reviews;
        this.record = record;
        this.database = database;
    }

    @BeforeEach
    void aReview() {
        contract = registering.register(
                RegisteredContracts.aDraft("Discussed " + UUID.randomUUID()), "FORM", RegisteredContracts.SOFIA);
        uploading.add(
                new Upload(
                        contract.id(),
                        null,
                        "Agreement",
                        "agreement.docx",
                        new ByteArrayResource(RegisteredContracts.docx("1. Purpose", "The agency may use it."))),
                RegisteredContracts.SOFIA);
        await().atMost(Duration.ofSeconds(60)).until(() -> documents.currentVersions(contract.id()).stream()
                .allMatch(version -> version.status() == ExtractionStatus.READ));
        submitting.submit(
                contract.id(),
                new Submission("Case handling.", null, List.of("paul.nguyen")),
                RegisteredContracts.SOFIA);
        page = "/reviews/" + reviews.latestOf(contract.id()).orElseThrow().id() + "/discussion";
        hands = new ReviewHands(mvc, contract.id());
    }

    @Test
    void a_mention_is_shown_by_full_name_and_told_by_a_notice() throws Exception {
        assertThat(hands.post("dana.whitfield", page, Map.of("text", TEXT))).hasStatus(302);

        assertThat(hands.page("helen.okafor", page))
                .contains("<strong>@Helen Okafor</strong>", "Dana Whitfield", "&lt;b&gt;this&lt;/b&gt;");
        assertThat(hands.casePage("helen.okafor")).contains("@Helen Okafor", "1 comment");
        await().atMost(Duration.ofSeconds(30)).until(() -> hands.page("helen.okafor", "/notices")
                .contains(contract.reference() + ": Dana Whitfield mentioned you"));
        assertThat(hands.page("helen.okafor", "/notices")).doesNotContain("Clause 4 is missing");
    }

    @Test
    void a_role_is_told_once_each_with_the_mark_and_without_who_takes_no_part() throws Exception {
        String review = page.substring(0, page.lastIndexOf('/'));
        assertThat(hands.post("leo.brandt", review + "/conflict", Map.of("stage", "legal-stop", "interest", "SHARES")))
                .hasStatus(302);

        assertThat(hands.post(
                        "dana.whitfield",
                        page,
                        Map.of("text", "@legal-reviewer and @priya.raman, @hr-reviewer: today.", "urgent", "true")))
                .hasStatus(302);

        await().atMost(Duration.ofSeconds(30)).until(() -> !told().isEmpty());
        assertThat(told()).contains("priya.raman", "helen.okafor").doesNotContain("leo.brandt", "dana.whitfield");
        assertThat(told()).doesNotHaveDuplicates();
        assertThat(hands.page("helen.okafor", page))
                .contains("<strong>@Legal reviewer</strong>", ">Urgent</span>", "@legal-reviewer</code>");
    }

    private List<String> told() {
        return database.sql("select username from notification.notice where title = :title")
                .param("title", "Urgent: " + contract.reference() + ": Dana Whitfield mentioned you")
                .query(String.class)
                .list();
    }

    @Test
    void nothing_is_urgent_for_nobody_and_no_role_is_mentioned_that_takes_no_part() {
        assertThat(hands.post("dana.whitfield", page, Map.of("text", "Hurry!", "urgent", "true")))
                .hasStatus(422)
                .bodyText()
                .contains("Mention whom it is urgent for");
        assertThat(hands.post("dana.whitfield", page, Map.of("text", "@leadership please")))
                .hasStatus(422)
                .bodyText()
                .contains("Nobody takes part in this review as Leadership.");
    }

    @Test
    void the_record_holds_the_hash_and_not_the_text() {
        assertThat(hands.post("dana.whitfield", page, Map.of("text", TEXT))).hasStatus(302);

        RecordEntry entry = record.newest(EntryFilter.ofContract(contract.id()), Long.MAX_VALUE, 9).stream()
                .filter(one -> one.kind().equals("comment-added"))
                .findFirst()
                .orElseThrow();
        assertThat(entry.body()).doesNotContain("Clause 4");
        assertThat(entry.text("sha256"))
                .contains(database.sql("select encode(sha256(convert_to(:text, 'UTF8')), 'hex')")
                        .param("text", TEXT)
                        .query(String.class)
                        .single());
    }

    @Test
    void a_long_discussion_is_read_to_its_first_word() throws Exception {
        for (int n = 1; n <= Discussion.PAGE_SIZE + 1; n++) {
            assertThat(hands.post("dana.whitfield", page, Map.of("text", "Remark number %03d".formatted(n))))
                    .hasStatus(302);
        }

        assertThat(hands.page("helen.okafor", page))
                .contains("Remark number 101", "Remark number 002", "1–100 of 101", "page=2")
                .doesNotContain("Remark number 001");
        assertThat(hands.page("helen.okafor", page + "?page=2"))
                .contains("Remark number 001")
                .doesNotContain("Remark number 002");
        assertThat(hands.page("helen.okafor", page + "?page=99")).contains("Remark number 001");
    }

    @Test
    void account_team_others_in_sales_staff_and_leadership_neither_read_nor_write() throws Exception {
        for (String person : List.of("paul.nguyen")) {
            assertThat(hands.get(person, page)).as(person).hasStatus(404);
            assertThat(hands.post(person, page, Map.of("text", "Mine too"))).hasStatus(404);
        }
        for (String person : List.of("sofia.marin", "tom.lindqvist", "erin.walsh", "lena.hoffman", "olga.petrova")) {
            assertThat(hands.get(person, page)).as(person).hasStatus(403);
            assertThat(hands.post(person, page, Map.of("text", "Mine too"))).hasStatus(403);
            assertThat(hands.casePage(person)).doesNotContain("id=\"discussion\"");
        }
    }

    @Test
    void whoever_stepped_back_reads_it_no_more() {
        String review = page.substring(0, page.lastIndexOf('/'));
        assertThat(hands.get("leo.brandt", page)).hasStatusOk();

        assertThat(hands.post("leo.brandt", review + "/conflict", Map.of("stage", "legal-stop", "interest", "SHARES")))
                .hasStatus(302);

        assertThat(hands.get("leo.brandt", page)).hasStatus(404);
        assertThat(hands.post("leo.brandt", page, Map.of("text", "One more word")))
                .hasStatus(404);
    }

    @Test
    void an_auditor_reads_along_and_says_nothing() {
        assertThat(hands.get("august.lund", page)).hasStatusOk();
        assertThat(hands.post("august.lund", page, Map.of("text", "Well done"))).hasStatus(403);
    }

    @Test
    void nobody_is_mentioned_who_would_not_see_it() {
        assertThat(hands.post("dana.whitfield", page, Map.of("text", "@sofia.marin please")))
                .hasStatus(422)
                .bodyText()
                .contains("Sofia Marin takes no part in this review", "@sofia.marin please");
        assertThat(hands.post("dana.whitfield", page, Map.of("text", "@nobody.here please")))
                .hasStatus(422)
                .bodyText()
                .contains("There is nobody with the account name nobody.here.");
        assertThat(hands.post("dana.whitfield", page, Map.of("text", "  "))).hasStatus(422);
        assertThat(hands.post("dana.whitfield", page, Map.of("text", "x".repeat(4_001))))
                .hasStatus(422);
    }

    @Test
    void a_comment_is_neither_changed_nor_taken_back_nor_written_past_the_rules() {
        assertThat(hands.post("dana.whitfield", page, Map.of("text", TEXT))).hasStatus(302);

        assertThatThrownBy(() ->
                        database.sql("update review.comment set text = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql("delete from review.comment").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> database.sql(
                                """
                                insert into review.comment (id, review_id, author, said_at, text, sha256, mentions)
                                select gen_random_uuid(), r.id, r.submitter, now(), 'x', encode(sha256('x'), 'hex'), '{}'
                                from review.review r where r.contract_id = :contract
                                """)
                        .param("contract", contract.id().value())
                        .update())
                .hasMessageContaining("takes no part in the discussion");
    }
}
