package org.contractethics.policy.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.policy.internal.CapabilityDraft;
import org.contractethics.policy.internal.EditingTables;
import org.contractethics.policy.internal.EditingTables.Preview;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.Proposal;
import org.contractethics.policy.internal.ProposingVersion;
import org.contractethics.policy.internal.RuleTable;
import org.contractethics.policy.internal.TableDraft;
import org.contractethics.policy.internal.TableDraft.DraftRule;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
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

/** The rules of one table, and a new capability, changed in a form: checked, shown beside what is in force, run, proposed. */
@Controller
class TableEditorPages {

    private static final int MOST_ROWS = 200;
    private static final Map<String, String> SCORES = scores();

    private final EditingTables editing;
    private final ProposingVersion proposing;
    private final PolicyInForce policy;

    TableEditorPages(EditingTables editing, ProposingVersion proposing, PolicyInForce policy) {
        this.editing = editing;
        this.proposing = proposing;
        this.policy = policy;
    }

    /** What was typed besides the rules. */
    private record Words(int basedOn, String act, String reason, String effectiveOn) {

        static Words of(MultiValueMap<String, String> sent) {
            return new Words(
                    number(text(sent, "based-on")),
                    text(sent, "act"),
                    text(sent, "reason"),
                    text(sent, "effective-on"));
        }

        Proposal proposal(String text, Map<String, String> files) {
            return new Proposal(basedOn, text, files, reason, day());
        }

        private @Nullable LocalDate day() {
            try {
                return LocalDate.parse(effectiveOn);
            } catch (DateTimeParseException none) {
                return null;
            }
        }
    }

    /** A page of the editor, before anything is known to be wrong with it. */
    private record Shown(ModelAndView page, List<FormProblem> problems, Map<String, String> files) {}

    @GetMapping("/rules/versions/new/tables/{table}")
    ModelAndView table(@PathVariable String table) {
        int basedOn = policy.current().number();
        RuleTable inForce = editing.table(basedOn, table);
        return page(inForce, TableDraft.of(inForce), new Words(basedOn, "", "", ""), List.of());
    }

    @PostMapping("/rules/versions/new/tables/{table}")
    Object change(
            @PathVariable String table,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        Words words = Words.of(sent);
        RuleTable inForce = editing.table(words.basedOn(), table);
        TableDraft typed = draft(inForce, sent);
        TableDraft draft = moved(typed, words.act(), inForce);
        if (!words.act().equals("check") && !words.act().equals("propose")) {
            return page(inForce, draft, words, List.of());
        }
        List<FormProblem> problems = editing.problems(words.basedOn(), draft);
        Map<String, String> files = problems.isEmpty() ? editing.files(words.basedOn(), draft) : Map.of();
        Shown shown = new Shown(page(inForce, draft, words, problems), problems, files);
        return answer(words, shown, () -> anew(table, sent, words), actor, next);
    }

    @GetMapping("/rules/versions/new/capability")
    ModelAndView capability() {
        return page(CapabilityDraft.EMPTY, new Words(policy.current().number(), "", "", ""), List.of());
    }

    @PostMapping("/rules/versions/new/capability")
    Object add(@RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes next) {
        Words words = Words.of(sent);
        CapabilityDraft draft = new CapabilityDraft(
                text(sent, "code"),
                text(sent, "label"),
                text(sent, "score"),
                text(sent, "source"),
                text(sent, "why"),
                Set.copyOf(sent.getOrDefault("rights", List.of())));
        List<FormProblem> problems = editing.problems(words.basedOn(), draft);
        Map<String, String> files = problems.isEmpty() ? editing.files(words.basedOn(), draft) : Map.of();
        Shown shown = new Shown(page(draft, words, problems), problems, files);
        return answer(words, shown, () -> page(draft, onNow(words), List.of()), actor, next);
    }

    /** What was typed, in the form of the version that is in force now. */
    private ModelAndView anew(String table, MultiValueMap<String, String> sent, Words words) {
        Words now = onNow(words);
        RuleTable inForce = editing.table(now.basedOn(), table);
        return page(inForce, draft(inForce, sent), now, List.of());
    }

    private Words onNow(Words words) {
        return new Words(policy.current().number(), words.act(), words.reason(), words.effectiveOn());
    }

