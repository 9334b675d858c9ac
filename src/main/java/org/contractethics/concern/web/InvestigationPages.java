package org.contractethics.concern.web;

import java.util.Map;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.concern.internal.investigation.ReadingFindings;
import org.contractethics.concern.internal.investigation.RecordingFindings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What whoever handles a concern found, recorded on its page. */
@Controller
class InvestigationPages {

    private final ReadingConcerns concerns;
    private final RecordingFindings recording;
    private final ReadingFindings reading;
    private final HandlingPage page;

    InvestigationPages(
            ReadingConcerns concerns, RecordingFindings recording, ReadingFindings reading, HandlingPage page) {
        this.concerns = concerns;
        this.recording = recording;
        this.reading = reading;
        this.page = page;
    }

    /** The page with the form filled by the last version of this finding. */
    @GetMapping("/concerns/{id}/findings/{allegation}")
    ModelAndView change(@PathVariable ConcernId id, @PathVariable int allegation, Actor officer) {
        ReadingConcerns.View view = concerns.view(id, officer);
        if (!view.handling()) {
            throw HandledConcerns.unknown();
        }
        return reading.all(view.concern(), officer).stream()
                .map(ReadingFindings.OnAllegation::last)
                .filter(last -> last.finding().allegation() == allegation)
                .findFirst()
                .map(last -> page.page(id, officer, FindingForm.of(last).typed()))
                .orElseThrow(HandledConcerns::unknown);
    }

    @PostMapping("/concerns/{id}/findings")
    ModelAndView add(
            @PathVariable ConcernId id,
            @RequestParam Map<String, String> fields,
            Actor officer,
            RedirectAttributes redirect) {
        FindingForm form = new FindingForm(fields);
        return page.after(
                id,
                officer,
                redirect,
                "The finding is recorded. Earlier versions stay beside it.",
                form.typed(),
                "finding-claim",
                () -> recording.add(id, form.toCommand(), officer));
    }
}
