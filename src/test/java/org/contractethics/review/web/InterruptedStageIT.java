package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.contractethics.IntegrationTest;
import org.contractethics.access.internal.FormOnPage;
import org.contractethics.access.internal.Visitor;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A stage typed for longer than the session lasts. */
@IntegrationTest
class InterruptedStageIT {

    private final String ours;
    private final MockMvcTester mvc;
    private final DocumentStories stories;
    private final ReviewSteps steps;

    @Autowired
    InterruptedStageIT(
            @Value("${contract-ethics.base-url}") String ours,
            MockMvcTester mvc,
            Reviews reviews,
            BehindPages pages,
            Policy policy,
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents) {
        this.ours = ours;
        this.mvc = mvc;
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.stories = new DocumentStories(registering, uploading, documents);
    }

    @Test
    void a_long_stage_form_comes_back_whole_and_can_be_sent_at_once() throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = steps.hands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        hands.claim("priya.raman");
        hands.page("priya.raman", "/reviews/" + review + "/stages/document-check");
        Visitor priya = new Visitor();
        priya.signIn(priya.get(ours + "/account"), "priya.raman", "ethics-demo");
        FormOnPage typed = FormOnPage.of(priya.get(ours + "/reviews/" + review + "/stages/document-check"))
                .with("confirmed", "yes")
                .with("gaps", "Annex B is missing.\r\n".repeat(150));
        priya.loseSession();

        HttpResponse<String> interrupted = priya.send(ours, typed);
        FormOnPage kept = FormOnPage.of(interrupted);

        assertThat(interrupted.uri().getPath()).isEqualTo("/interrupted");
        assertThat(kept.fields()).containsAll(typed.with("_csrf").fields());
        assertThat(priya.send(ours, kept).body()).contains("Nothing is sent yet.", "Annex B is missing.");
    }
}
