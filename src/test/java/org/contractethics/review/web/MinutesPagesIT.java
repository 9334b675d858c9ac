package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.contractethics.IntegrationTest;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What minutes may tell, who may issue them, and whom they name. */
@IntegrationTest
class MinutesPagesIT {

    private static final String CHAIR = "ruth.castillo";
    private static final String OWNER = "tom.lindqvist";

    private final MockMvcTester mvc;
    private final BegunReviews begun;
    private final JdbcClient jdbc;
    private ReviewId review = ReviewId.valueOf("00000000-0000-4000-8000-000000000000");
    private ReviewHands hands;

    @Autowired
    MinutesPagesIT(MockMvcTester mvc, BegunReviews begun, JdbcClient jdbc) {
        this.mvc = mvc;
        this.begun = begun;
        this.jdbc = jdbc;
        this.hands = begun.hands(mvc, ContractId.valueOf("00000000-0000-4000-8000-000000000000"));
    }

    @BeforeEach
    void aVote() throws Exception {
        BegunReviews.Begun vote = begun.upToTheVote(mvc);
        review = vote.review();
        hands = vote.hands();
    }

    @Test
    void minutes_and_the_agenda_of_the_account_owner_tell_of_no_concern() throws Exception {
        String ahead = called();
        assertThat(word("dana.whitfield", ahead + "/agenda.docx")).contains("No open concern.");
        assertThat(word(OWNER, ahead + "/agenda.docx"))
                .contains("Account owners and their team are not told")
                .doesNotContain("No open concern.");

        String held = held(ahead);
        assertThat(issue(CHAIR, held)).hasStatus3xxRedirection();

        assertThat(word(OWNER, held + "/minutes/1.docx"))
                .contains("Hash of the documents")
                .doesNotContain("Open concerns");
    }

    @Test
    void minutes_that_were_issued_with_a_number_of_concerns_are_handed_to_their_issuer_alone() throws Exception {
        String held = held(called());
        assertThat(issue(CHAIR, held)).hasStatus3xxRedirection();
        jdbc.sql(
                        """
                        insert into review.panel_minutes (meeting_id, number, attendance, word, word_sha256, pdf, pdf_sha256, issued_by,
                            issued_at, for_issuer_alone)
                        select meeting_id, 2, attendance, word, word_sha256, pdf, pdf_sha256, issued_by, issued_at, true
                        from review.panel_minutes where meeting_id = :meeting
                        """)
                .param("meeting", id(held))
                .update();

        for (String reader : List.of(OWNER, "dana.whitfield", "august.lund")) {
            assertThat(hands.get(reader, held + "/minutes/2.pdf"))
                    .as(reader)
                    .hasStatus(HttpStatus.FORBIDDEN)
                    .bodyText()
                    .contains("Ask the panel chair to issue the minutes once more.")
                    .doesNotContain("open concern");
        }
        assertThat(hands.get(CHAIR, held + "/minutes/2.pdf")).hasStatusOk();
    }

    @Test
    void a_chair_who_stepped_back_from_a_case_issues_no_minutes_about_it() {
        String held = held(called());
        assertThat(hands.get(CHAIR, held)).bodyText().contains("Issue the minutes");
        jdbc.sql(
                        """
                        insert into review.recusal (id, review_id, person, stage, interest, declared_at)
                        values (gen_random_uuid(), :review, :chair, 'VOTE', 'SHARES', now())
                        """)
                .param("review", review.value())
                .param("chair", CHAIR)
                .update();

        assertThat(hands.get(CHAIR, held)).hasStatusOk().bodyText().doesNotContain("Issue the minutes");
        assertThat(issue(CHAIR, held))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("You declared a conflict of interest in this review");
        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into review.panel_minutes (meeting_id, number, attendance, word, word_sha256, pdf, pdf_sha256,
                                    issued_by, issued_at)
                                values (:meeting, 1, '{}', 'x', encode(sha256('x'), 'hex'), 'x', encode(sha256('x'), 'hex'), :chair, now())
                                """)
                        .param("meeting", id(held))
                        .param("chair", CHAIR)
                        .update())
                .hasMessageContaining("who declared a conflict issues no minutes about it");
    }

    private String called() {
        MvcTestResult called = hands.post(
                CHAIR,
                "/panel/meetings",
                Map.of(
                        "date",
                        LocalDate.now(ZoneOffset.UTC).plusDays(1),
                        "time",
                        "9:30",
                        "place",
                        "Room 4",
                        "cases",
                        review));
        assertThat(called).hasStatus3xxRedirection();
        return String.valueOf(called.getResponse().getRedirectedUrl());
    }

    private MvcTestResult issue(String person, String meeting) {
        return hands.post(person, meeting + "/minutes", Map.of("issues", "0"));
    }

    /** Nobody waits for tomorrow in a test: the same meeting once more, at this moment. */
    private String held(String meeting) {
        UUID id = UUID.randomUUID();
        for (String copy : List.of(
                "insert into review.panel_meeting (id, held_at, place, called_by, called_at) select :id,"
                        + " now(), place, called_by, called_at from review.panel_meeting where id = :meeting",
                "insert into review.panel_meeting_case (meeting_id, place, review_id, pass) select :id, place, review_id, pass"
                        + " from review.panel_meeting_case where meeting_id = :meeting")) {
            jdbc.sql(copy).param("id", id).param("meeting", id(meeting)).update();
        }
        return "/panel/meetings/" + id;
    }

    private static UUID id(String meeting) {
        return UUID.fromString(meeting.substring(meeting.lastIndexOf('/') + 1));
    }

    private String word(String person, String path) throws Exception {
        MvcTestResult answer = hands.get(person, path);
        assertThat(answer).as(path).hasStatusOk();
        try (XWPFDocument document = new XWPFDocument(
                        new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }
}
