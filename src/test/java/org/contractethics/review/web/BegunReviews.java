package org.contractethics.review.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.document.DocumentStories;
import org.contractethics.document.Documents;
import org.contractethics.document.Documents.DocumentVersion;
import org.contractethics.document.extraction.DocumentFixtures;
import org.contractethics.document.internal.Uploading;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.review.internal.Decisions;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Reviews and signed contracts that tests of the pages begin with. */
@Component
final class BegunReviews {

    private final DocumentStories stories;
    private final ReviewSteps steps;
    private final Decisions decisions;

    BegunReviews(
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            Reviews reviews,
            Policy policy,
            Decisions decisions) {
        this.stories = new DocumentStories(registering, uploading, documents);
        this.steps = new ReviewSteps(reviews, policy);
        this.decisions = decisions;
    }

    /** A review, and the hands that work on it. */
    record Begun(ContractId contract, ReviewId review, ReviewHands hands) {}

    ReviewSteps steps() {
        return steps;
    }

    /** A T3 review of a contract with one document, up to the open vote of its panel. */
    Begun upToTheVote(MockMvcTester mvc) throws Exception {
        Begun begun = submitted(mvc);
        steps.upToTheVote(begun.hands(), begun.review());
        return begun;
    }

    /** A contract with one document, submitted for review. */
    Begun submitted(MockMvcTester mvc) throws Exception {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, "contract.docx", DocumentFixtures.aContract())
                .id());
        ReviewHands hands = new ReviewHands(mvc, contract);
        return new Begun(contract, steps.submit(hands, contract), hands);
    }

    /** The same, whose document was replaced and put back to its first file before. */
    Begun putBack(MockMvcTester mvc) throws Exception {
        ContractId contract = stories.aContract();
        byte[] file = DocumentFixtures.aContract();
        DocumentVersion first = stories.added(contract, "contract.docx", file);
        stories.read(stories.added(contract, first.document(), "other.docx", DocumentFixtures.docx("1. Another text."))
                .id());
        stories.read(
                stories.added(contract, first.document(), "contract.docx", file).id());
        ReviewHands hands = new ReviewHands(mvc, contract);
        return new Begun(contract, steps.submit(hands, contract), hands);
    }

    /** A contract signed on one condition. */
    SignedContract signed(MockMvcTester mvc, String conditionOwner, boolean blocking) throws Exception {
        return SignedContract.ownedBy(conditionOwner, blocking, mvc, stories, steps, decisions);
    }

    /** A contract signed on two conditions; the second one blocks nothing and is of a monitor. */
    SignedContract signedOnTwo(MockMvcTester mvc, String conditionOwner, boolean blocking) throws Exception {
        Map<String, String> second = Map.of(
                "condition-count", "2",
                "condition-2-text", "A person decides on each case",
                "condition-2-owner", "mona.keller",
                "condition-2-due", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                "condition-2-evidence", "The manual");
        return SignedContract.ownedBy(conditionOwner, blocking, mvc, stories, steps, decisions, second);
    }
}
