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

    private static final String FILE = "contract.docx";

    private final DocumentStories stories;
    private final StepsBehindPages steps;
    private final Decisions decisions;

    BegunReviews(
            RegisteringContracts registering,
            Uploading uploading,
            Documents documents,
            Reviews reviews,
            Policy policy,
            BehindPages pages,
            Decisions decisions) {
        this.stories = new DocumentStories(registering, uploading, documents);
        this.steps = new StepsBehindPages(reviews, policy, pages);
        this.decisions = decisions;
    }

    /** A review, and the hands that work on it. */
    record Begun(ContractId contract, ReviewId review, ReviewHands hands) {}

    /** They draw no page, with whatever hands. */
    ReviewSteps steps() {
        return steps;
    }

    /** Of people who go behind the pages to where a test begins. */
    ReviewHands hands(MockMvcTester mvc, ContractId contract) {
        return steps.hands(mvc, contract);
    }

    /** A T3 review of a contract with one document, up to the open vote of its panel. */
    Begun upToTheVote(MockMvcTester mvc) throws Exception {
        Begun begun = submitted(mvc);
        steps.upToTheVote(begun.review());
        return begun;
    }

    /** A review of T3 that was submitted goes up to the open vote. */
    void upToTheVote(ReviewId review) {
        steps.upToTheVote(review);
    }

    /** Claims a task and sends its form as {@link ReviewHands} would, without drawing a page. */
    void workOff(ReviewId review, String task, String person, Map<String, ?> fields) {
        steps.workOff(review, task, person, fields);
    }

    /** Signs the declaration of interests for work on this task. */
    void declare(ReviewId review, String task, String person) {
        steps.declare(review, task, person);
    }

    /** For an approval with conditions; see {@link #voteAndClose(ReviewId, String)}. */
    String voteAndClose(ReviewId review) {
        return voteAndClose(review, "CONDITIONAL");
    }

    /**
     * Four vote for the outcome, one against, and the chair closes the vote.
     *
     * @return who voted against the others
     */
    String voteAndClose(ReviewId review, String outcome) {
        return steps.voteAndClose(review, outcome);
    }

    /** A contract with one document, submitted for review. */
    Begun submitted(MockMvcTester mvc) throws Exception {
        return submitted(mvc, DocumentFixtures.aContract());
    }

    private Begun submitted(MockMvcTester mvc, byte[] file) {
        ContractId contract = stories.aContract();
        stories.read(stories.added(contract, FILE, file).id());
        ReviewHands hands = hands(mvc, contract);
        return new Begun(contract, steps.submit(hands, contract, ""), hands);
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
        ReviewHands hands = hands(mvc, contract);
        return new Begun(contract, steps.submit(hands, contract), hands);
    }

    /** A contract signed on one condition. */
    SignedContract signed(MockMvcTester mvc, String conditionOwner, boolean blocking) throws Exception {
        return signed(mvc, conditionOwner, blocking, Map.of());
    }

    /** A contract signed on two conditions; the second one blocks nothing and is of a monitor. */
    SignedContract signedOnTwo(MockMvcTester mvc, String conditionOwner, boolean blocking) throws Exception {
        Map<String, String> second = Map.of(
                "condition-count", "2",
                "condition-2-text", "A person decides on each case",
                "condition-2-owner", "mona.keller",
                "condition-2-due", LocalDate.now(ZoneOffset.UTC).plusDays(30).toString(),
                "condition-2-evidence", "The manual");
        return signed(mvc, conditionOwner, blocking, second);
    }

    private SignedContract signed(
            MockMvcTester mvc, String conditionOwner, boolean blocking, Map<String, String> further) throws Exception {
        byte[] file = DocumentFixtures.aContract();
        Begun begun = submitted(mvc, file);
        steps.upToTheVote(begun.review());
        steps.voteAndClose(begun.review(), "CONDITIONAL");
        steps.decide(begun.review(), SignedContract.decision(conditionOwner, blocking, further));
        steps.sign(begun.review(), FILE, file);
        return SignedContract.of(begun, decisions);
    }
}
