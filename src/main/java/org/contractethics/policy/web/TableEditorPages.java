package org.contractethics.policy.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.policy.internal.CapabilityDraft;
import org.contractethics.policy.internal.EditingTables;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.RuleTable;
import org.contractethics.policy.internal.TableDraft;
import org.contractethics.policy.internal.TableDraft.DraftRule;
import org.contractethics.policy.web.ChangeForms.Shown;
import org.contractethics.policy.web.ChangeForms.Words;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
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
    private final ChangeForms changes;
    private final PolicyInForce policy;

    TableEditorPages(EditingTables editing, ChangeForms changes, PolicyInForce policy) {
        this.editing = editing;
        this.changes = changes;
        this.policy = policy;
    }

    @GetMapping("/rules/versions/new/tables/{table}")
    ModelAndView table(@PathVariable String table) {
        int basedOn = policy.current().number();
        RuleTable inForce = editing.table(basedOn, table);
        return page(inForce, TableDraft.of(inForce), Words.none(basedOn), List.of());
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
        if (!words.weighs()) {
            return page(inForce, draft, words, List.of());
        }
        List<FormProblem> problems = editing.problems(words.basedOn(), draft);
        Map<String, String> files = problems.isEmpty() ? editing.files(words.basedOn(), draft) : Map.of();
        Shown shown = new Shown(page(inForce, draft, words, problems), problems, files);
        return changes.answer(words, shown, () -> anew(table, sent, words), actor, next);
    }

    @GetMapping("/rules/versions/new/capability")
    ModelAndView capability() {
        return page(CapabilityDraft.EMPTY, Words.none(policy.current().number()), List.of());
    }

    @PostMapping("/rules/versions/new/capability")
    Object add(@RequestParam MultiValueMap<String, String> sent, Actor actor, RedirectAttributes next) {
        Words words = Words.of(sent);
        CapabilityDraft draft = new CapabilityDraft(
                Words.text(sent, "code"),
                Words.text(sent, "label"),
                Words.text(sent, "score"),
                Words.text(sent, "source"),
                Words.text(sent, "why"),
                Set.copyOf(sent.getOrDefault("rights", List.of())));
        List<FormProblem> problems = editing.problems(words.basedOn(), draft);
        Map<String, String> files = problems.isEmpty() ? editing.files(words.basedOn(), draft) : Map.of();
        Shown shown = new Shown(page(draft, words, problems), problems, files);
        return changes.answer(words, shown, () -> page(draft, changes.onNow(words), List.of()), actor, next);
    }

    /** What was typed, in the form of the version that is in force now. */
    private ModelAndView anew(String table, MultiValueMap<String, String> sent, Words words) {
        Words now = changes.onNow(words);
        RuleTable inForce = editing.table(now.basedOn(), table);
        return page(inForce, draft(inForce, sent), now, List.of());
    }

    private ModelAndView page(RuleTable inForce, TableDraft draft, Words words, List<FormProblem> problems) {
        ModelAndView page = changes.page("policy/edit-table", words, problems);
        page.addObject("table", inForce);
        page.addObject("reading", TableView.hitPolicy(inForce.hitPolicy()));
        page.addObject("draft", draft);
        return page;
    }

    private ModelAndView page(CapabilityDraft draft, Words words, List<FormProblem> problems) {
        ModelAndView page = changes.page("policy/add-capability", words, problems);
        page.addObject("draft", draft);
        page.addObject("scores", SCORES);
        page.addObject(
                "rights",
                policy.rights().stream()
                        .collect(Collectors.toMap(
                                HumanRight::code, right -> right.name(), (first, other) -> first, LinkedHashMap::new)));
        return page;
    }

    private static TableDraft draft(RuleTable inForce, MultiValueMap<String, String> sent) {
        int rows = Math.min(Words.number(Words.text(sent, "rows")), MOST_ROWS);
        return new TableDraft(
                inForce.id(),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(row -> new DraftRule(
                                Words.text(sent, "r" + row + "-id"),
                                Words.text(sent, "r" + row + "-reason"),
                                cells(sent, "r" + row + "-i", inForce.inputs().size()),
                                cells(sent, "r" + row + "-o", inForce.outputs().size())))
                        .toList());
    }

    private static List<String> cells(MultiValueMap<String, String> sent, String field, int columns) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(column -> Words.text(sent, field + column))
                .toList();
    }

    private static TableDraft moved(TableDraft draft, String act, RuleTable inForce) {
        int place = Words.number(act.substring(act.indexOf('-') + 1));
        if (act.startsWith("add-")) {
            return draft.addedBelow(
                    place, inForce.inputs().size(), inForce.outputs().size());
        }
        if (act.startsWith("up-")) {
            return draft.raised(place);
        }
        return act.startsWith("remove-") ? draft.without(place) : draft;
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
