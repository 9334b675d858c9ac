package org.contractethics.workflow.web;

import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.contractethics.workflow.internal.Workload;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How much review work each person has. */
@Controller
class WorkloadPages {

    private final Workload workload;

    WorkloadPages(Workload workload) {
        this.workload = workload;
    }

    @GetMapping("/inbox/workload")
    String workload(Actor actor, Model model) {
        model.addAttribute("loads", workload.seenBy(actor));
        model.addAttribute("everybody", actor.has(Role.PANEL_CHAIR));
        return "workflow/workload";
    }
}
