package org.contractethics.workflow.web;

import java.util.List;
import java.util.Map;
import org.contractethics.shared.Actor;
import org.contractethics.workflow.internal.BulkClaiming;
import org.contractethics.workflow.internal.BulkClaiming.Answer;
import org.contractethics.workflow.internal.BulkClaiming.Result;
import org.contractethics.workflow.internal.ClaimingTasks;
import org.contractethics.workflow.internal.ContractLine;
import org.contractethics.workflow.internal.InboxItem;
import org.contractethics.workflow.internal.InboxQuery.View;
import org.contractethics.workflow.internal.SavedView;
import org.contractethics.workflow.internal.SavedViews;
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

    private final InboxModel page;
    private final SavedViews saved;
    private final ClaimingTasks claiming;
    private final BulkClaiming bulk;

    InboxPages(InboxModel page, SavedViews saved, ClaimingTasks claiming, BulkClaiming bulk) {
        this.page = page;
        this.saved = saved;
        this.claiming = claiming;
        this.bulk = bulk;
    }

    /** Opens with the view the person chose for that, unless the address asks for something. */
    @GetMapping("/inbox")
    String open(@RequestParam Map<String, String> parameters, Actor actor, Model model) {
        SavedView start = parameters.isEmpty() ? saved.defaultOf(actor).orElse(null) : null;
        InboxRequest request = start == null ? InboxRequest.of(View.ALL, parameters) : InboxRequest.of(start.address());
        return page.fill(model, request, start, "", List.of(), actor);
    }

    @GetMapping("/inbox/{view}")
    String list(@PathVariable String view, @RequestParam Map<String, String> parameters, Actor actor, Model model) {
        return page.fill(model, InboxRequest.of(View.of(view), parameters), null, "", List.of(), actor);
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

    /** Answers with what became of each row; a row that is refused keeps nobody from the others. */
    @PostMapping("/inbox/claims")
    String claimAll(
            @RequestParam(defaultValue = "") List<String> task, Actor actor, Model model, RedirectAttributes next) {
        if (task.isEmpty()) {
            next.addFlashAttribute("message", "No task was chosen: tick the tasks to claim first.");
            return "redirect:/inbox";
        }
        List<Answer> answers = bulk.claim(task, actor);
        model.addAttribute("answers", answers);
        model.addAttribute(
                "claimed",
                answers.stream()
                        .filter(answer -> answer.result() == Result.CLAIMED)
                        .count());
        return "workflow/claimed";
    }

    @PostMapping("/inbox/tasks/{task}/return")
    String giveBack(@PathVariable String task, Actor actor, RedirectAttributes next) {
        claiming.giveBack(task, actor);
        next.addFlashAttribute("message", "You have returned the task. Others of the group can claim it now.");
        return "redirect:/inbox";
    }
}
