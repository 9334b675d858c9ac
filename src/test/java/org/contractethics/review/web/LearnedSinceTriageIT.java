package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.Contract.Agency;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy.Tier;
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Notice;
import org.contractethics.shared.ReviewId;
import org.contractethics.shared.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is written of an agency or a country after the triage of a contract is not forgotten (H16). */
@IntegrationTest
@RecordApplicationEvents
class LearnedSinceTriageIT {

    private final MockMvcTester mvc;
    private final RegisteringContracts registering;
    private final ReviewCases cases;
    private final LearnedStories learning;
    private final DocumentStories stories;
    private final Reviews reviews;
    private final JdbcClient database;
    private final Agency agency = new Agency("Reception centres " + UUID.randomUUID(), null, AgencyType.HEALTH, "NL");

    @Autowired
    private ApplicationEvents events;

    @Autowired
    @SuppressWarnings("NullAway") // the events are there before any test
    LearnedSinceTriageIT(
            MockMvcTester mvc,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            ReviewCases cases,
            Reviews reviews,
            JdbcClient database,
            LearnedStories learning) {
        this.learning = learning;
        this.mvc = mvc;
        this.registering = registering;
        this.cases = cases;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.reviews = reviews;
        this.database = database;
    }

    @BeforeEach
    void byHand() {
        learning.byHand();
    }

    @AfterEach
    void byItself() {
        learning.byItself();
    }

    @Test
    void a_finding_that_gives_a_higher_tier_sends_an_open_review_back_to_be_triaged_anew() throws Exception {
        Begun begun = triaged();
        assertThat(cases.get(begun.review()).tier()).isEqualTo(Tier.T1);
        int pass = cases.get(begun.review()).pass();

        cite("SYSTEMATIC");
        learning.weigh(begun.contract());

        assertThat(cases.get(begun.review()).pass()).isEqualTo(pass + 1);
        assertThat(recorded(begun.contract())).contains("learned-since-triage", "review-triaged-anew");
        assertThat(learned(begun.review())).containsExactly("T3");
        assertThat(told(begun.contract())).singleElement().satisfies(notice -> {
            assertThat(notice.roles())
                    .containsExactlyInAnyOrder(Role.TRIAGE_OFFICER, Role.HR_REVIEWER, Role.PANEL_CHAIR);
            assertThat(notice.isFor("tom.lindqvist")).as("the account owner").isFalse();
        });
        assertThatThrownBy(() -> database.sql("update review.review set table_tier = 'T2', tier = 'T2' where id = :id")
                        .param("id", begun.review().value())
                        .update())
                .hasMessageContaining("the contract was triaged higher before");
    }

    @Test
    void what_gives_no_higher_tier_or_is_of_another_agency_changes_nothing() throws Exception {
        Begun begun = triaged();
        int pass = cases.get(begun.review()).pass();

        cite("ALLEGATIONS");
        cite("Another " + agency.name(), "SYSTEMATIC");
        learning.weigh(begun.contract());

        assertThat(cases.get(begun.review()).pass()).isEqualTo(pass);
        assertThat(learned(begun.review())).isEmpty();
        assertThat(recorded(begun.contract())).doesNotContain("learned-since-triage");
    }

    @Test
    void the_record_of_a_country_of_use_does_the_same_and_one_of_another_country_does_not() throws Exception {
        Begun there = submitted("KI");
        triage(there);
        Begun elsewhere = submitted("NR");
        triage(elsewhere);

        assertThat(new ReviewHands(mvc, there.contract())
                        .post(
                                "ines.duarte",
                                "/countries/records",
                                Map.of(
                                        "country", "KI",
                                        "band", "CRITICAL",
                                        "conflict", "true",
                                        "indices", "Index of a test, 2025: 0.01\nAnother index, 2025: 2 of 100",
                                        "reading", "Both stand at their lowest, and there is war since this spring.")))
                .hasStatus3xxRedirection();
        assertThat(learning.waiting(elsewhere.contract())).isZero();
        learning.weigh(there.contract());

        assertThat(learned(there.review())).hasSize(1);
        assertThat(recorded(there.contract())).contains("learned-since-triage", "review-triaged-anew");
        assertThat(learned(elsewhere.review())).isEmpty();
    }

