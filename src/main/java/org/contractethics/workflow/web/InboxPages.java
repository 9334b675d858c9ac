package org.contractethics.workflow.web;

import java.time.Clock;
import org.contractethics.access.Pager;
import org.contractethics.shared.Actor;
import org.contractethics.workflow.internal.ClaimingTasks;
import org.contractethics.workflow.internal.ContractLine;
import org.contractethics.workflow.internal.Inbox;
import org.contractethics.workflow.internal.Inbox.Lines;
import org.contractethics.workflow.internal.InboxItem;
import org.contractethics.workflow.internal.InboxQuery;
import org.contractethics.workflow.internal.InboxQuery.Sort;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "My work": the tasks a person may see, and taking them on. */
@Controller
class InboxPages {

    private final Inbox inbox;
    private final ClaimingTasks claiming;
    private final Clock clock;

    InboxPages(Inbox inbox, ClaimingTasks claiming, Clock clock) {
        this.inbox = inbox;
        this.claiming = claiming;
        this.clock = clock;
    }

    @GetMapping({"/inbox", "/inbox/{view}"})
    String list(
            @PathVariable(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String page,
            Actor actor,
            Model model) {
        InboxRequest request = InboxRequest.of(view == null ? View.ALL : View.of(view), q, tier, sort, page);
        Lines lines = inbox.page(request.toQuery(actor, clock.instant()));
        model.addAttribute("request", request);
        model.addAttribute("views", View.values());
        model.addAttribute("sorts", Sort.values());
        model.addAttribute("tiers", InboxRequest.TIERS);
        model.addAttribute("found", lines);
        model.addAttribute(
                "pager",
                new Pager(
                        request.page(),
                        InboxQuery.PAGE_SIZE,
                        lines.total(),
                        "/inbox/" + request.view().path(),
                        request.filters()));
        return "workflow/inbox";
    }

    @PostMapping("/inbox/tasks/{task}/claim")
    String claim(@PathVariable String task, Actor actor, RedirectAttributes next) {
        InboxItem item = claiming.claim(task, actor);
        next.addFlashAttribute("message", "You have claimed this task. It is yours until you finish or return it.");
        return "redirect:" + item.link();
    }

    @PostMapping("/inbox/tasks/{task}/take-back")
    String takeBack(@PathVariable String task, Actor actor, RedirectAttributes next) {
        InboxItem item = claiming.takeBack(task, actor);
        next.addFlashAttribute(
                "message", "The task is taken back. Others of the group can claim it now; this is recorded.");
        ContractLine contract = item.contract();
        return contract == null ? "redirect:/inbox" : "redirect:/contracts/" + contract.id();
    }

    @PostMapping("/inbox/tasks/{task}/return")
    String giveBack(@PathVariable String task, Actor actor, RedirectAttributes next) {
        claiming.giveBack(task, actor);
        next.addFlashAttribute("message", "You have returned the task. Others of the group can claim it now.");
        return "redirect:/inbox";
    }
}
