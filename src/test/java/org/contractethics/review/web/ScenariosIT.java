package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The known cases of the procedure, each through the pages and the process up to its tier. */
@IntegrationTest
class ScenariosIT {

    private final MockMvcTester mvc;
    private final BehindPages pages;
    private final ContractRegister contracts;
    private final Reviews reviews;
    private final RegisteringContracts registering;
    private final DocumentStories stories;
    private final Policy policy;

    @Autowired
    ScenariosIT(
            MockMvcTester mvc,
            BehindPages pages,
            ContractRegister contracts,
            Reviews reviews,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            Policy policy) {
        this.mvc = mvc;
        this.pages = pages;
        this.contracts = contracts;
        this.reviews = reviews;
        this.registering = registering;
        this.policy = policy;
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @ParameterizedTest(name = "{0} is {11}")
    @CsvFileSource(resources = "/policy/scenarios.csv", numLinesToSkip = 1)
    void known_cases_get_their_tier_in_the_real_process(
            String scenario,
            String capabilities,
            AgencyType agencyType,
            String band,
            String agencyRecord,
            boolean conflict,
            boolean vulnerable,
            boolean gap,
            int capability,
            int agency,
            int context,
            String tier)
            throws Exception {
        ContractId contract = registered(scenario, Set.of(capabilities.split(" ")), agencyType);
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = new HandsBehindPages(mvc, contract, pages);
        ReviewId review = submitted(hands, contract);
        hands.workOff(review, "document-check", "priya.raman", Map.of("confirmed", "yes"));
        hands.workOff(review, "legal-stop", "leo.brandt", ReviewSteps.legal());

        hands.workOff(review, "triage", "tariq.osman", triage(band, agencyRecord, conflict, vulnerable, gap));

        assertThat(reviews.find(review).orElseThrow().tier()).as(scenario).isEqualTo(tier);
        assertThat(contracts.get(contract).tier()).isEqualTo(tier);
        assertThat(hands.casePage("dana.whitfield"))
                .contains(
                        capability + " of 4: ",
                        agency + " of 3: ",
                        context + " of 4: ",
                        "/rules/versions/" + policy.current().number() + "/tables/triage-tier#triage-tier-");
        assertThat(hands.casePage("erin.walsh")).contains("Why this tier");
    }

    private ContractId registered(String title, Set<String> capabilities, AgencyType agencyType) {
        ContractDraft draft = new ContractDraft(
                title + " " + UUID.randomUUID(),
                "",
                new Contract.Agency("Agency of " + title, null, agencyType, "US"),
                null,
                "Example Systems",
                null,
                List.of(),
                List.of("The agency itself"),
                capabilities,
                Set.of("IDENTITY"),
                Set.of("US"),
                new Contract.ContractValue(100_000L, 200_000L, "USD"),
                new Contract.Period(null, LocalDate.now(ZoneOffset.UTC).plusYears(1)),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null));
        return registering.register(draft, "FORM", DocumentStories.TOM).id();
    }

    private ReviewId submitted(ReviewHands hands, ContractId contract) {
        Map<String, String> intake = Map.of(
                "contract",
                contract.toString(),
                "end-use",
                "As in the contract",
                "planned-signature",
                LocalDate.now(ZoneOffset.UTC).plusDays(60).toString());
        assertThat(hands.post("tom.lindqvist", "/reviews", intake)).hasStatus3xxRedirection();
        return reviews.latestOf(contract).orElseThrow().id();
    }

    private static Map<String, String> triage(
            String band, String agencyRecord, boolean conflict, boolean vulnerable, boolean gap) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("sanctions", "no");
        answers.put("finding", "no");
        answers.put("collective", "no");
        answers.put("conflict", word(conflict));
        answers.put("record", agencyRecord);
        answers.put("band", band);
        answers.put("vulnerable", word(vulnerable));
        answers.put("gap", word(gap));
        return answers;
    }

    private static String word(boolean answer) {
        return answer ? "yes" : "no";
    }
}
