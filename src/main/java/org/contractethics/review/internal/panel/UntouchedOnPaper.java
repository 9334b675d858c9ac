package org.contractethics.review.internal.panel;

import java.util.List;
import org.contractethics.paper.Paper;
import org.contractethics.policy.Policy;
import org.contractethics.review.internal.Assessment;
import org.contractethics.review.internal.Assessment.Untouched;
import org.contractethics.review.internal.Assessments;
import org.contractethics.review.internal.PolicyOfReview;
import org.springframework.stereotype.Component;

/** Rights that the contract brings to mind and that the assessment found untouched, with the reasons, for papers about a case. */
@Component
class UntouchedOnPaper {

    private final Assessments assessments;
    private final PolicyOfReview policies;

    UntouchedOnPaper(Assessments assessments, PolicyOfReview policies) {
        this.assessments = assessments;
        this.policies = policies;
    }

    /** Nothing where there is no such right. */
    void on(Paper.Builder paper, MeetingCase one) {
        List<Untouched> explained = assessments
                .find(one.review().id(), one.pass())
                .map(Assessment::explained)
                .orElse(List.of());
        if (!explained.isEmpty()) {
            Policy version = policies.of(one.review());
            RightsInWords rights = new RightsInWords(version);
            paper.heading(2, "Rights found not touched, and why")
                    .table(
                            List.of("Right", "Brought to mind by", "Why it is not touched"),
                            explained.stream()
                                    .map(right -> List.of(
                                            rights.of(right.right()),
                                            version.capabilityLabels(right.broughtToMindBy()),
                                            right.because()))
                                    .toList(),
                            "None.");
        }
    }
}
