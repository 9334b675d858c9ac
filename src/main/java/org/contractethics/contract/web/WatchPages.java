package org.contractethics.contract.web;

import org.contractethics.contract.internal.Watchers;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Watching contracts: being told when their state changes. */
@Controller
class WatchPages {

    private final Watchers watchers;

    WatchPages(Watchers watchers) {
        this.watchers = watchers;
    }

    @GetMapping("/contracts/watched")
    String watched(Actor viewer, Model model) {
        model.addAttribute("lines", watchers.watchedBy(viewer));
        return "contract/watched";
    }

    @PostMapping("/contracts/{contractId}/watch")
    String watch(@PathVariable ContractId contractId, Actor actor, RedirectAttributes next) {
        watchers.watch(contractId, actor);
        next.addFlashAttribute("message", "You watch this contract. A notice tells you when its state changes.");
        return "redirect:/contracts/" + contractId;
    }

    @PostMapping("/contracts/{contractId}/unwatch")
    String unwatch(@PathVariable ContractId contractId, Actor actor, RedirectAttributes next) {
        watchers.unwatch(contractId, actor);
        next.addFlashAttribute("message", "You no longer watch this contract.");
        return "redirect:/contracts/" + contractId;
    }
}