    @Test
    void a_review_that_was_not_triaged_yet_learns_it_from_its_triage() throws Exception {
        Begun begun = submitted();

        cite("SYSTEMATIC");

        assertThat(learning.waiting(begun.contract())).isZero();
        triage(begun);
        assertThat(cases.get(begun.review()).tier()).isEqualTo(Tier.T3);
    }

    private List<String> learned(ReviewId review) {
        return database.sql("select tier from review.learned_since_triage where review_id = :review")
                .param("review", review.value())
                .query(String.class)
                .list();
    }

    private List<String> recorded(ContractId contract) {
        return database.sql("select kind from record.entry where encode(body, 'escape') like :id")
                .param("id", "%" + contract + "%")
                .query(String.class)
                .list();
    }

    private List<Notice> told(ContractId contract) {
        return events.stream(Notice.class)
                .filter(notice -> notice.toString().contains(contract.toString())
                        && notice.toString().contains("learned since the triage"))
                .toList();
    }

    private UUID cite(String level) {
        return cite(agency.name(), level);
    }

    private UUID cite(String name, String level) {
        Map<String, String> fields = Map.of(
                "agency",
                name,
                "level",
                level,
                "source",
                "Committee against Torture",
                "title",
                "Visit to " + name,
                "found-on",
                "2018-06-19",
                "summary",
                "Children were kept from their parents for weeks.");
        assertThat(new ReviewHands(mvc, new ContractId(UUID.randomUUID()))
                        .post("helen.okafor", "/agencies/findings", fields))
                .hasStatus3xxRedirection();
        return database.sql("select id from screening.agency_finding where agency = :agency")
                .param("agency", name)
                .query(UUID.class)
                .single();
    }

    private Begun triaged() throws Exception {
        Begun begun = submitted();
        triage(begun);
        return begun;
    }

    private static void triage(Begun begun) throws Exception {
        ReviewHands hands = begun.hands();
        hands.workOff(begun.review(), "document-check", "priya.raman", Map.of("confirmed", "yes"));
        hands.workOff(begun.review(), "legal-stop", "leo.brandt", ReviewSteps.legal());
        Map<String, String> answers = new HashMap<>(ReviewSteps.triage());
        answers.put("vulnerable", "no");
        answers.put("record", "NONE");
        hands.workOff(begun.review(), "triage", "tariq.osman", answers);
    }

    private Begun submitted() throws Exception {
        return submitted("US");
    }

    private Begun submitted(String countryOfUse) throws Exception {
        ContractDraft draft = new ContractDraft(
                "Hosting " + UUID.randomUUID(),
                "",
                agency,
                null,
                "Example Systems",
                null,
                List.of(),
                List.of("The agency itself"),
                Set.of("CLOUD_HOSTING"),
                Set.of("IDENTITY"),
                Set.of(countryOfUse),
                new Contract.ContractValue(100_000L, 200_000L, "USD"),
                new Contract.Period(null, LocalDate.now(ZoneOffset.UTC).plusYears(1)),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null));
        ContractId contract =
                registering.register(draft, "FORM", DocumentStories.TOM).id();
        stories.read(stories.added(
                        contract, "contract.docx", DocumentFixtures.docx("1. Services. The Provider hosts files."))
                .id());
        ReviewHands hands = new ReviewHands(mvc, contract);
        String signature = LocalDate.now(ZoneOffset.UTC).plusDays(90).toString();
        assertThat(hands.post(
                        "tom.lindqvist",
                        "/reviews",
                        Map.of(
                                "contract",
                                contract.toString(),
                                "end-use",
                                "As in the contract",
                                "planned-signature",
                                signature,
                                "account-team",
                                "")))
                .hasStatus3xxRedirection();
        return new Begun(contract, reviews.latestOf(contract).orElseThrow().id(), hands);
    }
}
