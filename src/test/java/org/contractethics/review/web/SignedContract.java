package org.contractethics.review.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.review.internal.Decision.Condition;
import org.contractethics.review.internal.Decisions;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A border contract that went the whole way through the pages and is signed on one blocking condition. */
final class SignedContract {

    final ContractId contract;
    final ReviewId review;
    final ReviewHands hands;
    final UUID condition;

    private SignedContract(ContractId contract, ReviewId review, ReviewHands hands, UUID condition) {
        this.contract = contract;
        this.review = review;
        this.hands = hands;
        this.condition = condition;
    }

    static SignedContract ownedBy(
            String conditionOwner,
            boolean blocking,
            MockMvcTester mvc,
            DocumentStories stories,
            ReviewSteps steps,
            Decisions decisions)
            throws Exception {
        return ownedBy(conditionOwner, blocking, mvc, stories, steps, decisions, Map.of());
    }

    /** @param further fields of the decision */
    static SignedContract ownedBy(
            String conditionOwner,
            boolean blocking,
            MockMvcTester mvc,
            DocumentStories stories,
            ReviewSteps steps,
            Decisions decisions,
            Map<String, ?> further)
            throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = new ReviewHands(mvc, contract);
        ReviewId review = steps.submit(hands, contract);
        steps.upToTheVote(hands, review);
        steps.voteAndClose(hands, review);
        Map<String, Object> decision = new LinkedHashMap<>(ReviewSteps.decision());
        decision.put("condition-1-owner", conditionOwner);
        if (!blocking) {
            decision.remove("condition-1-blocking");
        }
        decision.putAll(further);
        hands.workOff(review, "decision", "ruth.castillo", decision);
        hands.workOff(review, "signature-gate", "leo.brandt", Map.of("same", "yes"));
        Condition condition =
                decisions.latestOf(review).orElseThrow().conditions().get(0);
        return new SignedContract(contract, review, hands, condition.id());
    }

    String conditionPath() {
        return "/conditions/" + condition;
    }

    /** Takes on the task that the page offers. */
    void claimOn(String path, String person) throws Exception {
        hands.claimOn(path, person);
    }

    String claim(String path, String person) throws Exception {
        return hands.claimOffered(path, person);
    }
}
