package org.contractethics.review.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.contractethics.IntegrationTest;
import org.contractethics.People;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractFixtures;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Which class an agency has is a rule: it changes by a version of the policy, and triage goes by the version in force (H16). */
@IntegrationTest
class AgencyClassOfVersionIT {

    private final MockMvcTester mvc;
    private final PolicyInForce policy;
    private final ContractRegister contracts;
    private final RegisteringContracts registering;
    private final DocumentStories stories;
    private final ReviewSteps steps;
    private final JdbcClient database;
    private final String agency = "Odd institute " + UUID.randomUUID();

    @Autowired
    AgencyClassOfVersionIT(
            MockMvcTester mvc,
            PolicyInForce policy,
            ContractRegister contracts,
            Reviews reviews,
            BehindPages pages,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            JdbcClient database) {
        this.mvc = mvc;
        this.policy = policy;
        this.contracts = contracts;
        this.registering = registering;
        this.stories = new DocumentStories(registering, uploading, documents);
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.database = database;
    }

    @Test
    void triage_and_register_go_by_the_list_of_the_version_in_force_and_not_by_what_was_stated() throws Exception {
        ContractId contract = registered();
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = inTriage(hands, contract);

        String version = proposed(agency.toLowerCase(Locale.ROOT) + ",,,POLICE,");
        assertThat(hands.page("dana.whitfield", version))
                .contains("Agencies", agency.toLowerCase(Locale.ROOT), "police", "No such entry");
        assertThat(triagePage(hands, review)).contains(agency + ", Culture").doesNotContain("by the list of agencies");
        approve(hands, version);

        assertThat(triagePage(hands, review))
                .contains(agency + ", Police by the list of agencies in force; registered as Culture");
        hands.send(review, "triage", "tariq.osman", ReviewSteps.triage());
        assertThat(input(review, "agencyType")).isEqualTo("POLICE");
        assertThat(hands.page("erin.walsh", "/rules/agencies")).contains(agency.toLowerCase(Locale.ROOT));
        assertThat(hands.page("erin.walsh", version + "/agencies")).contains(agency.toLowerCase(Locale.ROOT));

        ContractId later = byForm();
        assertThat(contracts.get(later).awardingAgency().type())
                .as("a form cannot talk it down")
                .isEqualTo(AgencyType.POLICE);
    }

    @Test
    void a_list_that_lost_a_red_flag_is_refused_with_what_is_wrong_and_keeps_what_was_typed() throws Exception {
        String without =
                policy.now().complete().file("red-flag-facts.csv").orElseThrow().replaceAll("(?m)^K20.*\n", "");

        MvcTestResult answer = propose("red-flag-facts.csv", without, "Less to weigh.");

        assertThat(answer).hasStatus(422).bodyText().contains("lacks a red flag", "K20", "Less to weigh.");
    }

    @Test
    void people_of_the_company_read_the_names_of_red_flags_and_others_their_numbers() throws Exception {
        ReviewHands hands = steps.hands(mvc, registered());

        assertThat(hands.page("erin.walsh", "/rules/red-flag-facts")).contains("K20 Intrusion into devices");
        assertThat(hands.page("fatima.noor", "/rules/red-flag-facts"))
                .contains("K20")
                .doesNotContain("Intrusion into devices");
    }

    private ContractId registered() {
        return registering.register(draft(), "FORM", DocumentStories.TOM).id();
    }

    private ContractDraft draft() {
        return new ContractDraft(
                "Catalogue " + UUID.randomUUID(),
                "A catalogue",
                new Contract.Agency(agency, null, AgencyType.CULTURE, "NL"),
                null,
                "Example Systems",
                null,
                List.of(),
                List.of("Readers"),
                Set.of("PUBLIC_WEBSITE"),
                Set.of("IDENTITY"),
                Set.of("NL"),
                new Contract.ContractValue(100_000L, 200_000L, "USD"),
                new Contract.Period(null, LocalDate.now(ZoneOffset.UTC).plusYears(1)),
                Contract.Secrecy.NONE,
                new Contract.Identifiers(null, null, null));
    }

    private ContractId byForm() {
        var form = ContractFixtures.aForm(
                "Odd " + UUID.randomUUID(), UUID.randomUUID().toString());
        MvcTestResult saved = mvc.post()
                .uri("/contracts/new")
                .param("title", form.title())
                .param("description", form.description())
                .param("agencyName", agency)
                .param("agencyType", AgencyType.CULTURE.name())
                .param("agencyCountry", "NL")
                .param("supplier", form.supplier())
                .param("endUsers", form.endUsers())
                .param("capabilities", "PUBLIC_WEBSITE")
                .param("dataKinds", "IDENTITY")
                .param("countries", "Netherlands")
                .param("obligated", "1000")
                .param("currency", "USD")
                .param("start", "2026-01-01")
                .param("end", "2027-01-01")
                .param("secrecy", "NONE")
                .with(People.signedInAs("tom.lindqvist"))
                .with(csrf())
                .exchange();
        assertThat(saved).hasStatus3xxRedirection();
        String page = String.valueOf(saved.getResponse().getRedirectedUrl());
        return ContractId.valueOf(page.substring(page.lastIndexOf('/') + 1));
    }

    private ReviewId inTriage(ReviewHands hands, ContractId contract) throws Exception {
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewId review = steps.submit(hands, contract);
        hands.workOff(review, "document-check", "priya.raman", ReviewSteps.documents());
        hands.workOff(review, "legal-stop", "leo.brandt", ReviewSteps.legal());
        hands.claim("tariq.osman");
        return review;
    }

    private static String triagePage(ReviewHands hands, ReviewId review) throws Exception {
        return hands.page("tariq.osman", "/reviews/" + review + "/stages/triage");
    }

    private String input(ReviewId review, String name) {
        return database.sql(
                        """
                        select convert_from(body, 'UTF8')::jsonb #>> array['facts', 'inputs', :name] from record.entry
                        where kind = 'triage-confirmed' and convert_from(body, 'UTF8')::jsonb #>> '{facts,reviewId}' = :review
                        """)
                .param("name", name)
                .param("review", review.toString())
                .query(String.class)
                .single();
    }

    private void approve(ReviewHands hands, String version) throws Exception {
        assertThat(hands.post("george.tan", version + "/approval", Map.of("reasons", "Good")))
                .hasStatus3xxRedirection();
    }

    private String proposed(String line) throws Exception {
        String list = policy.now().complete().file("agencies.csv").orElseThrow();
        String header = list.substring(0, list.indexOf('\n') + 1);
        MvcTestResult answer =
                propose("agencies.csv", header + line + "\n" + list.substring(header.length()), "It is a police.");
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }

    private MvcTestResult propose(String name, String text, String reason) throws Exception {
        var request = mvc.post().uri("/rules/versions").multipart();
        request.file(new MockMultipartFile("files", name, "text/csv", text.getBytes(UTF_8)));
        return request.param("based-on", String.valueOf(policy.current().number()))
                .param("text", policy.now().content().text())
                .param("reason", reason)
                .param("effective-on", LocalDate.now(ZoneOffset.UTC).toString())
                .with(People.signedInAs("dana.whitfield"))
                .with(csrf())
                .exchange();
    }
}
