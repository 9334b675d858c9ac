package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contractethics.contract.ContractFixtures.packedAgencies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.FactsInUse;
import org.contractethics.contract.internal.Catalogue;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.ContractForm;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.review.StageTasks;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** H8 on the whole application: the register, the review, the process and the record move together. */
@IntegrationTest
class FactsUnderReviewIT {

    private final MockMvcTester mvc;
    private final ContractRegister contracts;
    private final RegisteringContracts registering;
    private final StageTasks tasks;
    private final Reviews reviews;
    private final DocumentStories stories;
    private final ReviewSteps steps;

    @Autowired
    FactsUnderReviewIT(
            MockMvcTester mvc,
            ContractRegister contracts,
            RegisteringContracts registering,
            StageTasks tasks,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            Uploading uploading,
            Documents documents) {
        this.mvc = mvc;
        this.contracts = contracts;
        this.registering = registering;
        this.tasks = tasks;
        this.reviews = reviews;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @Test
    void facts_stand_still_while_they_are_weighed_and_a_change_kills_the_approval() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        steps.upToTheVote(hands, review);
        refused(hands, contract);
        steps.voteAndClose(hands, review);
        refused(hands, contract);
        hands.workOff(review, "decision", "ruth.castillo", ReviewSteps.decision());
        hands.claim("leo.brandt");

        assertThat(hands.page("tom.lindqvist", "/contracts/" + contract + "/edit"))
                .contains("The approval lapses if you change");
        assertThat(hands.post("tom.lindqvist", "/contracts/" + contract + "/edit", form(contract, "Removal units")))
                .hasStatus3xxRedirection();

        assertThat(contracts.get(contract).state()).isEqualTo(ContractState.IN_REVIEW);
        assertThat(tasks.open(review)).isEmpty();
        ReviewId delta = reviews.latestOf(contract).orElseThrow().id();
        assertThat(tasks.open(delta)).extracting(StageTasks.StageTask::stage).containsExactly(Stage.LEGAL_STOP);
        assertThat(hands.casePage("erin.walsh")).contains("The approval lapsed: Facts of the contract changed");
        assertThat(hands.casePage("dana.whitfield"))
                .contains("Delta review", "The approval lapsed because of a change", "end users");
        assertThat(hands.get("leo.brandt", "/reviews/" + review + "/stages/signature-gate"))
                .hasStatus(HttpStatus.CONFLICT);
        hands.workOff(delta, "legal-stop", "leo.brandt", ReviewSteps.legal());
        hands.workOff(delta, "triage", "tariq.osman", ReviewSteps.triage());
        assertThat(tasks.open(delta))
                .as("another user touches everything but the documents")
                .extracting(StageTasks.StageTask::stage)
                .containsExactly(Stage.RESEARCH);
        assertThat(hands.casePage("dana.whitfield")).contains("1 item carried over", "not made anew");
    }

    private void refused(ReviewHands hands, ContractId id) throws Exception {
        Contract contract = contracts.get(id);
        ContractForm form = ContractForm.of(ContractDraft.of(contract), packedAgencies());
        ContractDraft draft = with(form, "Removal units")
                .read(contract.value(), Catalogue.packedCapabilities(), packedAgencies())
                .draft();
        assertThatThrownBy(() -> registering.change(id, contract.version(), draft, DocumentStories.TOM))
                .isInstanceOf(FactsInUse.class);
        assertThat(hands.post("tom.lindqvist", "/contracts/" + id + "/edit", form(id, "Removal units")))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("A review weighs these facts now", "end users", "Removal units");
        assertThat(contracts.get(id).endUsers()).containsExactly("Border agency");
    }

    private Map<String, Object> form(ContractId id, String endUsers) {
        Contract contract = contracts.get(id);
        ContractForm form = ContractForm.of(ContractDraft.of(contract), packedAgencies());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("version", contract.version());
        fields.put("title", form.title());
        fields.put("description", form.description());
        fields.put("agencyName", form.agencyName());
        fields.put("agencyType", form.agencyType());
        fields.put("agencyCountry", form.agencyCountry());
        fields.put("supplier", form.supplier());
        fields.put("endUsers", endUsers);
        fields.put("capabilities", new ArrayList<>(form.capabilities()));
        fields.put("countries", form.countries());
        fields.put("obligated", form.obligated());
        fields.put("currency", form.currency());
        fields.put("secrecy", form.secrecy());
        return fields;
    }

    private static ContractForm with(ContractForm form, String endUsers) {
        return new ContractForm(
                form.title(),
                form.description(),
                form.agencyName(),
                form.agencyParent(),
                form.agencyType(),
                form.agencyCountry(),
                form.fundingName(),
                form.supplier(),
                form.supplierParent(),
                form.resellers(),
                endUsers,
                List.copyOf(form.capabilities()),
                List.copyOf(form.dataKinds()),
                form.countries(),
                form.obligated(),
                form.ceiling(),
                form.currency(),
                form.start(),
                form.end(),
                form.secrecy(),
                form.piid(),
                form.parentPiid(),
                form.ocid());
    }
}
