package org.contractethics.review.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.access.Pager;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.followup.FollowedCondition;
import org.contractethics.review.internal.followup.FollowedCondition.Result;
import org.contractethics.review.internal.followup.FollowedConditions;
import org.contractethics.review.internal.followup.FollowedConditions.Filter;
import org.contractethics.review.internal.followup.ReportingCondition;
import org.contractethics.review.internal.followup.ReportingCondition.Said;
import org.contractethics.review.internal.followup.RulingOnCondition;
import org.contractethics.review.internal.followup.WaivingCondition;
import org.contractethics.review.web.FollowUpFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.DocumentVersionId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The conditions of signed contracts: a list for those who follow them up, and a page for each. */
@Controller
class ConditionPages {

    private final FollowedConditions conditions;
    private final ReadableConditions readable;
    private final ReportingCondition reporting;
    private final ConditionFiles files;
    private final RulingOnCondition ruling;
    private final WaivingCondition waiving;
    private final ConditionView views;
    private final ContractRegister contracts;
    private final PeopleDirectory people;
    private final Clock clock;

    ConditionPages(
            FollowedConditions conditions,
            ReadableConditions readable,
            ReportingCondition reporting,
            ConditionFiles files,
            RulingOnCondition ruling,
            WaivingCondition waiving,
            ConditionView views,
            ContractRegister contracts,
            PeopleDirectory people,
            Clock clock) {
        this.conditions = conditions;
        this.readable = readable;
        this.reporting = reporting;
        this.files = files;
        this.ruling = ruling;
        this.waiving = waiving;
        this.views = views;
        this.contracts = contracts;
        this.people = people;
        this.clock = clock;
    }

    /** @param state in words */
    public record Line(FollowedCondition condition, String reference, String title, String owner, String state) {}

    @GetMapping("/conditions")
    String list(
            @RequestParam(required = false) @Nullable String show,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Filter filter = Filter.of(show);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        int total = conditions.count(filter, today);
        Pager pager = new Pager(
                Math.max(1, page),
                FollowedConditions.PAGE_SIZE,
                total,
                "/conditions",
                Map.of("show", List.of(filter.path())));
        model.addAttribute("filter", filter);
        model.addAttribute("filters", Filter.values());
        model.addAttribute("total", total);
        model.addAttribute("pager", pager);
        model.addAttribute("today", today);
        model.addAttribute("lines", lines(conditions.page(filter, today, pager.number()), today));
        return "review/conditions";
    }

    private List<Line> lines(List<FollowedCondition> found, LocalDate today) {
        Map<ContractId, Contract> known = contracts.findAll(
                found.stream().map(FollowedCondition::contract).collect(Collectors.toSet()));
        return found.stream()
                .map(condition -> {
                    Contract contract = Objects.requireNonNull(known.get(condition.contract()));
                    return new Line(
                            condition,
                            contract.reference(),
                            contract.title(),
                            people.displayName(condition.owner()),
                            condition.words(today));
                })
                .toList();
    }

    @GetMapping("/conditions/{conditionId}")
    ModelAndView show(@PathVariable UUID conditionId, Actor actor) {
        return views.page(readable.get(conditionId, actor), Typed.nothing(), actor);
    }

    @PostMapping("/conditions/{conditionId}/report")
    Object report(
            @PathVariable UUID conditionId,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> chosen,
            Actor actor,
            RedirectAttributes next) {
        FollowedCondition condition = readable.get(conditionId, actor);
        FormValues values = new FormValues(sent);
        Said said = new Said(values.text("evidence"), document(values), SentFiles.evidence(chosen));
        List<FormProblem> problems = reporting.problems(condition, said);
        if (!problems.isEmpty()) {
            return views.page(condition, new Typed(values, SentFiles.chooseAgain(problems, chosen)), actor);
        }
        reporting.report(conditionId, said, actor);
        return done(
                next, conditionId, "Your report is recorded. A monitor confirms it, or sends it back with reasons.");
    }

