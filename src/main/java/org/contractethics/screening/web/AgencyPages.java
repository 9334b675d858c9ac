package org.contractethics.screening.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.screening.RecordLevel;
import org.contractethics.screening.internal.agencies.AgencyFinding;
import org.contractethics.screening.internal.agencies.Citation;
import org.contractethics.screening.internal.agencies.CitingFindings;
import org.contractethics.screening.internal.agencies.WithdrawingFindings;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The register of agencies: what was found of each, by whom, and what became of it. */
@Controller
@RequestMapping("/agencies")
class AgencyPages {

    private static final String PAGE = "redirect:/agencies";

    private final CitingFindings citing;
    private final WithdrawingFindings withdrawing;
    private final PeopleDirectory people;

    AgencyPages(CitingFindings citing, WithdrawingFindings withdrawing, PeopleDirectory people) {
        this.citing = citing;
        this.withdrawing = withdrawing;
        this.people = people;
    }

    /** What stands on the page that was typed: a citation, and the reason under one finding. */
    private record Typed(Citation citation, Map<String, String> reasons) {
        static final Typed NOTHING = new Typed(Citation.NOTHING, Map.of());
    }

    /**
     * @param proposer who asked to withdraw it, by name; empty where nobody did
     * @param mayAsk whether the viewer may ask to withdraw it
     * @param mayRule whether the viewer may rule on the withdrawal that waits
     */
    public record Row(
            AgencyFinding finding, String citer, String proposer, String ruler, boolean mayAsk, boolean mayRule) {}

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "") String name, Actor actor) {
        return page(name, Typed.NOTHING, List.of(), 200, actor);
    }

    @PostMapping("/findings")
    ModelAndView cite(
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "false") boolean international,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(name = "found-on", defaultValue = "") String foundOn,
            @RequestParam(defaultValue = "") String summary,
            @RequestParam(defaultValue = "") String steps,
            Actor actor,
            RedirectAttributes next) {
        Citation citation = new Citation(agency, level, international, source, title, address, foundOn, summary, steps);
        try {
            AgencyFinding finding = citing.cite(citation, actor);
            next.addFlashAttribute("message", "The finding on " + finding.agency() + " is cited and counts at triage.");
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            return page(
                    "",
                    new Typed(citation, Map.of()),
                    refused.fields(),
                    refused.kind().status(),
                    actor);
        }
        return new ModelAndView(PAGE);
    }

    @PostMapping("/findings/{findingId}/withdrawal")
    ModelAndView propose(
            @PathVariable UUID findingId,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes next) {
        return answered(
                "reason-" + findingId,
                reason,
                () -> withdrawing.propose(findingId, reason, actor),
                "You asked to withdraw the finding. It counts until somebody else agrees.",
                actor,
                next);
    }

    @PostMapping("/findings/{findingId}/withdrawal/ruling")
    ModelAndView rule(
            @PathVariable UUID findingId,
            @RequestParam(defaultValue = "false") boolean accepted,
            @RequestParam(defaultValue = "") String ruling,
            Actor actor,
            RedirectAttributes next) {
        return answered(
                "ruling-" + findingId,
                ruling,
                () -> withdrawing.rule(findingId, accepted, ruling, actor),
                accepted ? "The finding is withdrawn and no longer counts." : "The finding is kept.",
                actor,
                next);
    }

    private ModelAndView answered(
            String field, String typed, Runnable act, String done, Actor actor, RedirectAttributes next) {
        try {
            act.run();
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID && refused.kind() != Refused.Kind.CONFLICT) {
                throw refused;
            }
            List<FormProblem> problems = refused.reasons().stream()
                    .map(reason -> new FormProblem(field, reason))
                    .toList();
            return page(
                    "",
                    new Typed(Citation.NOTHING, Map.of(field, typed)),
                    problems,
                    refused.kind().status(),
                    actor);
        }
        next.addFlashAttribute("message", done);
        return new ModelAndView(PAGE);
    }

    private ModelAndView page(String agency, Typed typed, List<FormProblem> problems, int status, Actor actor) {
        ModelAndView page = new ModelAndView("screening/agencies");
        page.setStatus(HttpStatusCode.valueOf(status));
        Map<String, List<Row>> byAgency = new LinkedHashMap<>();
        citing.beginning(agency).forEach(finding -> byAgency.computeIfAbsent(finding.agency(), key -> new ArrayList<>())
                .add(row(finding, actor)));
        page.addObject("agency", agency);
        page.addObject("agencies", byAgency);
        page.addObject("levels", levels());
        page.addObject("typed", typed.citation());
        page.addObject("reasons", typed.reasons());
        page.addObject("problems", problems);
        page.addObject("citing", CitingFindings.mayCite(actor));
        return page;
    }

    private static Map<String, String> levels() {
        Map<String, String> levels = new LinkedHashMap<>();
        for (RecordLevel level : RecordLevel.values()) {
            levels.put(level.name(), level.words());
        }
        return levels;
    }

    private Row row(AgencyFinding finding, Actor actor) {
        AgencyFinding.Withdrawal asked = finding.withdrawal();
        AgencyFinding.Ruling ruling = asked == null ? null : asked.ruling();
        boolean mine = asked != null && asked.proposedBy().equals(actor.username());
        return new Row(
                finding,
                people.displayName(finding.citedBy()),
                asked == null ? "" : people.displayName(asked.proposedBy()),
                ruling == null ? "" : people.displayName(ruling.ruledBy()),
                CitingFindings.mayCite(actor) && finding.stands() && !finding.waits(),
                WithdrawingFindings.mayRule(actor) && finding.waits() && !mine);
    }
}
