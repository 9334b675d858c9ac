package org.contractethics.search.web;

import org.contractethics.search.internal.IndexState;
import org.contractethics.search.internal.RebuildingIndex;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The state of the index, and its rebuild. */
@Controller
class IndexPages {

    private final IndexState state;
    private final RebuildingIndex rebuilding;

    IndexPages(IndexState state, RebuildingIndex rebuilding) {
        this.state = state;
        this.rebuilding = rebuilding;
    }

    @GetMapping("/search/index")
    String state(Actor viewer, Model model) {
        model.addAttribute("state", state.now());
        model.addAttribute("mayRebuild", viewer.has(Role.MONITOR));
        return "search/index";
    }

    @PostMapping("/search/rebuild")
    String rebuild(Actor actor) {
        rebuilding.request(actor);
        return "redirect:/search/index";
    }
}
