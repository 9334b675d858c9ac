package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.ReviewCases;
import org.contractethics.review.web.BegunReviews.Begun;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** S4: who pays counts as who awards, and what is not there to be read is a gap (S2). */
@IntegrationTest
class TierInputsIT {

    private static final Agency BUYER =
            new Agency("Services " + UUID.randomUUID(), null, AgencyType.GENERAL_ADMINISTRATION, "US");
    private static final String HOSTS = "1. Services. The Provider hosts files.";
    private static final Agency USER =
            new Agency("Immigration " + UUID.randomUUID(), null, AgencyType.IMMIGRATION_ENFORCEMENT, "US");

    private final MockMvcTester mvc;
    private final BehindPages pages;
    private final RegisteringContracts registering;
    private final ReviewCases cases;
    private final DocumentStories stories;
    private final Reviews reviews;
    private final JdbcClient database;

    @Autowired
    TierInputsIT(
            MockMvcTester mvc,
            BehindPages pages,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            ReviewCases cases,
            Reviews reviews,
            JdbcClient database) {
        this.mvc = mvc;
        this.pages = pages;
        this.registering = registering;
        this.cases = cases;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.reviews = reviews;
        this.database = database;
    }

    @Test
    void who_buys_for_another_agency_does_not_stand_in_front_of_it() throws Exception {
        assertThat(triaged(BUYER, null, "CLOUD_HOSTING", HOSTS).tier()).isEqualTo(Tier.T1);
        assertThat(triaged(BUYER, USER, "CLOUD_HOSTING", HOSTS).tier()).isEqualTo(Tier.T3);
        assertThat(triaged(USER, BUYER, "CLOUD_HOSTING", HOSTS).tier()).isEqualTo(Tier.T3);
    }

    @Test
    void a_class_of_the_paying_agency_that_is_not_known_is_a_gap() throws Exception {
        Agency unknown = new Agency("Bureau of " + UUID.randomUUID(), null, AgencyType.UNKNOWN, "US");

        assertThat(triaged(BUYER, null, "CLOUD_HOSTING", HOSTS).tier()).isEqualTo(Tier.T1);
        assertThat(triaged(BUYER, unknown, "CLOUD_HOSTING", HOSTS).tier()).isEqualTo(Tier.T2);
    }

    @Test
    void a_document_that_is_made_part_of_the_contract_and_is_not_here_is_a_gap_and_published_law_is_none()
            throws Exception {
        assertThat(triaged(
                                BUYER,
                                null,
                                "CLOUD_HOSTING",
                                "1. Law. FAR 52.222-50 Combating Trafficking in Persons is incorporated by reference.")
                        .tier())
                .isEqualTo(Tier.T1);

        assertThat(triaged(
                                BUYER,
                                null,
                                "CLOUD_HOSTING",
                                "1. Use. The Agency uses the Services subject to the Acceptable Use Policy available at"
                                        + " https://example.com/aup.")
                        .tier())
                .isEqualTo(Tier.T2);
    }

    @Test
    void what_is_cited_of_an_agency_counts_whatever_was_answered() throws Exception {
        Agency detains = new Agency("Reception centres " + UUID.randomUUID(), null, AgencyType.HEALTH, "NL");
        Agency alleged = new Agency("Clinics " + UUID.randomUUID(), null, AgencyType.HEALTH, "NL");
        cite(detains, "SYSTEMATIC");
        cite(alleged, "ALLEGATIONS");

        ReviewCase review = triaged(detains, null, "CLOUD_HOSTING", HOSTS);

        assertThat(review.tier()).isEqualTo(Tier.T3);
        assertThat(triaged(BUYER, detains, "CLOUD_HOSTING", HOSTS).tier())
                .as("who pays counts, too")
                .isEqualTo(Tier.T3);
        assertThat(triaged(alleged, null, "CLOUD_HOSTING", HOSTS).tier())
                .as("allegations alone raise nothing in the table")
                .isEqualTo(Tier.T1);
        assertThat(new ReviewHands(mvc, review.contract()).page("priya.raman", "/contracts/" + review.contract()))
                .contains("Systematic violations: Committee against Torture, Visit to " + detains.name());
    }

