package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.record.EntryFilter;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.RecordReader;
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.panel.Lots;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Times;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of the panel, with the real record, process and people behind them. */
@IntegrationTest
class PanelPagesIT {

    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final ReviewSteps steps;
    private final RecordReader record;
    private final JdbcClient jdbc;
    private ContractId contract = ContractId.valueOf("00000000-0000-4000-8000-000000000000");
    private ReviewHands hands;
    private ReviewId review = ReviewId.valueOf("00000000-0000-4000-8000-000000000000");

    @Autowired
    PanelPagesIT(
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            RecordReader record,
            JdbcClient jdbc) {
        this.mvc = mvc;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
        this.record = record;
        this.jdbc = jdbc;
        this.hands = steps.hands(mvc, contract);
    }

    @BeforeEach
    void submit() throws Exception {
        contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        hands = steps.hands(mvc, contract);
        review = steps.submit(hands, contract);
    }

    @Test
    void a_vote_that_a_hold_ended_is_neither_shown_as_open_nor_offered_to_be_closed() throws Exception {
        steps.upToTheVote(hands, review);
        Drawn member = hands.drawn(review).get(0);
        hands.vote(review, member.person(), member.role(), "CONDITIONAL");
        assertThat(hands.casePage("ruth.castillo")).contains("1 vote is cast. It is sealed.");
        assertThat(hands.page("ruth.castillo", "/panel/meetings/new")).contains(review.toString());

        jdbc.sql("update review.review set closed_at = now() where id = :id")
                .param("id", review.value())
                .update();

        assertThat(hands.casePage("ruth.castillo")).doesNotContain("1 vote is cast. It is sealed.");
        assertThat(hands.page("ruth.castillo", "/reviews/" + review + "/panel"))
                .doesNotContain("/panel/seats\"", "Call a meeting");
        assertThat(hands.page("ruth.castillo", "/panel/meetings/new")).doesNotContain(review.toString());
    }

    @Test
    void the_drawing_is_in_the_record_and_the_root_hash_it_rests_on_was_that_of_the_record() throws Exception {
        steps.upToTheVote(hands, review);
        RecordEntry drawn = newest("panel-drawn");
        String root = drawn.text("recordRoot").orElseThrow();
        String nonce = drawn.text("nonce").orElseThrow();

        assertThat(drawn.text("seed")).contains(Lots.seed(review, 1, 1, root, nonce));
        assertThat(drawn.number("recordSize").orElseThrow()).isLessThanOrEqualTo(drawn.index());
        assertThat(hands.page("august.lund", "/reviews/" + review + "/panel"))
                .contains(root, nonce, "Draw again yourself", "sha256sum");
        assertThat(hands.get("erin.walsh", "/reviews/" + review + "/panel")).hasStatus(HttpStatus.NOT_FOUND);
        List<String> members =
                hands.drawn(review).stream().map(Drawn::person).sorted().toList();
        assertThat(drawn.list("members").stream()
                        .map(member -> String.valueOf(((Map<?, ?>) member).get("person")))
                        .sorted()
                        .toList())
                .isEqualTo(members);
    }