    private Object answer(Words words, Shown shown, Supplier<ModelAndView> anew, Actor actor, RedirectAttributes next) {
        List<FormProblem> problems = new ArrayList<>(shown.problems());
        boolean proposes = words.act().equals("propose");
        Proposal proposal =
                words.proposal(policy.version(words.basedOn()).content().text(), shown.files());
        if (proposes) {
            problems.addAll(proposing.problems(proposal));
        }
        if (!problems.isEmpty()) {
            return wrong(shown.page(), problems);
        }
        try {
            return proposes ? proposed(proposal, actor, next) : previewed(shown, words);
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.CONFLICT) {
                return Overtaken.on(anew.get(), policy.current().number(), TableEditorPages::problems);
            }
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            return wrong(shown.page(), ofRules(refused.reasons()));
        }
    }

    private String proposed(Proposal proposal, Actor actor, RedirectAttributes next) {
        int number = proposing.propose(proposal, actor);
        next.addFlashAttribute(
                "message", "Version " + number + " is proposed. Staff can comment; the board committee decides.");
        return "redirect:/rules/versions/" + number;
    }

    private ModelAndView previewed(Shown shown, Words words) {
        if (words.basedOn() != policy.current().number()) {
            throw Refused.conflict("Another version came into force since you began. Begin anew from that one.");
        }
        Preview preview = editing.preview(shown.files());
        if (!preview.problems().isEmpty()) {
            return wrong(shown.page(), ofRules(preview.problems()));
        }
        shown.page().addObject("differences", Differences.between(preview.inForce(), preview.proposed()));
        shown.page().addObject("run", preview.run());
        return shown.page();
    }

    private static List<FormProblem> ofRules(List<String> reasons) {
        return reasons.stream().map(reason -> new FormProblem("rules", reason)).toList();
    }

    private static ModelAndView wrong(ModelAndView page, List<FormProblem> problems) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problems(page, problems);
        return page;
    }

    private static void problems(ModelAndView page, List<FormProblem> problems) {
        page.addObject("problems", problems);
        page.addObject("wrong", problems.stream().map(FormProblem::field).collect(Collectors.toSet()));
        page.addObject(
                "messages",
                problems.stream()
                        .collect(Collectors.toMap(FormProblem::field, FormProblem::message, (first, other) -> first)));
    }

    private static ModelAndView page(RuleTable inForce, TableDraft draft, Words words, List<FormProblem> problems) {
        ModelAndView page = frame("policy/edit-table", words, problems);
        page.addObject("table", inForce);
        page.addObject("reading", TableView.hitPolicy(inForce.hitPolicy()));
        page.addObject("draft", draft);
        return page;
    }

    private ModelAndView page(CapabilityDraft draft, Words words, List<FormProblem> problems) {
        ModelAndView page = frame("policy/add-capability", words, problems);
        page.addObject("draft", draft);
        page.addObject("scores", SCORES);
        page.addObject(
                "rights",
                policy.rights().stream()
                        .collect(Collectors.toMap(
                                HumanRight::code, right -> right.name(), (first, other) -> first, LinkedHashMap::new)));
        return page;
    }

    private static ModelAndView frame(String view, Words words, List<FormProblem> problems) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("basedOn", words.basedOn());
        page.addObject("reason", words.reason());
        page.addObject("effectiveOn", words.effectiveOn());
        page.addObject("run", null);
        problems(page, problems);
        return page;
    }

    private static TableDraft draft(RuleTable inForce, MultiValueMap<String, String> sent) {
        int rows = Math.min(number(text(sent, "rows")), MOST_ROWS);
        return new TableDraft(
                inForce.id(),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> new DraftRule(
                                text(sent, "r" + row + "-id"),
                                text(sent, "r" + row + "-reason"),
                                cells(sent, "r" + row + "-i", inForce.inputs().size()),
                                cells(sent, "r" + row + "-o", inForce.outputs().size())))
                        .toList());
    }

    private static List<String> cells(MultiValueMap<String, String> sent, String field, int columns) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(column -> text(sent, field + column))
                .toList();
    }

    private static TableDraft moved(TableDraft draft, String act, RuleTable inForce) {
        int place = number(act.substring(act.indexOf('-') + 1));
        if (act.startsWith("add-")) {
            return draft.addedBelow(
                    place, inForce.inputs().size(), inForce.outputs().size());
        }
        if (act.startsWith("up-")) {
            return draft.raised(place);
        }
        return act.startsWith("remove-") ? draft.without(place) : draft;
    }

    private static String text(MultiValueMap<String, String> sent, String field) {
        String typed = sent.getFirst(field);
        return typed == null ? "" : typed.strip();
    }

    private static int number(String typed) {
        return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }

    private static Map<String, String> scores() {
        Map<String, String> scores = new LinkedHashMap<>();
        scores.put("4", "4: prohibited, or presumptively refused");
        scores.put("3", "3: high");
        scores.put("2", "2: raised");
        scores.put("1", "1: low");
        scores.put("0", "0: none of its own");
        return scores;
    }
}
