package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.UntouchedReasons;
import org.contractethics.policy.Policy;
import org.contractethics.review.Reviews;
import org.contractethics.review.Stage;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The steps of {@link ReviewSteps} by the same people with the same words, without drawing a page. */
final class StepsBehindPages extends ReviewSteps {

    private static final String CHAIR = "ruth.castillo";
    private static final String ASSESSOR = "helen.okafor";

    private final BehindPages pages;

    StepsBehindPages(Reviews reviews, Policy policy, BehindPages pages) {
        super(reviews, policy);
        this.pages = pages;
    }

    @Override
    ReviewHands hands(MockMvcTester mvc, ContractId contract) {
        return new HandsBehindPages(mvc, contract, pages);
    }

    @Override
    ReviewId submit(ReviewHands hands, ContractId contract, String paid) {
        pages.submit(contract, intake(contract, paid), OWNER);
        return latest(contract);
    }

    void upToTheVote(ReviewId review) {
        pages.workOff(review, Stage.DOCUMENT_CHECK, "priya.raman", documents());
        pages.workOff(review, Stage.LEGAL_STOP, "leo.brandt", legal());
        pages.workOff(review, Stage.TRIAGE, "tariq.osman", triage());
        pages.workOff(review, Stage.RESEARCH, "dana.whitfield", research());
        pages.claim(review, Stage.ASSESSMENT, ASSESSOR);
        assess(review, impact(), "Serious");
        pages.workOff(review, Stage.MITIGATION, "priya.raman", mitigation());
    }

    @Override
    void assess(ReviewHands hands, ReviewId review, Map<String, String> impact, String severity) {
        assess(review, impact, severity.replace("Severity: ", "Severity by the table: "));
    }

    private void assess(ReviewId review, Map<String, String> impact, String severity) {
        pages.consult(review, ASSESSOR, consultation());
        Map<String, String> marks = new LinkedHashMap<>(UntouchedReasons.fields(policy()));
        policy().rights().forEach(right -> marks.put(right.code(), right.code().equals("R05") ? "yes" : "no"));
        pages.assess(review, ASSESSOR, marks, "R05", impact, severity);
    }

    @Override
    String voteAndClose(ReviewHands hands, ReviewId review, String outcome) {
        return voteAndClose(review, outcome);
    }

    /** @return who voted against the others */
    String voteAndClose(ReviewId review, String outcome) {
        List<Drawn> members = pages.drawn(review);
        assertThat(members).hasSize(5);
        members.subList(0, 4).forEach(member -> pages.vote(review, member, outcome));
        Drawn last = members.get(4);
        pages.vote(review, last, outcome.equals("REJECT") ? "CONDITIONAL" : "REJECT");
        pages.close(review, CHAIR);
        return last.person();
    }

    void workOff(ReviewId review, String task, String person, Map<String, ?> fields) {
        pages.workOff(review, stage(task), person, fields);
    }

    void declare(ReviewId review, String task, String person) {
        pages.declare(review, stage(task), person);
    }

    static Stage stage(String task) {
        return Arrays.stream(Stage.values())
                .filter(one -> one.taskKey().equals(task))
                .findFirst()
                .orElseThrow();
    }

    void decide(ReviewId review, Map<String, ?> decision) {
        pages.workOff(review, Stage.DECISION, CHAIR, decision);
    }

    /** What legal brings as signed is this file. */
    void sign(ReviewId review, String fileName, byte[] file) {
        pages.sign(review, "leo.brandt", fileName, file);
    }
}
