package org.contractethics.finding.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.finding.internal.AddingTerms;
import org.contractethics.finding.internal.AddingTerms.Proposal;
import org.contractethics.finding.internal.ProposedTerms.Term;
import org.contractethics.finding.internal.QuerySets;
import org.contractethics.finding.internal.QuerySets.Version;
import org.contractethics.finding.internal.Reviewers;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The query set: its versions, its checks, and the terms that reviewers add. */
@Controller
@RequestMapping("/query-set")
class QuerySetPages {

    private final AddingTerms adding;
    private final QuerySets querySets;
    private final FindingViews views;
    private final PeopleDirectory people;
    private final NewFindingsView fresh;

    QuerySetPages(
            AddingTerms adding,
            QuerySets querySets,
            FindingViews views,
            PeopleDirectory people,
            NewFindingsView fresh) {
        this.adding = adding;
        this.querySets = querySets;
        this.views = views;
        this.people = people;
        this.fresh = fresh;
    }

    /** @param mine whether the viewer proposed it, and so may not rule on it */
    public record TermRow(Term term, String check, String proposer, String ruler, boolean mine) {}

    public record VersionRow(Version version, String author) {}

    @GetMapping
    ModelAndView show(
            @RequestParam(defaultValue = "") String check,
            @RequestParam(required = false) @Nullable Integer version,
            Actor actor) {
        ModelAndView page = page(new Proposal(check, "", ""), Map.of(), List.of(), 200, actor);
        if (version != null) {
            page.addObject("fresh", fresh.of(version, actor));
        }
        return page;
    }

    @PostMapping("/terms")
    ModelAndView propose(
            @RequestParam(defaultValue = "") String check,
            @RequestParam(defaultValue = "") String phrase,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes next) {
        Proposal proposal = new Proposal(check, phrase, reason);
        try {
            adding.propose(proposal, actor);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            return page(proposal, Map.of(), refused.fields(), refused.kind().status(), actor);
        }
        next.addFlashAttribute("message", "The term is proposed. Another reviewer accepts or refuses it.");
        return new ModelAndView("redirect:/query-set");
    }

    @PostMapping("/terms/{termId}/ruling")
    ModelAndView rule(
            @PathVariable UUID termId,
            @RequestParam(defaultValue = "false") boolean accepted,
            @RequestParam(defaultValue = "") String ruling,
            Actor actor,
            RedirectAttributes next) {
        try {
            adding.rule(termId, accepted, ruling, actor);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID && refused.kind() != Refused.Kind.CONFLICT) {
                throw refused;
            }
            List<FormProblem> problems = refused.reasons().stream()
                    .map(reason -> new FormProblem("ruling-" + termId, reason))
                    .toList();
            Map<String, String> ruled = Map.of(termId.toString(), ruling);
            return page(
                    new Proposal("", "", ""), ruled, problems, refused.kind().status(), actor);
        }
        next.addFlashAttribute(
                "message",
                accepted
                        ? "The term is accepted. All documents are scanned again, a few at a time."
                        : "The term is refused.");
        return new ModelAndView("redirect:/query-set");
    }

    /** @param ruled what was typed as the reason of a ruling, by the id of its term */
    private ModelAndView page(
            Proposal typed, Map<String, String> ruled, List<FormProblem> problems, int status, Actor actor) {
        ModelAndView page = new ModelAndView("finding/query-set");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("versions", querySets.all().stream().map(this::row).toList());
        page.addObject(
                "terms", adding.terms().stream().map(term -> row(term, actor)).toList());
        page.addObject("checks", views.checks());
        page.addObject("typed", typed);
        page.addObject("ruled", ruled);
        page.addObject("problems", problems);
        page.addObject("reviewer", Reviewers.includes(actor));
        page.addObject("fresh", fresh.newest(actor));
        return page;
    }

    private VersionRow row(Version version) {
        boolean system = version.author().equals(Actor.SYSTEM.username());
        return new VersionRow(version, system ? Actor.SYSTEM.displayName() : people.displayName(version.author()));
    }

    private TermRow row(Term term, Actor actor) {
        return new TermRow(
                term,
                views.checks().getOrDefault(term.check(), term.check()),
                people.displayName(term.proposedBy()),
                term.ruling() == null ? "" : people.displayName(term.ruling().by()),
                term.proposedBy().equals(actor.username()));
    }
}
