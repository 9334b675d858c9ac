package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.review.web.LearnedStories.CHAIR;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.contractethics.IntegrationTest;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Times;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What was written since a triage stands marked before those who decide, also where it changed no tier. */
@IntegrationTest
class MarkedSinceTriageIT {

    private final String since = "Recorded since the triage on " + Times.words(LocalDate.now(ZoneOffset.UTC)) + ". ";
    private final String stayed = since + "The tier was looked at again with it and stayed T3.";
    private final String waits = since + "The tier is being looked at again with it";

    private final MockMvcTester mvc;
    private final LearnedStories stories;
    private final JdbcClient database;

    @Autowired
    MarkedSinceTriageIT(MockMvcTester mvc, LearnedStories stories, JdbcClient database) {
        this.mvc = mvc;
        this.stories = stories;
        this.database = database;
    }

    @BeforeEach
    void byHand() {
        stories.byHand();
    }

    @AfterEach
    void byItself() {
        stories.byItself();
    }

    @Test
    void what_the_triage_knew_is_not_marked_and_what_changed_no_tier_is() throws Exception {
        Begun review = stories.submitted(mvc);
        same(review);
        ReviewSteps.upToResearch(review.hands(), review.review());
        assertThat(panel(review, "dana.whitfield"))
                .contains("Credible allegations")
                .doesNotContain("Recorded since");

        same(review);

        assertThat(marks(panel(review, "dana.whitfield"), waits)).isOne();
        stories.weigh(review.contract());
        for (String person : new String[] {"dana.whitfield", CHAIR, "tom.lindqvist", "august.lund"}) {
            String panel = panel(review, person);
            assertThat(marks(panel, stayed)).as(person).isOne();
            assertThat(marks(panel, "<li")).as("two findings and the register").isEqualTo(3);
        }
    }

    @Test
    void what_gives_a_higher_tier_says_so_until_the_next_triage_knows_it() throws Exception {
        Begun review = stories.submitted(mvc);
        ReviewSteps.upToResearch(review.hands(), review.review());
        assertThat(stories.worse(review.contract(), review.hands())).hasStatus3xxRedirection();
        stories.weigh(review.contract());
        assertThat(panel(review, CHAIR)).contains(since + "With it the tables give T4, a higher tier than T3.");

        ReviewSteps.upToResearch(review.hands(), review.review());

        assertThat(panel(review, CHAIR)).contains("Systematic").doesNotContain("Recorded since");
    }

    @Test
    void a_country_stands_there_where_its_record_is_of_since_the_triage() throws Exception {
        assertThat(LearnedStories.rate(new ReviewHands(mvc, new ContractId(UUID.randomUUID())), "TO", "LOW"))
                .hasStatus3xxRedirection();
        Begun review = stories.triaged(mvc, "Border agency of " + UUID.randomUUID(), "TO");
        assertThat(panel(review, CHAIR)).doesNotContain("Of its countries");

        assertThat(LearnedStories.rate(review.hands(), "TO", "MEDIUM")).hasStatus3xxRedirection();
        stories.weigh(review.contract());

        String panel = panel(review, CHAIR);
        assertThat(panel).contains("Of its countries, since the triage", "Tonga: band medium", stayed);
        assertThat(panel).doesNotContain("Tonga: band low");
    }

    @Test
    void the_agenda_of_the_panel_marks_it_too() throws Exception {
        Begun voting = stories.upToTheVote(mvc);
        same(voting);
        stories.weigh(voting.contract());
        MvcTestResult called = voting.hands()
                .post(
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
                                voting.review()));
        assertThat(called).hasStatus3xxRedirection();
        String agenda = called.getResponse().getRedirectedUrl() + "/agenda.docx";

        assertThat(word(voting, "dana.whitfield", agenda)).contains("Found of the agency", ". " + stayed);
        assertThat(voting.hands().get("erin.walsh", agenda)).as("staff").hasStatus(404);
    }

    /** H18: who may not read the facts of the contract reads neither the agency nor what is said of it. */
    @Test
    void who_reads_the_contract_with_a_redacted_agency_sees_none_of_it() throws Exception {
        Begun review = stories.submitted(mvc);
        ReviewSteps.upToResearch(review.hands(), review.review());
        same(review);
        stories.weigh(review.contract());
        ReviewHands hands = review.hands();
        String redaction = "/contracts/" + review.contract() + "/redaction";
        assertThat(hands.post(
                        "tom.lindqvist",
                        redaction,
                        Map.of(
                                "fields", "AGENCY",
                                "reason", "The tender is still open.",
                                "endsOn", LocalDate.now(ZoneOffset.UTC).plusMonths(1))))
                .hasStatus3xxRedirection();
        UUID asked = database.sql("select id from contract.redaction where contract_id = :contract")
                .param("contract", review.contract().value())
                .query(UUID.class)
                .single();
        assertThat(hands.post(CHAIR, redaction + "/" + asked + "/approve", Map.of("why", "")))
                .hasStatus3xxRedirection();

        for (String person : new String[] {"erin.walsh", "lena.hoffman"}) {
            assertThat(hands.casePage(person))
                    .as(person)
                    .doesNotContain("Found of the agency", "Recorded since", stories.agency(review.contract()));
        }
        assertThat(panel(review, "dana.whitfield")).contains(stayed);
    }

    private void same(Begun review) {
        assertThat(stories.same(review.contract(), review.hands())).hasStatus3xxRedirection();
    }

    private static int marks(String panel, String words) {
        return panel.split(Pattern.quote(words), -1).length - 1;
    }

    /** "Found of the agency" on the case page. */
    private static String panel(Begun review, String person) throws Exception {
        String page = review.hands().casePage(person);
        int at = page.indexOf("id=\"agency-record\"");
        assertThat(at).as("%s sees the panel", person).isPositive();
        return page.substring(at, page.indexOf("</section>", at));
    }

    private static String word(Begun review, String person, String path) throws Exception {
        MvcTestResult answer = review.hands().get(person, path);
        assertThat(answer).as(path).hasStatusOk();
        try (XWPFDocument document = new XWPFDocument(
                        new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()));
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }
}
