package org.contractethics.search.web;

import java.util.List;
import java.util.UUID;
import org.contractethics.search.internal.Alerts;
import org.contractethics.search.internal.ContractSearch;
import org.contractethics.search.internal.SavedSearch;
import org.contractethics.search.internal.SavedSearch.Alert;
import org.contractethics.search.internal.SavedSearches;
import org.contractethics.search.internal.SearchQuery;
import org.contractethics.search.internal.SharingSearches;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saved searches: save, run, share, copy, delete, and the alert on new matches. */
@Controller
class SavedSearchPages {

    private static final String LIST = "redirect:/search/saved";

    private final SavedSearches saved;
    private final SharingSearches sharing;
    private final Alerts alerts;
    private final ContractSearch search;

    SavedSearchPages(SavedSearches saved, SharingSearches sharing, Alerts alerts, ContractSearch search) {
        this.saved = saved;
        this.sharing = sharing;
        this.alerts = alerts;
        this.search = search;
    }

    @GetMapping("/search/saved")
    ModelAndView list(Actor viewer) {
        return list(viewer, null, "", List.of());
    }

    /** Saves the search that the page shows, which comes along in the form. */
    @PostMapping("/search/saved")
    ModelAndView save(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") String name,
            Actor actor,
            RedirectAttributes next) {
        var query = SearchQuery.of(parameters);
        try {
            saved.save(name, query, actor);
        } catch (Refused refused) {
            ModelAndView page = SearchView.of(query, "/search", "", () -> search.find(query, actor))
                    .addObject("savedName", name)
                    .addObject("problems", problems("name", refused));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        next.addFlashAttribute("message", "The search is saved. Only you see it until you share it.");
        return new ModelAndView(LIST);
    }

    /** Runs it with the rights of whoever opens it. */
    @GetMapping("/search/saved/{id}")
    String run(@PathVariable UUID id, Actor viewer) {
        return "redirect:" + saved.get(id, viewer).address();
    }

    /** What the alert has told, as far as its owner may read it now. */
    @GetMapping("/search/saved/{id}/new")
    ModelAndView told(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters, Actor owner) {
        SavedSearch own = saved.own(id, owner);
        SearchQuery query = saved.query(own).withPageOf(SearchQuery.of(parameters));
        SearchQuery among = query.among(alerts.told(own, owner));
        return SearchView.of(
                among,
                "/search/saved/" + id + "/new",
                "New matches of “" + own.name() + "”",
                () -> search.find(among, owner));
    }

    @PostMapping("/search/saved/{id}/alert")
    String alert(@PathVariable UUID id, @RequestParam Alert state, Actor owner, RedirectAttributes next) {
        saved.alert(id, state, owner);
        next.addFlashAttribute(
                "message",
                switch (state) {
                    case ON -> "A notice and a mail tell you of new matches from now on.";
                    case PAUSED -> "The alert is paused. What comes meanwhile is not told later.";
                    case NONE -> "The alert is deleted.";
                });
        return LIST;
    }

    @PostMapping("/search/saved/{id}/share")
    ModelAndView share(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(defaultValue = "") String person,
            Actor owner,
            RedirectAttributes next) {
        try {
            if (person.isBlank()) {
                sharing.withRole(id, role, owner);
            } else {
                sharing.withPerson(id, person, owner);
            }
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            String field = person.isBlank() ? "role-" : "person-";
            return list(owner, id, person, problems(field + id, refused));
        }
        next.addFlashAttribute(
                "message", "The search is shared. Everybody finds with it what they may read themselves.");
        return new ModelAndView(LIST);
    }

    @PostMapping("/search/saved/{id}/unshare")
    String unshare(@PathVariable UUID id, @RequestParam UUID share, Actor owner, RedirectAttributes next) {
        sharing.end(id, share, owner);
        next.addFlashAttribute("message", "The search is no longer shared with them.");
        return LIST;
    }

    @PostMapping("/search/saved/{id}/copy")
    ModelAndView copy(@PathVariable UUID id, Actor actor, RedirectAttributes next) {
        try {
            saved.copy(id, actor);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            return list(actor, id, "", problems("copy-" + id, refused));
        }
        next.addFlashAttribute("message", "The search is among your own now.");
        return new ModelAndView(LIST);
    }

    @PostMapping("/search/saved/{id}/delete")
    String delete(@PathVariable UUID id, Actor owner, RedirectAttributes next) {
        saved.delete(id, owner);
        next.addFlashAttribute("message", "The search is deleted, and with it its alert.");
        return LIST;
    }

    private ModelAndView list(Actor viewer, @Nullable UUID wrong, String person, List<FormProblem> problems) {
        ModelAndView list = new ModelAndView("search/saved")
                .addObject("saved", saved.of(viewer))
                .addObject("shared", saved.sharedWith(viewer))
                .addObject("roles", SharingSearches.searching())
                .addObject("wrong", wrong)
                .addObject("person", person)
                .addObject("problems", problems);
        list.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return list;
    }

    private static List<FormProblem> problems(String field, Refused refused) {
        return refused.reasons().stream()
                .map(reason -> new FormProblem(field, reason))
                .toList();
    }
}
