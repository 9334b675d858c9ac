package org.contractethics.review.internal.panel;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.paper.Paper;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.review.internal.Assessment;
import org.contractethics.review.internal.Assessment.Untouched;
import org.contractethics.review.internal.Assessments;
import org.springframework.stereotype.Component;

/** Rights that the contract brings to mind and that the assessment found untouched, with the reasons, for papers about a case. */
@Component
class UntouchedOnPaper {

    private final Assessments assessments;
    private final Policy policy;

    UntouchedOnPaper(Assessments assessments, Policy policy) {
        this.assessments = assessments;
        this.policy = policy;
    }

    /** Nothing where there is no such right. */
    void on(Paper.Builder paper, MeetingCase one) {
        List<Untouched> explained = assessments
                .find(one.review().id(), one.pass())
                .map(Assessment::explained)
                .orElse(List.of());
        if (!explained.isEmpty()) {
            paper.heading(2, "Rights found not touched, and why")
                    .table(
                            List.of("Right", "Brought to mind by", "Why it is not touched"),
                            explained.stream()
                                    .map(right -> List.of(
                                            named(right.right()), labels(right.broughtToMindBy()), right.because()))
                                    .toList(),
                            "None.");
        }
    }

    private String named(String right) {
        return policy.right(right).map(known -> right + " " + known.name()).orElse(right);
    }

    private String labels(Collection<String> codes) {
        return policy.capabilities().stream()
                .filter(capability -> codes.contains(capability.code()))
                .map(Capability::label)
                .collect(Collectors.joining("; "));
    }
}
