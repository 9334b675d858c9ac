package org.contractethics.review.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.UntouchedReasons;
import org.contractethics.policy.Policy;
import org.contractethics.review.Stage;
import org.contractethics.review.web.ReviewHands.Drawn;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.ReviewId;

/** The steps of {@link ReviewSteps} by the same people with the same words, without drawing a page. */
final class StepsBehindPages {

    private static final String CHAIR = "ruth.castillo";

    private final BehindPages pages;
    private final Policy policy;

    StepsBehindPages(BehindPages pages, Policy policy) {
        this.pages = pages;
        this.policy = policy;
    }

    void submit(ContractId contract) {
        pages.submit(contract, ReviewSteps.intake(contract, ""), ReviewSteps.OWNER);
    }

    void upToTheVote(ReviewId review) {
        pages.workOff(review, Stage.DOCUMENT_CHECK, "priya.raman", ReviewSteps.documents());
        pages.workOff(review, Stage.LEGAL_STOP, "leo.brandt", ReviewSteps.legal());
        pages.workOff(review, Stage.TRIAGE, "tariq.osman", ReviewSteps.triage());
        pages.workOff(review, Stage.RESEARCH, "dana.whitfield", ReviewSteps.research());
        pages.consult(review, "helen.okafor", ReviewSteps.consultation());
        Map<String, String> marks = new LinkedHashMap<>(UntouchedReasons.fields(policy));
        policy.rights().forEach(right -> marks.put(right.code(), right.code().equals("R05") ? "yes" : "no"));
        pages.assess(review, "helen.okafor", marks, "R05", ReviewSteps.impact());
        pages.workOff(review, Stage.MITIGATION, "priya.raman", ReviewSteps.mitigation());
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
        Stage stage = Arrays.stream(Stage.values())
                .filter(one -> one.taskKey().equals(task))
                .findFirst()
                .orElseThrow();
        pages.workOff(review, stage, person, fields);
    }

    void decide(ReviewId review, Map<String, ?> decision) {
        pages.workOff(review, Stage.DECISION, CHAIR, decision);
    }

    /** What legal brings as signed is this file. */
    void sign(ReviewId review, String fileName, byte[] file) {
        pages.sign(review, "leo.brandt", fileName, file);
    }
}
