package org.contractethics.review.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.contractethics.review.Stage;
import org.contractethics.review.internal.StageForm.Evidence;
import org.contractethics.review.internal.StageForm.Research;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** S5: what the agency will do with it, what it could be used for besides, and on which sources that rests. */
@Component
public class RecordingResearch {

    private final StageWork work;
    private final Clock clock;

    RecordingResearch(StageWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    public List<FormProblem> problems(Research research) {
        Problems problems = new Problems()
                .text(research.endUse(), "end-use", "State the end use.")
                .text(research.intendedCapability(), "intended", "State what the technology is meant to do.")
                .text(
                        research.unintendedCapability(),
                        "unintended",
                        "State what the technology could also be used for, whether or not the customer says so.")
                .length(research.lawsAndRemedies(), "laws")
                .when(
                        research.evidence().isEmpty(),
                        "evidence-1-claim",
                        "Name the evidence: each claim with its source.")
                .when(
                        !research.evidence().isEmpty()
                                && research.evidence().stream().noneMatch(Evidence::independent),
                        "evidence-1-independent",
                        "Name at least one source that is independent of the customer and of the company.");
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < research.evidence().size(); i++) {
            check(problems, research.evidence().get(i), "evidence-" + (i + 1) + "-", today);
        }
        return problems.list();
    }

    private static void check(Problems problems, Evidence evidence, String field, LocalDate today) {
        problems.text(evidence.claim(), field + "claim", "State the claim that the source supports.")
                .text(evidence.source(), field + "source", "Name the source of this claim.")
                .when(evidence.date().isAfter(today), field + "date", "The date of a source lies in the past.");
    }

    @Transactional
    public void record(ReviewId id, Research research, Actor actor) {
        Open open = work.begin(id, Stage.RESEARCH, actor);
        Problems.refuse(problems(research));
        work.finish(open, research, Map.of());
    }
}