    @Test
    void the_live_count_is_the_same_whether_somebody_voted_or_abstained() throws Exception {
        steps.upToTheVote(hands, review);
        List<Drawn> members = hands.drawn(review);
        String position = "/reviews/" + review + "/vote/position";
        assertThat(hands.page("ruth.castillo", position)).contains("0 of 5 valid votes", "5 valid votes");

        hands.vote(review, members.get(0).person(), members.get(0).role(), "ABSTAIN");

        assertThat(hands.page("ruth.castillo", position))
                .contains("1 of 5 valid votes; still missing: 4 valid votes", "only if nobody did")
                .doesNotContain("Abstain<", "Because of");
        assertThat(hands.page("ruth.castillo", "/reviews/" + review + "/stages/vote"))
                .contains("there is no ballot for you", "hx-get=\"" + position + "\"", "every 5s");
        assertThat(hands.get("erin.walsh", position)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_panelist_who_was_not_drawn_is_told_why_there_is_no_ballot() throws Exception {
        steps.upToTheVote(hands, review);
        List<String> members = hands.drawn(review).stream().map(Drawn::person).toList();
        String undrawn = List.of("amir.haddad", "bea.novak", "carlos.diaz", "dina.yusuf", "emil.berg").stream()
                .filter(panelist -> !members.contains(panelist))
                .findFirst()
                .orElseThrow();

        assertThat(hands.get(undrawn, "/reviews/" + review + "/stages/vote"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("You do not sit on the panel of this review");
    }

    @Test
    void agenda_and_minutes_are_word_and_pdf_and_the_minutes_are_kept_with_their_hashes() throws Exception {
        steps.upToTheVote(hands, review);
        String ahead = call();
        String agenda = word(bytes("dana.whitfield", ahead + "/agenda.docx"));
        assertThat(agenda)
                .contains(
                        "Agenda of the panel",
                        "Open concerns",
                        "Panel, drawn by lot",
                        "quorum",
                        "No advice was given.");
        assertThat(pdf(bytes("dana.whitfield", ahead + "/agenda.pdf"))).contains("Agenda of the panel");
        await().untilAsserted(() -> assertThat(invitation(ahead))
                .contains("On " + Times.words(today().plusDays(1)) + ", 09:30 UTC, Room 4."));
        assertThat(hands.post("ruth.castillo", ahead + "/minutes", Map.of()))
                .as("before the meeting")
                .hasStatus(HttpStatus.CONFLICT);
        String meeting = heldNow(ahead);
        String first = hands.drawn(review).get(0).person();
        assertThat(hands.post("dana.whitfield", meeting + "/minutes", Map.of("present", first)))
                .hasStatus(HttpStatus.FORBIDDEN);

        assertThat(hands.post("ruth.castillo", meeting + "/minutes", Map.of("present", first)))
                .hasStatus3xxRedirection();
        assertThat(word(bytes("ruth.castillo", meeting + "/minutes/1.docx")))
                .contains("A vote is still sealed")
                .doesNotContain("Because of");
        String dissenter = steps.voteAndClose(hands, review);
        hands.workOff(review, "decision", "ruth.castillo", ReviewSteps.decision());
        assertThat(hands.post("ruth.castillo", meeting + "/minutes", Map.of("present", first, "issues", "1")))
                .hasStatus3xxRedirection();

        byte[] word = bytes("august.lund", meeting + "/minutes/2.docx");
        byte[] pdf = bytes("august.lund", meeting + "/minutes/2.pdf");
        long entry = newest("decision-recorded").index();
        assertThat(word(word))
                .contains(
                        "Because of " + dissenter,
                        "No use for removal",
                        "entry " + entry + " of the record",
                        "Present");
        assertThat(pdf(pdf)).contains("Because of " + dissenter, "entry " + entry + " of the record");
        RecordEntry issued = newest("minutes-issued");
        assertThat(issued.text("wordSha256")).contains(sha256(word));
        assertThat(issued.text("pdfSha256")).contains(sha256(pdf));
        assertThat(hands.page("dana.whitfield", "/reviews/" + review + "/panel"))
                .contains(meeting + "/minutes/1.docx", meeting + "/minutes/2.pdf");
        assertThat(hands.get("erin.walsh", meeting + "/minutes/2.pdf")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.get("erin.walsh", meeting + "/agenda.pdf")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.get("august.lund", meeting + "/minutes/9.pdf")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.get("august.lund", meeting + "/minutes/2.exe")).hasStatus(HttpStatus.NOT_FOUND);
    }

    private String call() throws Exception {
        MvcTestResult wrong = hands.post(
                "ruth.castillo", "/panel/meetings", Map.of("date", "2020-01-01", "time", "9:30", "place", "Room 4"));
        assertThat(wrong)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("A meeting is called before it takes place.", "Choose at least one review.", "Room 4");
        MvcTestResult called = hands.post(
                "ruth.castillo",
                "/panel/meetings",
                Map.of("date", today().plusDays(1), "time", "9:30", "place", "Room 4", "cases", review));
        assertThat(called).hasStatus3xxRedirection();
        return String.valueOf(called.getResponse().getRedirectedUrl());
    }

    private Optional<String> invitation(String meeting) {
        return jdbc.sql("select text from notification.notice where link = :link limit 1")
                .param("link", meeting)
                .query(String.class)
                .optional();
    }

    /** Nobody waits for tomorrow in a test: the same meeting once more, at this moment. */
    private String heldNow(String meeting) {
        UUID id = UUID.randomUUID();
        for (String copy : List.of(
                "insert into review.panel_meeting select :id, now(), place, called_by, called_at from review.panel_meeting where id = :meeting",
                "insert into review.panel_meeting_case select :id, place, review_id, pass from review.panel_meeting_case where meeting_id = :meeting")) {
            jdbc.sql(copy)
                    .param("id", id)
                    .param("meeting", UUID.fromString(meeting.substring(meeting.lastIndexOf('/') + 1)))
                    .update();
        }
        return "/panel/meetings/" + id;
    }

    @Test
    void the_chair_keeps_terms_and_nobody_else_does() throws Exception {
        Map<String, Object> term = new HashMap<>(Map.of(
                "person", "elena.rossi",
                "role", "EMPLOYEE_PANELIST",
                "from", today(),
                "until", today(),
                "basis", "ELECTED",
                "chosen-by", ""));
        assertThat(hands.page("amir.haddad", "/panel"))
                .contains("No terms are kept for")
                .doesNotContain("Enter a term");
        assertThat(hands.post("amir.haddad", "/panel/terms", term)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(hands.post("ruth.castillo", "/panel/terms", term))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "This person does not hold this role.",
                        "The last day is after the first.",
                        "Say who elected, drew or appointed them.");
        term.put("person", "ruth.castillo");
        assertThat(hands.post("ruth.castillo", "/panel/terms", term))
                .bodyText()
                .contains("Nobody keeps a term of their own.");
    }

    @Test
    void a_delegate_does_the_task_of_the_absent_and_it_says_so_everywhere() throws Exception {
        hands.workOff(review, "document-check", "priya.raman", ReviewSteps.documents());
        hands.workOff(review, "legal-stop", "leo.brandt", ReviewSteps.legal());
        hands.workOff(review, "triage", "tariq.osman", ReviewSteps.triage());
        hands.claim("dana.whitfield");
        String research = "/reviews/" + review + "/stages/research";
        assertThat(hands.get("helen.okafor", research)).hasStatus(HttpStatus.CONFLICT);
        String absence = declare("dana.whitfield", "helen.okafor");
        try {
            assertThat(hands.page("helen.okafor", "/absence")).contains("You stand in for", "Dana Whitfield");
            assertThat(hands.casePage("helen.okafor")).contains("On behalf of Dana Whitfield");
            assertThat(hands.page("helen.okafor", "/inbox/mine?q=" + reference()))
                    .contains(research);
            assertThat(hands.get("elena.rossi", research)).hasStatus(HttpStatus.FORBIDDEN);

            hands.send(review, "research", "helen.okafor", ReviewSteps.research());
        } finally {
            assertThat(hands.post("dana.whitfield", "/absence/" + absence + "/withdraw", Map.of()))
                    .hasStatus3xxRedirection();
        }

        assertThat(hands.casePage("august.lund")).contains("Helen Okafor on behalf of Dana Whitfield");
        assertThat(newest("stage-completed").text("onBehalfOf")).contains("dana.whitfield");
        assertThat(newest("stage-completed").actor()).isEqualTo("helen.okafor");
        assertThat(hands.page("august.lund", "/reviews/" + review + "/record"))
                .contains("Helen Okafor on behalf of Dana Whitfield");
    }

    @Test
    void an_absence_that_is_over_or_withdrawn_gives_nothing_away() throws Exception {
        hands.claim("priya.raman");
        String check = "/reviews/" + review + "/stages/document-check";
        String absence = declare("priya.raman", "leo.brandt");
        assertThat(hands.get("leo.brandt", check)).hasStatusOk();

        assertThat(hands.post("leo.brandt", "/absence/" + absence + "/withdraw", Map.of()))
                .as("only the own absence")
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hands.post("priya.raman", "/absence/" + absence + "/withdraw", Map.of()))
                .hasStatus3xxRedirection();

        assertThat(hands.get("leo.brandt", check)).hasStatus(HttpStatus.CONFLICT);
        assertThat(hands.post("priya.raman", "/absence/" + absence + "/withdraw", Map.of()))
                .hasStatus(HttpStatus.CONFLICT);
    }

    private String declare(String person, String delegate) throws Exception {
        assertThat(hands.post(
                        person,
                        "/absence",
                        Map.of("from", today(), "until", today().plusDays(2), "delegate", delegate)))
                .hasStatus3xxRedirection();
        Matcher withdraw = Pattern.compile("/absence/([0-9a-f-]+)/withdraw").matcher(hands.page(person, "/absence"));
        assertThat(withdraw.find()).isTrue();
        return withdraw.group(1);
    }

    private String reference() {
        return record.newest(EntryFilter.ofContract(contract), Long.MAX_VALUE, 50).stream()
                .flatMap(entry -> entry.text("reference").stream())
                .findFirst()
                .orElseThrow();
    }

    private RecordEntry newest(String kind) {
        EntryFilter filter = new EntryFilter(kind, null, contract, null, null, null);
        return record.newest(filter, Long.MAX_VALUE, 1).get(0);
    }

    private byte[] bytes(String person, String path) {
        MvcTestResult answer = hands.get(person, path);
        assertThat(answer).as(path).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        return answer.getResponse().getContentAsByteArray();
    }

    private static String word(byte[] bytes) throws Exception {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes));
                org.apache.poi.xwpf.extractor.XWPFWordExtractor text =
                        new org.apache.poi.xwpf.extractor.XWPFWordExtractor(document)) {
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getStyle))
                    .contains("Title", "Heading1", "Heading2");
            return text.getText();
        }
    }

    private static String pdf(byte[] bytes) throws Exception {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).startsWith("en");
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