    @Test
    void who_gains_by_a_contract_with_an_agency_takes_nothing_back_that_is_cited_of_it() throws Exception {
        Agency agency = new Agency("Guards " + UUID.randomUUID(), null, AgencyType.POLICE, "NL");
        UUID finding = cite(agency, "DOCUMENTED");
        Map<String, String> because = Map.of("reason", "The committee took the report back in its next session.");
        String path = "/agencies/findings/" + finding + "/withdrawal";
        Begun begun = submitted(agency, null, "CLOUD_HOSTING", HOSTS, "dana.whitfield");

        assertThat(begun.hands().post("dana.whitfield", path, because))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("You gain by a contract with this agency");
        assertThat(begun.hands().post("leo.brandt", path, because)).hasStatus3xxRedirection();
        assertThat(begun.hands()
                        .post("dana.whitfield", path + "/ruling", Map.of("accepted", "true", "ruling", "I agree.")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(begun.hands()
                        .post("priya.raman", path + "/ruling", Map.of("accepted", "true", "ruling", "I agree.")))
                .hasStatus3xxRedirection();
    }

    private UUID cite(Agency agency, String level) {
        Map<String, String> fields = Map.of(
                "agency",
                agency.name(),
                "level",
                level,
                "source",
                "Committee against Torture",
                "title",
                "Visit to " + agency.name(),
                "found-on",
                "2018-06-19",
                "summary",
                "Children were kept from their parents for weeks.");
        assertThat(new ReviewHands(mvc, new ContractId(UUID.randomUUID()))
                        .post("helen.okafor", "/agencies/findings", fields))
                .hasStatus3xxRedirection();
        return database.sql("select id from screening.agency_finding where agency = :agency")
                .param("agency", agency.name())
                .query(UUID.class)
                .single();
    }

    private Begun submitted(Agency awarding, @Nullable Agency paying, String capability, String paragraph)
            throws Exception {
        return submitted(awarding, paying, capability, paragraph, "");
    }

    /** @param team account name of somebody on the account team; empty for nobody */
    private Begun submitted(Agency awarding, @Nullable Agency paying, String capability, String paragraph, String team)
            throws Exception {
        ContractId contract = registered(awarding, paying, capability);
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.docx(paragraph))
                .id());
        ReviewHands hands = new HandsBehindPages(mvc, contract, pages);
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
                                team)))
                .hasStatus3xxRedirection();
        return new Begun(contract, reviews.latestOf(contract).orElseThrow().id(), hands);
    }

    private ReviewCase triaged(Agency awarding, @Nullable Agency paying, String capability, String paragraph)
            throws Exception {
        Begun begun = submitted(awarding, paying, capability, paragraph);
        ReviewHands hands = begun.hands();
        ReviewId review = begun.review();
        hands.workOff(review, "document-check", "priya.raman", Map.of("confirmed", "yes"));
        hands.workOff(review, "legal-stop", "leo.brandt", ReviewSteps.legal());
        Map<String, String> answers = new HashMap<>(ReviewSteps.triage());
        answers.put("vulnerable", "no");
        answers.put("record", "NONE");
        hands.workOff(review, "triage", "tariq.osman", answers);
        return cases.get(review);
    }

    private ContractId registered(Agency awarding, @Nullable Agency paying, String capability) {
        ContractDraft draft = new ContractDraft(
                "Hosting " + UUID.randomUUID(),
                "",
                awarding,
                paying,
                "Example Systems",
                null,
                List.of(),
                List.of("The agency itself"),
                Set.of(capability),
                Set.of("IDENTITY"),
                Set.of("US"),
                new Contract.ContractValue(100_000L, 200_000L, "USD"),
                new Contract.Period(null, LocalDate.now(ZoneOffset.UTC).plusYears(1)),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null));
        return registering.register(draft, "FORM", DocumentStories.TOM).id();
    }
}