    @GetMapping("/conditions/{conditionId}/reports/{report}/files/{number}")
    ResponseEntity<byte[]> copy(
            @PathVariable UUID conditionId, @PathVariable int report, @PathVariable int number, Actor viewer) {
        return files.copy(conditionId, report, number, viewer);
    }

    @GetMapping("/conditions/{conditionId}/reports/{report}/files/{number}/original")
    ResponseEntity<byte[]> original(
            @PathVariable UUID conditionId, @PathVariable int report, @PathVariable int number, Actor viewer) {
        return files.original(conditionId, report, number, viewer);
    }

    @PostMapping("/conditions/{conditionId}/ruling")
    Object rule(
            @PathVariable UUID conditionId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        FollowedCondition condition = readable.get(conditionId, actor);
        FormValues values = new FormValues(sent);
        Result result = values.constant("result", Result.class);
        List<FormProblem> problems = ruling.problems(result, values.text("ruling-reasons"));
        if (!problems.isEmpty()) {
            return views.page(condition, new Typed(values, problems), actor);
        }
        try {
            ruling.rule(conditionId, values.number(FollowUpFrame.SEEN), result, values.text("ruling-reasons"), actor);
        } catch (Refused refused) {
            return views.page(
                    readable.get(conditionId, actor),
                    Typed.late(values, refused, "/conditions/" + conditionId + "/ruling"),
                    actor);
        }
        return done(
                next,
                conditionId,
                result == Result.MET ? "The condition is met." : "The condition went back to its owner.");
    }

    @PostMapping("/conditions/{conditionId}/waiver")
    Object waive(
            @PathVariable UUID conditionId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        FollowedCondition condition = readable.get(conditionId, actor);
        FormValues values = new FormValues(sent);
        List<FormProblem> problems = waiving.problems(values.text("waiver-reasons"));
        if (!problems.isEmpty()) {
            return views.page(condition, new Typed(values, problems), actor);
        }
        waiving.waive(conditionId, values.text("waiver-reasons"), actor);
        return done(
                next,
                conditionId,
                readable.get(conditionId, actor).open()
                        ? "The waiver is proposed. Until somebody else of the board committee confirms it, the condition stands."
                        : "The condition is waived. Your name and your reasons stand beside it.");
    }

    @PostMapping("/conditions/{conditionId}/waiver-ruling")
    Object ruleOnWaiver(
            @PathVariable UUID conditionId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        FollowedCondition condition = readable.get(conditionId, actor);
        FormValues values = new FormValues(sent);
        Boolean confirmed = values.flag("waiver-confirmed");
        String reasons = values.text("waiver-ruling-reasons");
        List<FormProblem> problems = waiving.rulingProblems(confirmed, reasons);
        if (!problems.isEmpty()) {
            return views.page(condition, new Typed(values, problems), actor);
        }
        try {
            waiving.rule(conditionId, values.number(ConditionView.WAIVER), confirmed, reasons, actor);
        } catch (Refused refused) {
            Typed late = Typed.late(values, refused, "/conditions/" + conditionId + "/waiver-ruling");
            return views.page(readable.get(conditionId, actor), late, actor);
        }
        return done(
                next,
                conditionId,
                Boolean.TRUE.equals(confirmed)
                        ? "The condition is waived."
                        : "The waiver is refused. The condition stands.");
    }

    private static @Nullable DocumentVersionId document(FormValues values) {
        try {
            String chosen = values.code("document");
            return chosen == null ? null : DocumentVersionId.valueOf(chosen);
        } catch (IllegalArgumentException noId) {
            return new DocumentVersionId(new UUID(0, 0));
        }
    }

    private static String done(RedirectAttributes next, UUID condition, String message) {
        next.addFlashAttribute("message", message);
        return "redirect:/conditions/" + condition;
    }
}
