package org.contractethics.record.web;

import org.contractethics.record.internal.Timeline;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages back through what happened to a contract, for whoever sees its timeline, and within the same bounds. */
@Controller
class TimelinePages {

    private final Timeline timeline;

    TimelinePages(Timeline timeline) {
        this.timeline = timeline;
    }

    @GetMapping("/contracts/{contractId}/timeline")
    String earlier(
            @PathVariable ContractId contractId,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            Actor viewer,
            Model model) {
        Timeline.Page page = timeline.below(contractId, before, viewer);
        if (page.events().isEmpty()) {
            throw Refused.notFound("There is no earlier entry of this contract that you may see.");
        }
        model.addAttribute("page", page);
        model.addAttribute("contract", contractId);
        return "record/timeline";
    }
}
