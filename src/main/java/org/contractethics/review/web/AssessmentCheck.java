package org.contractethics.review.web;

import java.util.List;
import org.contractethics.review.internal.AssessmentDraft;
import org.contractethics.review.internal.RecordingAssessment;
import org.contractethics.review.internal.StageWork.Open;
import org.contractethics.review.web.AssessmentRows.RightRow;
import org.contractethics.shared.FormProblem;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The draft of an assessment as it would be recorded: what is sent from this page records this draft and no other. */
@Component
class AssessmentCheck {

    private final RecordingAssessment recording;
    private final AssessmentRows rows;
    private final BesideForms besideForms;
    private final CarriedViews carried;

    AssessmentCheck(RecordingAssessment recording, AssessmentRows rows, BesideForms besideForms, CarriedViews carried) {
        this.recording = recording;
        this.rows = rows;
        this.besideForms = besideForms;
        this.carried = carried;
    }

    /** @param problems why it is shown anew; empty the first time */
    ModelAndView page(Open open, AssessmentDraft draft, List<FormProblem> problems) {
        ModelAndView page = AssessmentPages.common(new ModelAndView("review/assessment-check"), open);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.CONFLICT);
        page.addObject("problems", problems);
        page.addObject("draft", draft);
        page.addObject("beside", besideForms.of(open));
        page.addObject("impacts", rows.impacts(open.review(), recording.rate(open.review(), draft)));
        page.addObject("carried", carried.rights(open.review(), open.actor()));
        List<RightRow> untouched = rows.rights(open.review(), draft).stream()
                .filter(RightRow::untouched)
                .toList();
        page.addObject("untouched", untouched.size());
        page.addObject(
                "explained", untouched.stream().filter(RightRow::explained).toList());
        return page;
    }
}
